import { isLossAction } from '../../domain/plan/change.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, say } from '../../safe/inline.ts';
import { toRefusal } from './report-group.ts';
import { toUnchanged } from './sentences.ts';
import type { Voice } from './voice.ts';
import { toGroupName, toPerson } from './voice.ts';
import type { AboutLeftAlone } from '../../words/reason-words.ts';
import { tell } from '../../words/reason-words.ts';
import type { GroupView, ScheduledView } from '../../view/group-view.ts';
import type { View, WaitingView } from '../../view/view.ts';

/** What dates will bring, the nearest first: what was approved before, or all the rest, which a plan approves. */
export function findDates({ groups, run }: View, isApproved: boolean, voice: Voice): Inline[] {
  // A report is about what was done; the plan before it had all this.
  if (run) return [];
  return groups
    .flatMap((group) => group.scheduled.map((coming) => ({ group, coming })))
    .filter(({ coming }) => coming.isApproved === isApproved)
    .toSorted(({ coming: one }, { coming: other }) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .map(({ group, coming }) => toDate(group, coming, voice));
}

/** "25 November 2026: Ana is removed from “Choir” (at the moment: …)". */
function toDate(group: GroupView, coming: ScheduledView, voice: Voice): Inline {
  const { words } = voice;
  const { on, action, label, origin, isApproved } = coming;
  const what = words.report.scheduled[action](
    toPerson(label, voice),
    toGroupName(group, voice),
    words.day(on),
  );
  const reason = findReason(coming, voice);
  const { refused, obstacle, before } = words.report.coming;
  const beside = [
    ...(reason === undefined ? [] : [coming.refused ? refused(reason) : obstacle(reason)]),
    ...(origin === 'date' && !isApproved ? [before] : []),
  ];
  return beside.length === 0 ? what : say`${what} (${join(beside, '; ')})`;
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
    const told = new Set(group.refusals.map((refusal) => toRefusal(refusal, voice, true)));
    const sentences = new Set(own.map((refusal) => toRefusal(refusal, voice, true)));
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
