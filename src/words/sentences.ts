import type { PersonAction, Why } from '../domain/change.ts';
import type { Day, LimitKind } from '../domain/group.ts';
import type { SettingName } from '../domain/settings.ts';
import { allowanceReach } from '../domain/defaults.ts';
import type {
  Arrived,
  LowerMode,
  NewNumber,
  Origin,
  Relaxed,
  Stopped,
  Unread,
  Untold,
} from '../domain/origin.ts';
import type { Stop } from '../domain/outcome.ts';
import type { DesiredPhoto } from '../domain/picture.ts';
import { findRoom } from '../domain/plan.ts';
import type { AskedState, Forecast, LeftAloneReason, Lifted, Notice, Refusal } from '../domain/plan.ts';
import { count } from './terminal-words.ts';

/**
 * Every English sentence that plans and reports are made of, in one place (single words are in words.ts), so that
 * another language is another table. They are for people who review without being engineers: short, and saying what
 * can be done. Whatever goes into a sentence has been made a label before.
 */

/** The reason of a change. `ways`: how the files name the person, those ways left out that say no more than the label. */
export function whySentence(why: Why, ways: readonly string[]): string {
  const via = ways.length > 0 ? ` via ${ways.join(', ')}` : '';
  switch (why.kind) {
    case 'listed':
      return ways.length > 0 ? ways.join(', ') : 'in the file';
    case 'unlisted':
      return 'not in the file';
    case 'ended':
      return `last day was ${why.until}${via}`;
    case 'readd':
      return `left, put back once (readd: ${why.readd})${via}`;
    case 'differs':
      return 'the file says so';
  }
}

/** What a switch or a timer means to the people in the group; name and topic speak for themselves. */
export function settingSentence(setting: SettingName, after: string | boolean | number): string {
  switch (setting) {
    case 'announce':
      return after === true ? 'only admins may post' : 'everybody may post';
    case 'locked':
      return after === true ? "only admins may edit the group's info" : "everybody may edit the group's info";
    case 'disappearing':
      return after === 0 ? 'messages stay' : 'messages disappear after this time';
    case 'name':
    case 'topic':
      return `the file has another ${setting}`;
  }
}

/** Where a photo comes from; nothing to say where it goes. */
export function photoSentence(after: DesiredPhoto): string {
  return after.kind === 'file' ? after.path : 'the file says photo: none';
}

function on(since: Day | undefined): string {
  return since === undefined ? '' : ` on ${since}`;
}

/** Why drift is left alone, and what somebody can do about it. */
export function leftAloneSentence(
  reason: LeftAloneReason,
  action?: PersonAction | 'set',
  since?: Day,
  about: AboutOther = {},
): string {
  if (reason === 'number-changed') return numberChanged(action, about);
  if (reason === 'perhaps-hidden') return askedSentences[about.asked ?? 'unclear'];
  if (reason === 'perhaps-same')
    return `${toOther(about)} has nearly this number: perhaps one person, so put the right one into the file, or take the other out on a phone`;
  if (reason === 'perhaps-typo')
    return `${toOther(about)} has nearly this number and is not on WhatsApp: correct the number in the files if they are meant, else take this one out on a phone`;
  if (reason === 'not-on-whatsapp') return notOnWhatsapp(action, since);
  if (reason === 'left') return `was here${on(since)} and has left since; readd: puts them back once`;
  if (reason === 'declined') return `declined or was invited${on(since)}; asked again after 30 days`;
  if (reason === 'refused')
    return `was refused${on(since)}; tried again after some days, or do it on a phone`;
  if (reason === 'tried')
    return `was added${on(since)} and did not join, WhatsApp does not say why: send them the link`;
  return leftAloneSentences[reason];
}

/** Whom a reason is about besides the change's own person, as labels. */
export interface AboutOther {
  readonly other?: string;
  /** The line that the files should have: `budi: "+44 •••• ••• 013"`. */
  readonly line?: string;
  /** For `perhaps-hidden`: why nobody can say yet whether it is they. */
  readonly asked?: AskedState | undefined;
}

const somebodyHides = 'somebody here hides their number and may be them';

const askedSentences: Readonly<Record<AskedState, string>> = {
  'not-yet': `${somebodyHides}, and WhatsApp was not asked yet, since it is asked about few at a time: plan again`,
  spent: `${somebodyHides}, and today's look-ups are spent: plan again tomorrow`,
  'not-found': `${somebodyHides}, and their number was not found on WhatsApp: check it, or write the lid: of whoever hides into the file`,
  unclear: `${somebodyHides}: find out, then write their lid: into the file`,
};

function toOther({ other }: AboutOther): string {
  return other ?? 'somebody in the file';
}

function numberChanged(action: PersonAction | 'set' | undefined, { other, line }: AboutOther): string {
  const write = line === undefined ? 'write the new one into the files' : `in _people.yaml write ${line}`;
  if (action !== 'add' && action !== 'promote')
    return `is ${other ?? 'somebody whom the files know'} under another number: ${write}`;
  return other === undefined
    ? 'has another number now, which WhatsApp hides: ask for it, and write it into the files'
    : `has another number now, ${other}: ${write}`;
}

function notOnWhatsapp(action?: PersonAction | 'set', since?: Day): string {
  const found = `not on WhatsApp${since === undefined ? '' : ` (asked on ${since})`}`;
  if (action === 'remove') return `${found}: remove by phone, the account no longer exists`;
  if (action === 'promote' || action === 'demote') return `${found}: the account no longer exists`;
  return `${found}: check the number in the files`;
}

/** Those whose sentence says more than the reason. */
type TellingReason =
  | 'not-on-whatsapp'
  | 'left'
  | 'declined'
  | 'tried'
  | 'refused'
  | 'number-changed'
  | 'perhaps-hidden'
  | 'perhaps-same'
  | 'perhaps-typo';

const leftAloneSentences: Readonly<Record<Exclude<LeftAloneReason, TellingReason>, string>> = {
  'not-admin': 'the account is no admin of this group: make it one on a phone',
  suspended: 'WhatsApp has suspended this group: see on a phone what it wants',
  community: 'WhatsApp does not let this be changed in a community or its announcement group',
  'frozen-topic': 'WhatsApp refuses every new topic here, even from a phone: take topic: out of the file',
  'name-too-long': 'GOWA sends names of at most 25 bytes: shorten it, or set it on a phone',
  owner:
    'made this group, and Rollcall never touches whoever made one: list them in the file, or see on a phone what ' +
    'can be done',
  'protected-number':
    'it was the number of somebody whom the policy protects: if it is no longer theirs, remove it by phone',
  protected: 'the policy protects them: list them in the file, or do it on a phone',
  admin: 'an admin is removed only where the file gives members: and admins:, both exact',
  incomplete: 'WhatsApp gave an incomplete list of people, so nobody is touched: run again later',
  undated: 'WhatsApp does not say when this group was made, so it may show a part of it: add them on a phone',
  vanished:
    'WhatsApp leaves out many who were here, so nobody is touched: until a run a day later finds the same',
  unidentified: 'WhatsApp hides their number: write lid: into the file if they belong here',
  'perhaps-listed': 'may be somebody whom the file lists by lid: find out on a phone',
  'other-account':
    'another WhatsApp account had this number before: find out whose it is now, and make them an admin on a phone',
  unconfirmed: 'WhatsApp hides their number, and who they are has not been asked again yet: plan again',
  ambiguous: 'two members have what may be one number: tell them apart on a phone',
  'by-invite': 'joins by invitation only (by: invite): send them the link',
  full: 'no place is left in the group, which holds 1,024: take somebody out first',
  'no-memory':
    'the memory of earlier runs is missing or damaged, so nobody is touched: apply --new-journal starts one',
  'photo-hidden': 'WhatsApp does not show the account the photo of this group: see on a phone who may see it',
  'photo-untold':
    'GOWA cannot tell whether this community has no photo or hides it, so it is not touched: set it on a phone',
  'photo-unread': 'the photo could not be read, so it is not touched: run again later',
  additive: 'manage: additive takes nothing away',
  observe: 'manage: observe only reports',
  'not-approved': 'nobody approved it: plan again, and have that reviewed',
  'earlier-plan': 'an earlier plan file approved it: apply without a plan file carries it out',
};

/** Why a group could not be read. `text` is GOWA's own. */
export function unreadableSentence(
  reason: 'not-in-group' | 'no-such-group' | 'failed',
  text: string,
): string {
  switch (reason) {
    case 'not-in-group':
      return 'the account is not in this group: add it on a phone, or take the file away';
    case 'no-such-group':
      return 'there is no such group any more: correct id: in the file, or take the file away';
    case 'failed':
      return `could not be read, so nothing is done here: ${text}`;
  }
}

/** Why what was approved waits, where a group could not be looked at. */
export const waitingSentences = {
  'not-in-group': 'the account is not in this group: add it on a phone',
  'no-such-group': 'there is no such group any more: correct id: in the file, or take the file away',
  failed: 'the group could not be read: run again later',
} as const;

/** Why a coming change of a group that could not be read cannot be approved. */
export const obstacleSentence = 'the group could not be read, so this is not approved now: plan again';

const limitNouns: Readonly<Record<LimitKind, readonly [one: string, many: string]>> = {
  removals: ['removal', 'removals'],
  demotions: ['demotion', 'demotions'],
  promotions: ['promotion', 'promotions'],
  adds: ['add', 'adds'],
};

/** What a run's limit counts: people who leave or join, in however many groups, and roles one by one. */
function runNoun(limit: LimitKind, number: number): string {
  if (limit === 'removals') return `${count(number, 'person', 'people')} would leave`;
  if (limit === 'adds') return `${count(number, 'person', 'people')} would join`;
  return count(number, ...limitNouns[limit]);
}

/** What the limit is and how much the plan has. */
export function refusalSentence(refusal: Refusal): string {
  const { limit, scope, count: number, allowed, file } = refusal;
  if (limit === 'id-edited')
    return `${file ?? 'The file'} names another group now, with a list that was another group's before.`;
  if (limit === 'admins') {
    const left = number === 0 ? 'no admin' : count(number, 'admin');
    return `${left} would be left, and at least ${allowed} must be (limits.admins.min).`;
  }
  if (limit === 'emptied') {
    return `${count(number, 'member')} would leave, since the list names nobody any more, or nobody who is here.`;
  }
  return scope === 'run'
    ? runSentence(limit, refusal)
    : `${count(number, ...limitNouns[limit])} in this group, and the limit is ${allowed} (limits.${limit}.group).`;
}

function runSentence(limit: LimitKind, { count: number, allowed, earlier = 0 }: Refusal): string {
  const before = earlier > 0 ? `, the ${earlier} of the last 24 hours among them,` : '';
  return `${runNoun(limit, number)} in all groups together${before} and the limit is ${allowed} (limits.${limit}.run).`;
}

/** What to do about a refusal. There is no `--force`: the way past a limit is reviewed like everything else. */
export function refusalAdvice(refusal: Refusal): string {
  const { limit, scope } = refusal;
  if (limit === 'id-edited') {
    return (
      "Nothing is done: one group's people would be put upon another. Put the id back; another group gets a file of " +
      'its own, and where the old group is over, its file goes in a pull request before.'
    );
  }
  if (limit === 'admins')
    return 'Nothing is done in this group. Name another admin in the file, or keep one.';
  if (scope === 'run') return runAdvice(refusal);
  return (
    'Nothing is done in this group, and there is no --force. Lower the number; or, if it is meant, write into the ' +
    `file, in the same pull request, with a last day within ${allowanceReach} days, in place of any allow: that is there:`
  );
}

function runAdvice(refusal: Refusal): string {
  const { limit, count: number } = refusal;
  const room = findRoom(refusal);
  const now = room > 0 ? `Merge at most ${room} now and the rest` : 'Merge them';
  return (
    `None of them are done. ${now} 24 hours later; or raise limits.${limit}.run to ${number} in _policy.yaml, in a pull ` +
    'request of its own before this one; or, where a group means it, write an allow: into its file (what it covers ' +
    'does not count here). There is no --force.'
  );
}

/** The line for the file that lets a refused plan through. */
export function allowLine(counts: Partial<Readonly<Record<LimitKind, number>>>): string {
  const kinds = Object.entries(counts).map(([kind, number]) => `${kind}: ${number}`);
  return `allow: { ${[...kinds, 'until: <last day>', 'reason: <why>'].join(', ')} }`;
}

/** What to do about what dates will bring too much of: nothing else is held back by it. */
export const comingAdvice =
  'What the dates of that day bring is not approved, and everything else goes on. Let fewer end on one day; or, if it ' +
  "is meant, write an allow: into the group's file, in the same pull request.";

/** A limit that would object, and what lifts it. */
function liftedSentence({ limit, scope, count: number, usual, ...allow }: Lifted): string {
  const kind = limit === 'emptied' ? 'removals' : limit;
  const how = `at most ${allow.number} until ${allow.until}, reason: "${allow.reason}"`;
  if (limit === 'emptied')
    return `the file's allow: lets ${count(number, 'member')} leave, and nobody of the list would be here: ${how}`;
  return scope === 'group'
    ? `the file's allow: lets ${count(number, ...limitNouns[kind])} through, where the limit is ${usual}: ${how}`
    : `the file's allow: keeps the ${limitNouns[kind][1]} here out of the limit of all groups together, which is ${usual} and would see ${number}: ${how}`;
}

/** What is worth knowing about a group. */
export function noticeSentence(notice: Notice, label: string): string {
  switch (notice.kind) {
    case 'lid-known':
      return `lid:${notice.lid} in the file is ${label}: their number is known now, write that instead`;
    case 'limit-lifted':
      return liftedSentence(notice.lifted);
    case 'allow-expired':
      return "the file's allow: has expired: take it out";
    case 'allow-used-up':
      return "the file's allow: is used up: take it out";
  }
}

/** Whose change it is, beside the change. */
export const originSentences: Readonly<Record<Origin, string>> = {
  'pull-request': 'this pull request',
  phone: 'changed on the phone',
  date: 'a date passed',
  'earlier-merge': 'waiting since an earlier merge',
};

/** How a group came to be managed by no file. */
export const stoppedSentences: Readonly<Record<Stopped['how'], string>> = {
  deleted: 'its file is deleted: the group stays as it is, and Rollcall looks at it no more',
  ignored: 'its file starts with _ now: the group stays as it is, and Rollcall looks at it no more',
  'id-edited': 'its file names another group now',
};

/** What it means that a group was managed by no file before. */
export const arrivedSentences: Readonly<Record<Arrived['how'], string>> = {
  'new-file': 'its file is new: all that happens in this group comes with this pull request',
  'first-id': 'its file has its first id: all that happens in this group comes with this pull request',
};

/** What of a group is managed less: "members and topic are not in it any more: the group keeps them as they are". */
export function relaxedSentence({ keys, modes }: Relaxed): string {
  const [last = '', ...others] = keys.toReversed();
  const names = others.length > 0 ? `${others.toReversed().join(', ')} and ${last} are` : `${last} is`;
  const stay = keys.length > 1 ? 'them as they are' : 'it as it is';
  return [
    ...(keys.length > 0 ? [`${names} not in it any more: the group keeps ${stay}`] : []),
    ...modes.map(({ part, before, after }) => `${part} ${before} → ${after}: ${toLess(part, after)}`),
  ].join('; ');
}

function toLess(part: LowerMode['part'], after: LowerMode['after']): string {
  if (after === 'observe') return 'only reported now';
  return part === 'members' ? 'nobody is removed any more' : 'nobody is demoted any more';
}

/** What cannot be told of another commit, and what is done about it. */
export function unreadSentence({ file, what }: Unread, base: string): string {
  return `${file} of ${base} ${unreadSentences[what]}`;
}

const unreadSentences: Readonly<Record<Untold, string>> = {
  policy:
    'is missing or has mistakes: limits are the stricter of now and what can be read of it, else the built-in ones; ' +
    'whom it protected may not be known; every change counts as made by this pull request',
  protected:
    'protects people by names that are not known there: look closely at who leaves or is no admin any more',
  people:
    'has mistakes: a number changed behind a handle may not show above, so compare them yourself; every change of ' +
    'a person counts as made by this pull request',
  group: 'has mistakes: every change of its group counts as made by this pull request',
  id:
    'has mistakes, and which group it was for cannot be told, nor whether its id was edited; every change of its ' +
    'group counts as made by this pull request',
  photo: 'has a photo that cannot be read: the change of it counts as made by this pull request',
};

/** Another number behind a handle: "Ana's number +44 … 890 → +44 … 123, admin in 14 groups". */
export function newNumberSentence(
  label: string,
  numbers: readonly [before: string, after: string],
  { groups, adminIn }: NewNumber,
): string {
  const where = adminIn > 0 ? `admin in ${count(adminIn, 'group')}` : `in ${count(groups, 'group')}`;
  return `${label}'s number ${numbers.join(' → ')}, ${where}`;
}

/** Why a run ended before its end. */
export const stopSentences: Readonly<Record<Stop['code'], string>> = {
  'rate-limited': 'WhatsApp asks the account to slow down, so the run stopped at once',
  'session-lost': 'the WhatsApp session is gone, so the run stopped at once: look at the phone',
  unreachable: 'GOWA could not be reached any more, so the run stopped',
  'no-answers': 'GOWA answers no more, so the run stopped: restart it, or look at its log',
  'no-storage': 'the memory of this run cannot be written, so it stopped: see to the disk',
};

/** What is to be known about a run beside its groups. */
export const noteSentences = {
  sandbox: {
    forgets: 'Sandbox: none of this touches WhatsApp. No pauses, and nothing is remembered.',
    remembers: 'Sandbox: none of this touches WhatsApp.',
  },
  interrupted: 'Interrupted: what was on its way was read again, the rest was not begun.',
  coming: 'What dates bring is approved by a plan file (plan --out), not by --expect or --yes.',
  paceSpent: 'The adds or look-ups of 24 hours are spent.',
  paceHeld:
    'The policy allows a faster pace than before. It counts 24 hours after the first apply that saw it; until then the slower one does.',
  resumes: (time: string) => `Run again after ${time}: before that, nothing more is sent.`,
  elsewhere: (groups: number) =>
    `${count(groups, 'group')} of other accounts ${groups === 1 ? 'was' : 'were'} not read.`,
  forecast: ({ adds, lookups, days }: Forecast) =>
    `Pace: ${count(adds, 'add')} and ${count(lookups, 'look-up')}, ${count(days, 'day')} at the policy's full budget.`,
  memory: {
    none: 'No memory across runs: pace and limits know this run alone, and whoever is missing is added, also who left.',
    kept: '',
    unusable:
      'The memory across runs is missing or damaged: nobody is touched. apply --new-journal starts a new one.',
  },
} as const;
