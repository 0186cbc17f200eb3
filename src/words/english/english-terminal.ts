import type { PersonAction } from '../../domain/plan/change.ts';
import type { TimeNames } from '../spelling/name-time.ts';
import { nameTime } from '../spelling/name-time.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, say } from '../../safe/inline.ts';
import type { TerminalWords } from '../terminal-words.ts';
import { counted } from '../terminal-forms.ts';

const groups = (count: number) => counted(count, say`group`, say`groups`);
const people = (count: number) => counted(count, say`person`, say`people`);

/** How a time is called in its column. */
const timers: TimeNames & { readonly off: Inline } = {
  off: say`off`,
  '24h': say`24h`,
  '7d': say`7d`,
  '90d': say`90d`,
};

/** What a need is called: "ana has joined". JSON has it without the `once`. */
export const needs: Readonly<Record<PersonAction, (name: Inline) => Inline>> = {
  add: (name) => say`${name} has joined`,
  promote: (name) => say`${name} is an admin`,
  demote: (name) => say`${name} is no admin any more`,
  remove: (name) => say`${name} has left`,
};

/** What a terminal shows in English. */
export const englishTerminal: TerminalWords = {
  actions: {
    knock: () => say`asked to join, is let in`,
    add: () => say`joins`,
    promote: () => say`becomes an admin`,
    demote: () => say`is no longer an admin`,
    remove: () => say`leaves`,
  },
  adminLeaves: say`leaves (is an admin)`,
  notDone: {
    knock: () => say`not let in`,
    add: () => say`not added`,
    promote: () => say`not promoted`,
    demote: () => say`not demoted`,
    remove: () => say`not removed`,
    set: () => say`not changed`,
  },
  asks: () => say`asks to join`,
  once: {
    add: (name) => say`once ${needs.add(name)}`,
    promote: (name) => say`once ${needs.promote(name)}`,
    demote: (name) => say`once ${needs.demote(name)}`,
    remove: (name) => say`once ${needs.remove(name)}`,
  },
  why: (reason, ways, day) => {
    const via = ways === '' ? say`` : say` via ${ways}`;
    if (reason === 'listed') return ways === '' ? say`in the file` : ways;
    if (reason === 'unlisted') return say`not in the file`;
    if (reason === 'ended') return say`last day was ${day}${via}`;
    if (reason === 'begun') return say`first day is ${day}${via}`;
    if (reason === 'early') return say`first day is only ${day}${via}`;
    return reason === 'readd' ? say`left, put back once (readd: ${day})${via}` : say`the file says so`;
  },
  photo: {
    removed: say`is removed`,
    first: say`is set`,
    differs: say`differs`,
    none: say`the file says photo: none`,
  },
  value: (value) => {
    if (typeof value === 'boolean') return value ? say`on` : say`off`;
    return nameTime(value, timers, (seconds) => say`${seconds} seconds`);
  },
  line: (number) => say`line ${number}`,
  somebody: say`somebody`,
  results: {
    verified: say`verified`,
    declined: say`declined`,
    'not-verified': say`not verified`,
    failed: say`failed`,
    skipped: say`skipped`,
  },
  refused: say`refused`,
  notApproved: say`not approved`,
  leftAlone: say`left alone`,
  refusal: (sentence) => say`Refused: ${sentence}`,
  allow: (counts) => {
    const kinds = Object.entries(counts).map(([kind, number]) => say`${kind as Inline}: ${number}`);
    return say`allow: { ${join([...kinds, say`until: <last day>`, say`reason: <why>`], ', ')} }`;
  },
  summary: {
    title: { plan: say`Plan`, applied: say`Applied` },
    sandbox: say`sandbox`,
    counts: {
      add: (count) => say`${count} to join`,
      remove: (count) => say`${count} to leave`,
      promote: (count) => say`${count} to promote`,
      demote: (count) => say`${count} to demote`,
      set: (count) => say`${count} to change`,
      toCreate: (count) => say`${count} to create`,
      toInvite: (count) => say`${count} to invite`,
      coming: (count) => say`${count} on coming days`,
      comingRefused: (count) => say`${count} on coming days refused`,
      waiting: (count) => say`${count} approved and waiting`,
      refused: (count) => say`${count} refused by a limit`,
      notApproved: (count) => say`${count} not approved`,
      unreadable: (count) => say`${count} not readable`,
      leftAlone: (count) => say`${count} left alone`,
      needHuman: (count) => counted(count, say`needs a human`, say`need a human`),
      declined: (count) => say`${count} declined`,
      'not-verified': (count) => say`${count} not verified`,
      failed: (count) => say`${count} failed`,
      skipped: (count) => say`${count} skipped`,
    },
    where: (changed, all) => say`in ${changed} of ${groups(all)}`,
    nothing: (all) => say`nothing to change in ${groups(all)}`,
    verified: (number, approved) => say`${number} of ${approved} verified`,
    nothingApproved: say`nothing was due and approved`,
    nothingDone: say`nothing could be done`,
  },
  crowd: {
    people,
    settings: (count) => counted(count, say`setting`, say`settings`),
    changes: (count) => counted(count, say`change`, say`changes`),
    notMade: say`not made`,
    more: (count) => say`and ${count} more`,
    moreLines: (count) => say`… ${counted(count, say`more line`, say`more lines`)}, all of them with --json`,
  },
  headings: {
    leftAlone: say`Left alone`,
    toInvite: say`To invite: they come by the link (rollcall invite FILE)`,
    scheduled: say`Coming dates`,
    approvedDates: say`Coming dates, approved already`,
    waiting: say`Approved, and not done yet`,
    toCreate: say`To create (groups without an id)`,
    next: say`Next`,
    since: say`This pull request`,
    arrived: say`new here`,
    stopped: say`not managed any more`,
    relaxed: say`less is managed`,
  },
  numbers: {
    old: (name) => say`${name} (old number)`,
    new: (name) => say`${name} (new number)`,
  },
  claim: (file, name) => say`${file}, which calls it ${name}`,
  approvals: {
    summary: (count) => {
      if (count === 0) return say`Nothing is approved that is not done.`;
      return count === 1
        ? say`1 approved change is not done yet.`
        : say`${count} approved changes are not done yet.`;
    },
    dropped: (count) =>
      count === 1
        ? say`1 approval taken back: apply carries it out no more.`
        : say`${count} approvals taken back: apply carries them out no more.`,
    noFile: say`Groups that no file is about any more`,
    unknown: say`somebody whom the files do not name`,
    something: say`something`,
    group: say`the group`,
    isMade: say`is made`,
    byLink: say`is let in when they ask, and not added`,
    changes: say`is changed`,
    since: (day, plan) => (plan === '' ? say`approved on ${day}` : say`approved on ${day} by plan ${plan}`),
  },
  coming: {
    on: (day) => say`on ${day}`,
    refused: (sentence) => say`not approved: ${sentence}`,
    limit: say`not approved: a limit objects`,
    obstacle: (sentence) => say`at the moment: ${sentence}`,
    before: say`in the files before, approved by nobody yet`,
  },
  toInvite: { approved: say`approved already` },
  progress: {
    reading: say`reading`,
    readingAgain: say`reading again`,
    lookingUp: say`asking WhatsApp who is who`,
    pausing: (seconds) => say`waiting ${seconds} s`,
    set: (setting) => say`setting ${setting}`,
    people: {
      knock: (who) => say`letting in ${who}`,
      add: (who) => say`adding ${who}`,
      promote: (who) => say`promoting ${who}`,
      demote: (who) => say`demoting ${who}`,
      remove: (who) => say`removing ${who}`,
    },
    groups: (done, all) => say`Reading groups: ${done} of ${all} …`,
    photos: (done, all) => say`Reading photos: ${done} of ${all} …`,
    asked: (count) => say`Asking WhatsApp who is who: ${people(count)} …`,
  },
  notes: {
    sandbox: {
      forgets: say`Sandbox: none of this touches WhatsApp. No pauses, and no memory across runs.`,
      remembers: say`Sandbox: none of this touches WhatsApp.`,
    },
    stop: (sentence, text) => say`${sentence} (${text})`,
    waits: say`Interrupted: waiting for what is on its way. Once more ends at once.`,
    interrupted: say`Interrupted: what was on its way was read again, the rest was not begun.`,
    part: say`Only what happens to this person is shown: the plan without --person has the rest, and is what is approved.`,
    coming: say`What dates bring is approved by a plan file (plan --out), not by --expect or --yes.`,
    paceSpent: say`The adds or look-ups of ${toHours(keptFor.spent)} hours are spent.`,
    nextAfter: (time) => say`Next, after ${time}`,
    resumes: (time) => say`Run again after ${time}: before that, nothing more is sent.`,
    elsewhere: (count) =>
      say`${groups(count)} of other accounts ${count === 1 ? say`was` : say`were`} not read.`,
    paceHeld: say`The policy allows a faster pace than before. It counts ${toHours(keptFor.spent)} hours after the first apply that saw it; until then the slower one does.`,
    forecast: ({ adds, lookups }, takes) =>
      say`Pace: ${counted(adds, say`add`, say`adds`)} and ${counted(lookups, say`look-up`, say`look-ups`)}, ${takes}.`,
    lanes: (number, adding) =>
      say`${people(number)}: ${adding} by adding; by the link as soon as they ask to join (new-members: invite).`,
    datedLinks: say`Where a date takes somebody out, the group's link is made anew with that, and is approved with it.`,
    oldLink: (names, count) =>
      say`Whoever was removed from ${names} may still have ${count === 1 ? say`its` : say`their`} invite link. With link: { renew: after-removals } in _policy.yaml it is made anew.`,
    takes: {
      pauses: (duration) => duration,
      adding: (duration) => say`${duration} by adding`,
      lookingUp: (duration) => say`${duration} by looking people up`,
    },
    noMemory: say`No memory across runs: pace and limits know this run alone, and whoever is missing is added, also who left.`,
    freshMemory: (since, until) =>
      say`The memory began on ${since} and does not know who left or declined before: they may be added again. Said until ${until}.`,
    unread: (names, count) =>
      say`${names} could not be read: nothing is known of ${count === 1 ? say`it` : say`them`}, and nothing is done there.`,
    newMemory: say`There is no memory yet, so nobody is touched: rollcall apply --new-journal starts one.`,
    badMemory: (fault) =>
      fault === ''
        ? say`The memory across runs is missing or damaged: nobody is touched. apply --new-journal starts a new one.`
        : fault,
  },
  ask: {
    question: say`Apply all of this? Only "yes" will do:`,
    yes: 'yes',
    nothing: say`Nothing was written.`,
    invitation: (file, link) => say`Invite link of ${file}: ${link}`,
  },
};
