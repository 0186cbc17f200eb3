import type { PersonAction } from '../domain/change.ts';
import { disappearingTimes } from '../domain/facts.ts';
import type { Outcome } from '../domain/outcome.ts';

/** The English words of plans and reports, each in its table; whole sentences are in sentences.ts. */

/** "1 group", "4 groups"; the plural by hand where an s does not do. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What happens to somebody, said of them: "ana becomes an admin". */
export const actionWords: Readonly<Record<PersonAction, string>> = {
  add: 'joins',
  promote: 'becomes an admin',
  demote: 'is no longer an admin',
  remove: 'leaves',
};

/** The same for an admin who is removed: the role goes as well, which a reviewer must see. */
export const adminLeaves = 'leaves (is an admin)';

/** What is not done. */
export const notDoneWords: Readonly<Record<PersonAction | 'set', string>> = {
  add: 'not added',
  promote: 'not promoted',
  demote: 'not demoted',
  remove: 'not removed',
  set: 'not changed',
};

/** What a need is called where somebody else's change waits for it: "once ana has joined". */
export const doneWords: Readonly<Record<PersonAction, string>> = {
  add: 'has joined',
  promote: 'is an admin',
  demote: 'is no admin any more',
  remove: 'has left',
};

export const resultWords: Readonly<Record<Outcome['result'], string>> = {
  verified: 'verified',
  declined: 'declined',
  'not-verified': 'not verified',
  failed: 'failed',
  skipped: 'skipped',
};

/** Times by their seconds, as the files write them. */
const onceIn = new Map<number, string>(
  Object.entries(disappearingTimes).map(([text, seconds]) => [seconds, text]),
);

/** A switch or a timer as the files write it. Seconds for what only a phone can set. */
export function valueWords(value: boolean | number): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return onceIn.get(value) ?? `${value} seconds`;
}

/** Beside a change that a limit refuses, and one that nobody approved. */
export const refusedWord = 'refused';
export const notApprovedWord = 'not approved';
export const leftAloneWord = 'left alone';
export const refusedHeading = 'Refused';

/** The parts of the line that a plan or a report begins and ends with. */
export const summaryWords = {
  plan: 'Plan',
  applied: 'Applied',
  sandbox: 'sandbox',
  add: 'to join',
  remove: 'to leave',
  promote: 'to promote',
  demote: 'to demote',
  set: 'to change',
  coming: 'on coming days',
  comingRefused: 'on coming days refused',
  waiting: 'approved and waiting',
  refused: 'refused by a limit',
  unreadable: 'not readable',
  leftAlone: 'left alone',
  needHuman: (number: number) => (number === 1 ? 'needs a human' : 'need a human'),
  where: (changed: number, groups: number) => `in ${changed} of ${count(groups, 'group')}`,
  nothing: (groups: number) => `nothing to change in ${count(groups, 'group')}`,
  verified: (number: number, approved: number) => `${number} of ${approved} verified`,
  nothingApproved: 'nothing was due and approved',
  nothingDone: 'nothing could be done',
} as const;

/** What people and drift are counted in where many share a row. */
export const crowdWords = {
  people: (number: number) => count(number, 'person', 'people'),
  settings: (number: number) => count(number, 'setting'),
  changes: (number: number) => count(number, 'change'),
  notMade: 'not made',
  more: (number: number) => `and ${number} more`,
  moreLines: (number: number) => `… ${count(number, 'more line')}, all of them with --json`,
} as const;

export const headings = {
  leftAlone: 'Left alone',
  scheduled: 'Coming dates',
  approvedDates: 'Coming dates, approved already',
  waiting: 'Approved, and not done yet',
  toCreate: 'To create (groups without an id)',
  next: 'Next',
  since: 'This pull request',
  arrived: 'new here',
  stopped: 'not managed any more',
  relaxed: 'less is managed',
} as const;

/** What `approvals` says. */
export const approvalWords = {
  summary: (number: number) =>
    number === 0
      ? 'Nothing is approved that is not done.'
      : `${count(number, 'approved change')} ${number === 1 ? 'is' : 'are'} not done yet.`,
  dropped: (number: number) =>
    `${count(number, 'approval')} taken back: apply carries ${number === 1 ? 'it' : 'them'} out no more.`,
  noFile: 'Groups that no file is about any more',
  unknown: 'somebody whom the files do not name',
  something: 'something',
  changes: 'is changed',
  since: (day: string, plan?: string) => `approved on ${day}${plan === undefined ? '' : ` by plan ${plan}`}`,
} as const;

/** Beside what a date will bring. */
export const comingWords = {
  refused: (sentence: string) => `not approved: ${sentence}`,
  limit: 'not approved: a limit objects',
  obstacle: (sentence: string) => `at the moment: ${sentence}`,
  before: 'in the files before, approved by nobody yet',
} as const;

export const severityWords = { error: 'Error', warning: 'Warning' } as const;

/** What a run is doing while somebody looks. */
export const progressWords = {
  reading: 'reading',
  waiting: 'reading again',
  lookingUp: 'asking WhatsApp who is who',
  pausing: 'waiting',
  set: 'setting',
  add: 'adding',
  promote: 'promoting',
  demote: 'demoting',
  remove: 'removing',
} as const;

/** The same before there is a plan. */
export const readingWords = {
  groups: (number: number) => `Reading ${count(number, 'group')} …`,
  people: (number: number) => `Asking WhatsApp who is who: ${count(number, 'person', 'people')} …`,
} as const;

/** What becomes of a photo. */
export const photoWords = { removed: 'is removed', first: 'is set', differs: 'differs' } as const;
