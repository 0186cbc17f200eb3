import { lookupsPerRun } from '../../domain/defaults.ts';
import { groupCapacity, nameBytesLimit } from '../../domain/whatsapp-facts.ts';
import { keptFor, toDays } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { say } from './english-forms.ts';
import type { ReasonWords } from '../reason-words.ts';

const was = (count: number) => (count === 1 ? say`was` : say`were`);
const on = (day: Inline | undefined) => (day === undefined ? say`` : say` on ${day}`);
const declinedDays = toDays(keptFor.declined);

/** Why drift is left alone. */
export const englishLeftAlone: ReasonWords['leftAlone'] = {
  'not-admin': {
    report: say`the account that Rollcall uses is not an admin of this group; somebody has to make it one`,
    terminal: say`the account is no admin of this group: make it one on a phone`,
  },
  suspended: {
    report: say`WhatsApp has suspended this group; please look on a phone what it wants`,
    terminal: say`WhatsApp has suspended this group: see on a phone what it wants`,
  },
  community: {
    report: say`WhatsApp does not allow this in a community or its announcement group`,
    terminal: say`WhatsApp does not let this be changed in a community or its announcement group`,
  },
  'frozen-topic': {
    report: say`WhatsApp refuses every new description in this group, even from a phone`,
    terminal: say`WhatsApp refuses every new topic here, even from a phone: take topic: out of the file`,
  },
  'name-too-long': {
    report: say`it is too long to be sent; shorten it, or set it on a phone`,
    terminal: say`GOWA sends names of at most ${nameBytesLimit} bytes: shorten it, or set it on a phone`,
  },
  'phone-only': {
    report: ({ phone = say`please do it on a phone` }) =>
      say`the server that Rollcall uses cannot set this; ${phone}`,
    terminal: ({ phone = say`do it on a phone` }) => say`this server cannot set it: ${phone}`,
  },
  'not-said': {
    report: say`WhatsApp does not say how it is in this group; please look on a phone`,
    terminal: say`WhatsApp does not say how it is here: look on a phone`,
  },
  owner: {
    report: say`whoever created a group is never touched by Rollcall; put them on the list, or see on a phone what can be done`,
    terminal: say`made this group, and Rollcall never touches whoever made one: list them in the file, or see on a phone what can be done`,
  },
  protected: {
    report: say`the rules of this organisation protect them`,
    terminal: say`the policy protects them: list them in the file, or do it on a phone`,
  },
  'protected-number': {
    report: say`this was the number of somebody whom the rules of this organisation protect; if it is no longer theirs, please remove it on a phone`,
    terminal: say`it was the number of somebody whom the policy protects: if it is no longer theirs, remove it by phone`,
  },
  admin: {
    report: say`admins are not removed in this group`,
    terminal: say`an admin is removed only where the file gives members: and admins:, both exact`,
  },
  incomplete: {
    report: say`WhatsApp gave an incomplete list of people, so nobody is touched; run it again later`,
    terminal: say`WhatsApp gave an incomplete list of people, so nobody is touched: run again later`,
  },
  undated: {
    report: say`WhatsApp does not say when this group was made, so perhaps it shows only a part of it; somebody can be added on a phone`,
    terminal: say`WhatsApp does not say when this group was made, so it may show a part of it: add them on a phone`,
  },
  vanished: {
    report: say`WhatsApp leaves out many who were in the group, so nobody is touched until a run a day later finds the same`,
    terminal: say`WhatsApp leaves out many who were here, so nobody is touched: until a run a day later finds the same`,
  },
  unidentified: {
    report: say`WhatsApp hides the number, so it is not known who this is`,
    terminal: say`WhatsApp hides their number: write lid: into the file if they belong here`,
  },
  'perhaps-hidden': {
    report: ({ asked }) => {
      const hides = say`somebody in the group hides their number and could be the same person`;
      if (asked === 'not-yet')
        return say`${hides}; WhatsApp is asked about at most ${lookupsPerRun} people at a time, and was not asked about this one yet: plan again`;
      if (asked === 'spent')
        return say`${hides}; today’s questions to WhatsApp are used up: plan again tomorrow`;
      if (asked === 'not-found')
        return say`${hides}; the number in the list was not found on WhatsApp, so please check it`;
      return say`${hides}; please find out`;
    },
    terminal: ({ asked }) => {
      const hides = say`somebody here hides their number and may be them`;
      if (asked === 'not-yet')
        return say`${hides}, and WhatsApp was not asked yet, since it is asked about at most ${lookupsPerRun} people at a time: plan again`;
      if (asked === 'spent') return say`${hides}, and today's look-ups are spent: plan again tomorrow`;
      if (asked === 'not-found')
        return say`${hides}, and their number was not found on WhatsApp: check it, or write the lid: of whoever hides into the file`;
      return say`${hides}: find out, then write their lid: into the file`;
    },
  },
  'perhaps-listed': {
    report: say`perhaps somebody in the list, whose number WhatsApp hides; please find out`,
    terminal: say`may be somebody whom the file lists by lid: find out on a phone`,
  },
  'number-changed': {
    report: ({ other, line, isLoss }) => {
      const write = line
        ? say`; the line in the list of people has to become ${line}`
        : say`; please correct the number in the list`;
      if (isLoss) return say`this is ${other ?? say`somebody in the list`} with a new number${write}`;
      return other
        ? say`still in the group, with a new number: ${other}${write}`
        : say`still in the group, with a new number that WhatsApp hides; please ask for it and correct the list`;
    },
    terminal: ({ other, line, isLoss }) => {
      const write = line ? say`in the list of people write ${line}` : say`write the new one into the files`;
      if (isLoss) return say`is ${other ?? say`somebody whom the files know`} under another number: ${write}`;
      return other
        ? say`has another number now, ${other}: ${write}`
        : say`has another number now, which WhatsApp hides: ask for it, and write it into the files`;
    },
  },
  'other-account': {
    report: say`this number belonged to another WhatsApp account before; please find out whose it is now`,
    terminal: say`another WhatsApp account had this number before: find out whose it is now, and make them an admin on a phone`,
  },
  unconfirmed: {
    report: ({ asked }) =>
      asked === 'spent'
        ? say`WhatsApp hides the number, and no more questions may be asked today about who this is`
        : say`WhatsApp hides the number, and nobody has asked again yet who this is; the next run asks`,
    terminal: ({ asked }) =>
      asked === 'spent'
        ? say`WhatsApp hides their number, and who they are has to be asked again, but today's look-ups are spent: plan again tomorrow`
        : say`WhatsApp hides their number, and who they are has not been asked again yet: plan again`,
  },
  'perhaps-same': {
    report: ({ other }) =>
      say`perhaps the same person as ${other ?? say`somebody else`}, whose number is nearly the same; please correct the list, or take one of them out on a phone`,
    terminal: ({ other }) =>
      say`${other ?? say`somebody in the file`} has nearly this number: perhaps one person, so put the right one into the file, or take the other out on a phone`,
  },
  'perhaps-typo': {
    report: ({ other }) =>
      say`perhaps ${other ?? say`somebody in the list`}, whose number in the list is nearly the same and not on WhatsApp; please check it`,
    terminal: ({ other }) =>
      say`${other ?? say`somebody in the file`} has nearly this number and is not on WhatsApp: correct the number in the files if they are meant, else take this one out on a phone`,
  },
  'perhaps-meant': {
    report: ({ other }) =>
      say`perhaps ${other ?? say`somebody in the list`}, whose number in the list is not on WhatsApp; please check it`,
    terminal: ({ other }) =>
      say`the number of ${other ?? say`somebody in the file`} is not on WhatsApp, and this may be they: correct it in the files, or take it off the list, else take this one out on a phone`,
  },
  ambiguous: {
    report: say`they cannot be told apart; please look on a phone`,
    terminal: say`two members have what may be one number: tell them apart on a phone`,
  },
  'new-members': {
    report: say`the group takes new members by its invite link`,
    terminal: say`comes by the link (new-members: invite)`,
  },
  'by-invite': {
    report: say`by invitation only`,
    terminal: say`comes by the link (by: invite)`,
  },
  declined: {
    report: ({ count }) =>
      say`did not want to be added, or ${was(count)} invited already; asked again after ${declinedDays} days`,
    terminal: ({ day }) => say`declined or was invited${on(day)}; asked again after ${declinedDays} days`,
  },
  tried: {
    report: ({ count }) =>
      say`${was(count)} added before without effect, and WhatsApp does not say why; somebody has to send the invite link`,
    terminal: ({ day }) =>
      say`was added${on(day)} and did not join, WhatsApp does not say why: send them the link`,
  },
  'not-let-in': {
    report: say`asked to join, but could not be let in; it is tried again after some days, or somebody answers on a phone`,
    terminal: ({ day }) =>
      say`asked to join and could not be let in${on(day)}: answer on a phone, or wait until they ask again`,
  },
  refused: {
    report: say`WhatsApp did not accept it last time; it is tried again after some days, or somebody does it on a phone`,
    terminal: ({ day }) => say`was refused${on(day)}; tried again after some days, or do it on a phone`,
  },
  'not-on-whatsapp': {
    report: ({ action }) =>
      action === undefined || action === 'add'
        ? say`not found on WhatsApp; please check the number`
        : say`no longer on WhatsApp, so this can be done on a phone only`,
    terminal: ({ action, day }) => {
      const found = say`not on WhatsApp${day ? say` (asked on ${day})` : say``}`;
      if (action === 'remove') return say`${found}: remove by phone, the account no longer exists`;
      if (action === 'promote' || action === 'demote') return say`${found}: the account no longer exists`;
      return say`${found}: check the number in the files`;
    },
  },
  left: {
    report: ({ count }) => say`${was(count)} in the group and ${count === 1 ? say`has` : say`have`} left`,
    terminal: ({ day }) => say`was here${on(day)} and has left since; readd: puts them back once`,
  },
  full: {
    report: say`the group is full: ${groupCapacity} is the most that WhatsApp allows`,
    terminal: say`no place is left in the group, which holds ${groupCapacity}: take somebody out first`,
  },
  'no-memory': {
    report: say`there is no usable record of earlier runs, so nobody is touched`,
    terminal: say`there is no usable memory of earlier runs, so nobody is touched: apply --new-journal starts one`,
  },
  additive: {
    report: say`nobody is removed from this group, and admins stay admins`,
    terminal: say`manage: additive takes nothing away`,
  },
  observe: { report: say`this group is only watched`, terminal: say`manage: observe only reports` },
  early: {
    report: say`already so, and the list says it from a later day on; until then nothing is taken away`,
    terminal: say`the file says from: a later day, and nothing is taken away before it`,
  },
  'photo-hidden': {
    report: say`WhatsApp does not show the photo of this group to the account that Rollcall uses`,
    terminal: say`WhatsApp does not show the account the photo of this group: see on a phone who may see it`,
  },
  'photo-untold': {
    report: say`whether this community has no photo or hides it cannot be told, so it is not touched; set it on a phone`,
    terminal: say`GOWA cannot tell whether this community has no photo or hides it, so it is not touched: set it on a phone`,
  },
  'photo-unread': {
    report: say`the photo could not be read this time; run it again later`,
    terminal: say`the photo could not be read, so it is not touched: run again later`,
  },
  'not-approved': {
    report: say`nobody approved it; please have it reviewed`,
    terminal: say`nobody approved it: plan again, and have that reviewed`,
  },
  'earlier-plan': {
    report: say`approved earlier; the next run without a plan does it`,
    terminal: say`an earlier plan file approved it: apply without a plan file carries it out`,
  },
  asks: {
    report: ({ count }) =>
      count === 1
        ? say`asks to join, and the list does not name them; whoever belongs here is put into the list or let in on a phone`
        : say`ask to join, and the list does not name them; whoever belongs here is put into the list or let in on a phone`,
    terminal: say`the file does not list them: put them into it, or answer on a phone`,
  },
  'asks-early': {
    report: ({ count }) =>
      say`${count === 1 ? say`asks` : say`ask`} to join, and the list names them from a later day on; nobody is let in before it`,
    terminal: say`the file lists them from a later day on: not let in before it`,
  },
  'asks-hidden': {
    report: ({ count }) =>
      say`${count === 1 ? say`asks` : say`ask`} to join, and WhatsApp hides the number, so it is not known who this is; please answer on a phone`,
    terminal: say`WhatsApp hides their number, which GOWA needs to let them in: answer on a phone`,
  },
  'asks-listed': {
    report: ({ count }) =>
      say`${count === 1 ? say`asks` : say`ask`} to join and ${count === 1 ? say`is` : say`are`} in the list, but without a number; please let them in on a phone`,
    terminal: say`the file lists them by lid:, and GOWA needs a number to let them in: approve it on a phone`,
  },
  'asks-renumbered': {
    report: ({ other, line }) => {
      const write = line
        ? say`; the line in the list of people has to become ${line}`
        : say`; please correct the number in the list`;
      return say`asks to join with a new number${other ? say`, ${other}` : say``}${write}`;
    },
    terminal: ({ other, line }) =>
      say`asks to join with another number${other ? say`, ${other}` : say``}: ${line ? say`in the list of people write ${line}` : say`write it into the files`}`,
  },
  'requests-unread': {
    report: say`WhatsApp did not say who asks to join, so nobody is let in; run it again later`,
    terminal: say`who asks to join could not be read, so nobody is let in: run again later`,
  },
};
