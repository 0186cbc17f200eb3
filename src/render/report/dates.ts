import { isLossAction } from '../../domain/plan/change.ts';
import type { Inline } from '../../safe/inline.ts';
import { groupAlike } from '../group-alike.ts';
import { join, list, say } from '../../safe/inline.ts';
import type { DateRow } from './types.ts';
import { toRefusal } from './report-group.ts';
import { toNumbered, toUnchanged } from './sentences.ts';
import type { Voice } from './voice.ts';
import { toGroupName, toPerson } from './voice.ts';
import type { AboutLeftAlone } from '../../words/reason-words.ts';
import { tell } from '../../words/reason-words.ts';
import type { GroupView, ScheduledView } from '../../view/group-view.ts';
import type { View, WaitingView } from '../../view/view.ts';

/** Something that a date will bring, in its group. */
interface Coming {
  readonly group: GroupView;
  readonly coming: ScheduledView;
}

/**
 * What dates will bring, a row for what is alike: first what a plan approves or something objects to, then what was
 * approved before; the nearest day first.
 */
export function findDates({ groups, run }: View, voice: Voice): DateRow[] {
  // A report is about what was done; the plan before it had all this.
  if (run) return [];
  const all = groups
    .flatMap((group) => group.scheduled.map((coming) => ({ group, coming })))
    .toSorted(({ coming: one }, { coming: other }) => toOrder(one).localeCompare(toOrder(other)));
  return groupAlike(all, toKey).map((alike) => toRow(alike, voice));
}

function toOrder({ isApproved, on }: ScheduledView): string {
  return `${Number(isApproved)} ${on}`;
}

function toKey({ group, coming }: Coming): string {
  const { on, action, origin, isApproved, refused, obstacle, refusal } = coming;
  return JSON.stringify([on, group.file, action, origin, isApproved, refused, obstacle, refusal?.limit]);
}

function toRow(alike: readonly Coming[], voice: Voice): DateRow {
  const { words } = voice;
  const [first] = alike;
  if (!first) return { day: say``, group: say``, happens: say``, counted: say``, beside: say`` };
  const { group, coming } = first;
  const names = alike.map(({ coming: each }) => toWhom(each, voice));
  return {
    day: words.day(coming.on),
    group: toGroupName(group, voice),
    happens: words.report.people[coming.action]({ names: list(names, words.and), count: names.length }),
    counted: say`${words.report.counts[coming.action](names.length)}.`,
    beside: toBeside(coming, voice),
  };
}

/** Somebody; of an admin who is removed it says so, since the role goes as well. */
function toWhom(coming: ScheduledView, voice: Voice): Inline {
  const { action, before } = coming;
  const name = toNumbered(coming, voice);
  return action === 'remove' && before === 'admin' ? voice.words.report.isAdmin(name) : name;
}

/** What objects to it, or stands in its way today; that it is approved, or nobody came to that yet. */
function toBeside(coming: ScheduledView, voice: Voice): Inline {
  const { refused, obstacle, before, approved } = voice.words.report.coming;
  const reason = findReason(coming, voice);
  const parts = [
    ...(coming.isApproved ? [approved] : []),
    ...(reason === undefined ? [] : [coming.refused ? refused(reason) : obstacle(reason)]),
    ...(coming.origin === 'date' && !coming.isApproved ? [before] : []),
  ];
  return join(parts, '; ');
}

function findReason({ refusal, obstacle, action }: ScheduledView, { words }: Voice): Inline | undefined {
  if (refusal) return words.report.results.refused.word;
  if (obstacle === undefined) return undefined;
  if (obstacle === 'unreadable' || obstacle === 'forgotten') return words.reasons.dates[obstacle].report;
  return tell(words.reasons.leftAlone[obstacle].report, toAboutOne(action));
}

function toAboutOne(action: WaitingView['action']): AboutLeftAlone {
  return { count: 1, action, isLoss: isLossAction(action) };
}

/** A sentence as a part of another one. */
function withoutEnd(sentence: Inline): Inline {
  return sentence.replace(/\.$/, '') as Inline;
}

/** What the limits say of coming changes that nobody approved, once for each group: "“Choir”: …". */
export function findDateAlerts({ groups, run }: View, voice: Voice): Inline[] {
  if (run) return [];
  return groups.flatMap((group) => {
    const own = group.scheduled.flatMap(({ refusal, isApproved }) =>
      refusal && !isApproved ? [refusal] : [],
    );
    // A refusal of today is told by its group.
    const told = new Set(group.refusals.map((refusal) => toRefusal(refusal, voice, 'coming')));
    const sentences = new Set(own.map((refusal) => toRefusal(refusal, voice, 'coming')));
    return [...sentences]
      .filter((sentence) => !told.has(sentence))
      .map((sentence) => say`${toGroupName(group, voice)}: ${sentence}`);
  });
}

/** What was approved and waits, a line each. */
export function findWaitingLines({ run }: View, voice: Voice): Inline[] {
  return (run?.waiting ?? []).map((waiting) => {
    const group = toGroupName(waiting, voice);
    return say`${group}: ${toWhat(waiting, voice)}: ${toReason(waiting, voice)}.`;
  });
}

function toWhat({ action, setting, label }: WaitingView, voice: Voice): Inline {
  const { words } = voice;
  if (setting !== undefined) return withoutEnd(toUnchanged([toDrift(setting)], voice));
  const name = label === '' ? words.report.somebody : toPerson(label, voice);
  if (action === undefined || action === 'set') return name;
  return withoutEnd(words.report.notDone[action]({ names: name, count: 1 }));
}

/** What `toUnchanged` looks at: the name of a setting. */
function toDrift(setting: NonNullable<WaitingView['setting']>) {
  return { action: 'set', setting } as Parameters<typeof toUnchanged>[0][number];
}

function toReason({ reason, action }: WaitingView, { words }: Voice): Inline {
  switch (reason) {
    case 'not-in-group':
    case 'no-such-group':
    case 'failed':
      return withoutEnd(tell(words.reasons.unreadable[reason].report, say``));
    default:
      return tell(words.reasons.leftAlone[reason].report, toAboutOne(action));
  }
}
