import { allowanceReach } from '../../domain/defaults.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { LimitKind } from '../../domain/group.ts';
import type { LowerMode } from '../../domain/origin.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list, say as bare } from '../../safe/inline.ts';
import { groups, limits, many, people, say } from './english-forms.ts';
import { englishLeftAlone } from './english-left-alone.ts';
import type { ReasonWords } from '../reason-words.ts';

const hours = toHours(keptFor.spent);

const causes: ReasonWords['causes'] = {
  declined: {
    report: say`their own settings let nobody add them, so somebody has to send an invitation`,
    terminal: say`their own settings allow joining only by invitation`,
  },
  unreadable: {
    report: say`the group could not be read`,
    terminal: ({ result, text }) =>
      result === 'not-verified'
        ? say`it was sent, but the group could not be read again: ${text}`
        : say`nothing was sent, since the group could not be read: ${text}`,
  },
  'photo-unread': {
    report: say`it was sent, but the photo could not be read again; the next run looks again`,
    terminal: say`it was sent, but the photo could not be read again`,
  },
  incomplete: {
    report: say`it was sent, but not everybody in the group could be read again; the next run looks again`,
    terminal: say`it was sent, but the people could not all be read again`,
  },
  uncounted: {
    report: say`it was sent, and the list does not have them any more, but WhatsApp did not say how many people the group has; please look on a phone`,
    terminal: say`it was sent, and the list does not have them any more; but WhatsApp did not say how many people the group has, so that the list may lack them: look on a phone`,
  },
  'perhaps-hidden': {
    report: say`somebody in the group hides their number and could be the same person; the next run looks again`,
    terminal: say`a member without a number may be this person`,
  },
  'no-answer': {
    report: say`no clear answer came, and the group does not show it so far; the next run looks again`,
    terminal: ({ text }) => say`no clear answer (${text}), and it has not happened so far`,
  },
  'without-effect': {
    report: say`WhatsApp said yes, but the group does not show it; the next run looks again`,
    terminal: say`GOWA reported success, but the group does not show it`,
  },
  'one-of-several': {
    report: say`some of those who were added together did not want it, and WhatsApp does not say who`,
    terminal: ({ refused, among }) =>
      say`WhatsApp refused ${refused} of these ${among} by their own settings`,
  },
  'under-way': {
    report: say`it was on its way at that moment, and may or may not have happened`,
    terminal: say`it was on its way: it may or may not have happened`,
  },
  'not-on-whatsapp': {
    report: say`not found on WhatsApp; please check the number`,
    terminal: say`this number is not on WhatsApp`,
  },
  'gone-from-whatsapp': {
    report: say`no longer on WhatsApp, so this can be done on a phone only`,
    terminal: say`remove by phone: the account behind this number no longer exists, and GOWA refuses such numbers`,
  },
  rejected: {
    report: say`WhatsApp did not accept it; the log of the run says more`,
    terminal: ({ text }) => text,
  },
  'gave-up': {
    report: say`WhatsApp did not accept others in this group, so this was not tried; the log of the run says more`,
    terminal: say`not sent, since GOWA keeps refusing the same for others in this group`,
  },
  'line-lost': {
    report: say`the connection was lost at that very moment; the next run looks again`,
    terminal: ({ text }) => say`nothing was sent: ${text}`,
  },
  'left-alone': {
    report: say`by now it is no longer needed or not possible`,
    terminal: ({ leftAlone }) => say`left alone by now: ${leftAlone}`,
  },
  limit: {
    report: say`by now a limit stops it`,
    terminal: say`by now a limit objects to the changes of this group`,
  },
  stopped: {
    report: say`the run ended before its turn came`,
    terminal: ({ isOwn, text }) => (isOwn ? text : say`the run stopped before: ${text}`),
  },
  interrupted: {
    report: say`the run ended before its turn came`,
    terminal: say`the run was interrupted before`,
  },
  'not-reached': {
    report: say`the run ended before its turn came`,
    terminal: say`the run did not come to it: nothing was sent for it`,
  },
  needs: {
    report: say`something else had to happen first and did not`,
    terminal: say`what it needs first did not happen`,
  },
  pace: {
    report: say`enough was done for today; the next run goes on`,
    terminal: say`today's pace is spent; run again tomorrow`,
  },
  'not-due': {
    report: say`by now it is no longer needed or not possible`,
    terminal: say`by now it is not due any more`,
  },
};

/** A number as a terminal and JSON show it: without anything between thousands. */
const counted = (count: number, one: Inline, more: Inline) => bare`${count} ${count === 1 ? one : more}`;

const limitNouns: Readonly<Record<LimitKind, readonly [one: Inline, more: Inline]>> = {
  removals: [say`removal`, say`removals`],
  demotions: [say`demotion`, say`demotions`],
  promotions: [say`promotion`, say`promotions`],
  adds: [say`add`, say`adds`],
};

const reportRefusals: ReasonWords['refusals']['report'] = {
  sentence: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`The file ${file} now points to another group, with a list that was another group’s before.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`No admin` : say`Only ${many(count, say`admin`, say`admins`)}`} would be left, and at least ${allowed} must stay.`;
    if (limit === 'emptied')
      return say`${people(count)} would be removed, because the list names nobody any more, or nobody who is in the group.`;
    const what = many(count, ...limits[limit]);
    if (scope === 'group') return say`In this group there would be ${what}; the limit is ${allowed}.`;
    const before = earlier > 0 ? say`, counting the ${earlier} of the last ${hours} hours` : say``;
    if (limit === 'removals' || limit === 'adds') {
      const happens = limit === 'removals' ? say`be removed` : say`be added`;
      return say`In all groups together ${people(count)} would ${happens} within ${hours} hours${before}; the limit is ${allowed}.`;
    }
    return say`In all groups together there would be ${what} within ${hours} hours${before}; the limit is ${allowed}.`;
  },
  advice: {
    group: say`Nothing is done in this group. Change less at once; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    run: ({ count }, room, rule) =>
      say`Merging does none of these. Merge ${room > 0 ? say`at most ${room} now and the rest` : say`them`} ${hours} hours later; or, if this is what you want, have a pull request of its own raise the limit (${rule} in the file _policy.yaml) to ${count} first; or a group’s file can allow it once, with a reason and a last day.`,
    admins: say`Nothing is done in this group. Name another admin, or keep one.`,
    emptied: say`Nothing is done in this group. List whoever is to stay; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    coming: say`Merging does not approve what the dates of that day bring; everything else goes on. Let fewer end on one day; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    'id-edited': say`Nothing is done, because the people of one group would be put into another. Another group gets a file of its own; where the old group is over, its file is deleted in a pull request before.`,
  },
};

/** What a run's limit counts: people who leave or join, in however many groups, and roles one by one. */
function toRunCount(limit: LimitKind, count: number): Inline {
  const who = counted(count, say`person`, say`people`);
  if (limit === 'removals') return say`${who} would leave`;
  return limit === 'adds' ? say`${who} would join` : counted(count, ...limitNouns[limit]);
}

const groupAdvice = say`Nothing is done in this group, and there is no --force. Lower the number; or, if it is meant, write into the file, in the same pull request, with a last day within ${allowanceReach} days, in place of any allow: that is there:`;

const terminalRefusals: ReasonWords['refusals']['terminal'] = {
  sentence: (refusal, file) => {
    const { limit, scope, count, allowed } = refusal;
    if (limit === 'id-edited')
      return say`${file || say`The file`} names another group now, with a list that was another group's before.`;
    if (limit === 'admins') {
      const left = count === 0 ? say`no admin` : counted(count, say`admin`, say`admins`);
      return bare`${left} would be left, and at least ${allowed} must be (limits.admins.min).`;
    }
    if (limit === 'emptied')
      return bare`${counted(count, say`member`, say`members`)} would leave, since the list names nobody any more, or nobody who is here.`;
    const rule = limit as Inline;
    if (scope === 'group')
      return bare`${counted(count, ...limitNouns[limit])} in this group, and the limit is ${allowed} (limits.${rule}.group).`;
    const { earlier = 0 } = refusal;
    const before = earlier > 0 ? bare`, the ${earlier} of the last ${hours} hours among them,` : say``;
    return bare`${toRunCount(limit, count)} in all groups together${before} and the limit is ${allowed} (limits.${rule}.run).`;
  },
  advice: {
    group: groupAdvice,
    emptied: groupAdvice,
    admins: say`Nothing is done in this group. Name another admin in the file, or keep one.`,
    'id-edited': say`Nothing is done: one group's people would be put upon another. Put the id back; another group gets a file of its own, and where the old group is over, its file goes in a pull request before.`,
    run: ({ count }, room, rule) =>
      bare`None of them are done. ${room > 0 ? bare`Merge at most ${room} now and the rest` : say`Merge them`} ${hours} hours later; or raise ${rule} to ${count} in _policy.yaml, in a pull request of its own before this one; or, where a group means it, write an allow: into its file (what it covers does not count here). There is no --force.`,
    coming: say`What the dates of that day bring is not approved, and everything else goes on. Let fewer end on one day; or, if it is meant, write an allow: into the group's file, in the same pull request.`,
  },
};

const lifted: ReasonWords['lifted'] = {
  report: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`at most ${number} until ${until}, because: ${reason}.`;
    if (limit === 'emptied')
      return say`A limit is lifted here: ${people(count)} would be removed, and nobody on the list would be in the group. The group’s file allows it: ${end}`;
    const [one, more] = limits[limit];
    return scope === 'group'
      ? say`A limit is lifted here: there are ${many(count, one, more)}, and the limit is ${usual}. The group’s file allows it: ${end}`
      : say`A limit is lifted here: all groups together have ${many(count, one, more)}, the limit is ${usual}, and this group does not count. Its file allows it: ${end}`;
  },
  terminal: ({ limit, scope, count, usual, number }, until, reason) => {
    const how = bare`at most ${number} until ${until}, reason: ${reason}`;
    if (limit === 'emptied')
      return say`the file's allow: lets ${counted(count, say`member`, say`members`)} leave, and nobody of the list would be here: ${how}`;
    return scope === 'group'
      ? bare`the file's allow: lets ${counted(count, ...limitNouns[limit])} through, where the limit is ${usual}: ${how}`
      : bare`the file's allow: keeps the ${limitNouns[limit][1]} here out of the limit of all groups together, which is ${usual} and would see ${count}: ${how}`;
  },
};

function toLess({ part, after }: LowerMode): Inline {
  if (after === 'observe') return say`only reported now`;
  return part === 'members' ? say`nobody is removed any more` : say`nobody is demoted any more`;
}

const toMode = ({ part, before, after }: LowerMode) => `${part} ${before} → ${after}` as Inline;

const relaxed: ReasonWords['relaxed'] = {
  report: {
    parts: {
      members: say`who is a member`,
      admins: say`who is an admin`,
      settings: say`the settings`,
    },
    gone: (name, nouns) =>
      say`The file of ${name} no longer says anything about this: ${nouns}. The group keeps it as it is, and nobody looks after it.`,
    observe: (name, parts) => say`In ${name} this is only watched from now on, and not put right: ${parts}.`,
    additive: {
      members: (name) => say`From now on nobody is taken out of ${name}.`,
      admins: (name) => say`From now on nobody stops being an admin of ${name}.`,
    },
  },
  terminal: ({ keys, modes }) => {
    const names = list(keys as readonly string[] as readonly Inline[], [' and ', ' and ']);
    const [are, stay] = keys.length > 1 ? [say`are`, say`them as they are`] : [say`is`, say`it as it is`];
    return join(
      [
        ...(keys.length > 0 ? [say`${names} ${are} not in it any more: the group keeps ${stay}`] : []),
        ...modes.map((mode) => say`${toMode(mode)}: ${toLess(mode)}`),
      ],
      '; ',
    );
  },
};

const unread: ReasonWords['unread'] = {
  policy: {
    report: (file) =>
      say`Before this pull request the file with the rules (${file}) was missing or had mistakes. So the stricter ones of today’s limits, the usual ones and those that can be read count, it is not certain who was protected, and everything counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} is missing or has mistakes: limits are the stricter of now and what can be read of it, else the built-in ones; whom it protected may not be known; every change counts as made by this pull request`,
  },
  protected: {
    report: (file) =>
      say`It is not certain who was protected before this pull request (${file}): please look closely at who leaves or is no longer an admin.`,
    terminal: (file, base) =>
      say`${file} of ${base} protects people by names that are not known there: look closely at who leaves or is no admin any more`,
  },
  people: {
    report: (file) =>
      say`Before this pull request the file with the people (${file}) had mistakes. So nobody can tell whether somebody else’s number was put behind a name: please compare the numbers. All that happens to people counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has mistakes: a number changed behind a handle may not show above, so compare them yourself; every change of a person counts as made by this pull request`,
  },
  group: {
    report: (file) =>
      say`Before this pull request the file ${file} had mistakes: all that happens in its group counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has mistakes: every change of its group counts as made by this pull request`,
  },
  id: {
    report: (file) =>
      say`Before this pull request the file ${file} had mistakes, and nobody can tell which group it was for: please check that it is the same. All that happens in its group counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has mistakes, and which group it was for cannot be told, nor whether its id was edited; every change of its group counts as made by this pull request`,
  },
  photo: {
    report: (file) =>
      say`Before this pull request the photo of the file ${file} could not be read: its change counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has a photo that cannot be read: the change of it counts as made by this pull request`,
  },
};

export const englishReasons: ReasonWords = {
  leftAlone: englishLeftAlone,
  causes,
  unreadable: {
    'not-in-group': {
      report: say`The account that Rollcall uses is not in this group: somebody has to add it, or take the file away.`,
      terminal: say`the account is not in this group: add it on a phone, or take the file away`,
      waiting: say`the account is not in this group: add it on a phone`,
    },
    'no-such-group': {
      report: say`This group no longer exists: correct the file, or take it away.`,
      terminal: say`there is no such group any more: correct id: in the file, or take the file away`,
      waiting: say`there is no such group any more: correct id: in the file, or take the file away`,
    },
    failed: {
      report: say`The group could not be read, so nothing is done here.`,
      terminal: (text) => say`could not be read, so nothing is done here: ${text}`,
      waiting: say`the group could not be read: run again later`,
    },
  },
  dates: {
    unreadable: {
      report: say`the group could not be read; the next plan lists it again`,
      terminal: say`the group could not be read, so this is not approved now: plan again`,
    },
    forgotten: {
      report: say`no record of earlier runs is kept, so it needs a plan of its day`,
      terminal: say`no memory is kept (state:), so this needs a plan of its day`,
    },
  },
  refusals: { report: reportRefusals, terminal: terminalRefusals },
  notices: {
    'lid-known': {
      report: ({ name }) => say`A hidden number turned out to be ${name}: the file can name them now.`,
      terminal: ({ name, lid }) =>
        say`${lid} in the file is ${name}: their number is known now, write that instead`,
    },
    'allow-expired': {
      report: () => say`The file’s permission to go past a limit has expired and can be taken out.`,
      terminal: say`the file's allow: has expired: take it out`,
    },
    'allow-used-up': {
      report: () => say`The file’s permission to go past a limit is used up and can be taken out.`,
      terminal: say`the file's allow: is used up: take it out`,
    },
  },
  lifted,
  stops: {
    'rate-limited': {
      report: say`WhatsApp asked the account to slow down, so the run stopped at once.`,
      terminal: say`WhatsApp asks the account to slow down, so the run stopped at once`,
    },
    'session-lost': {
      report: say`The account was logged out of WhatsApp, so the run stopped at once: please look at the phone.`,
      terminal: say`the WhatsApp session is gone, so the run stopped at once: look at the phone`,
    },
    unreachable: {
      report: say`The server could not be reached any more, so the run stopped.`,
      terminal: say`GOWA could not be reached any more, so the run stopped`,
    },
    'no-answers': {
      report: say`The server stopped answering, so the run stopped: somebody has to look at it.`,
      terminal: say`GOWA answers no more, so the run stopped: restart it, or look at its log`,
    },
    'no-storage': {
      report: say`The record of this run could not be saved, so the run stopped: somebody has to see to the disk.`,
      terminal: say`the memory of this run cannot be written, so it stopped: see to the disk`,
    },
  },
  origins: {
    'pull-request': { report: say`this pull request`, terminal: say`this pull request` },
    phone: { report: say`changed on a phone, or never approved`, terminal: say`changed on the phone` },
    date: { report: say`a date has passed`, terminal: say`a date passed` },
    'earlier-merge': {
      report: say`waiting since an earlier merge`,
      terminal: say`waiting since an earlier merge`,
    },
  },
  stopped: {
    deleted: {
      report: (name) =>
        say`${name} is no longer looked after: its file is deleted. The group itself stays as it is.`,
      terminal: say`its file is deleted: the group stays as it is, and Rollcall looks at it no more`,
    },
    ignored: {
      report: (name) =>
        say`${name} is no longer looked after: its file was renamed. The group itself stays as it is.`,
      terminal: say`its file starts with _ now: the group stays as it is, and Rollcall looks at it no more`,
    },
    'id-edited': {
      report: (name) => say`The file of ${name} now points to another group.`,
      terminal: say`its file names another group now`,
    },
  },
  arrived: {
    'new-file': {
      report: (name) =>
        say`${name} is new here: its file is new, and all that happens in this group comes with this pull request.`,
      terminal: say`its file is new: all that happens in this group comes with this pull request`,
    },
    'first-id': {
      report: (name) =>
        say`${name} is new here: its file did not say before which group it is for, and all that happens in this group comes with this pull request.`,
      terminal: say`its file has its first id: all that happens in this group comes with this pull request`,
    },
  },
  relaxed,
  unread,
  newNumber: {
    report: ({ name, before, after, groups: all, adminIn }) =>
      say`The number of ${name} changes from ${before} to ${after}: whoever has the new number belongs in ${groups(all)}${adminIn === 0 ? say`` : say`, and is an admin in ${adminIn}`}.`,
    terminal: ({ name, before, after, groups: all, adminIn }) => {
      const where =
        adminIn > 0
          ? say`admin in ${counted(adminIn, say`group`, say`groups`)}`
          : say`in ${counted(all, say`group`, say`groups`)}`;
      return say`${name}'s number ${before} → ${after}, ${where}`;
    },
  },
};
