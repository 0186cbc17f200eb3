import type { Change } from '../../domain/plan/change.ts';
import type { Day, LiveGroup } from '../../domain/group.ts';
import type { GroupPlan } from '../../domain/plan/plan.ts';
import type { Scheduled } from '../../domain/plan/scheduled.ts';
import type { Refusal } from '../../domain/plan/refusal.ts';
import { isLasting } from '../../domain/plan/scheduled.ts';
import { findLimitKinds } from '../../domain/plan/refusal.ts';
import { noPast } from '../../domain/past.ts';
import type { Guard } from '../limits/guard.ts';
import { findGroupRefusals, findRunRefusals } from '../limits/limits.ts';
import { simulate } from '../simulate.ts';

/**
 * The groups with what the limits say of each coming change: all that one day brings is judged together with all that is
 * due today, as if it were one plan. So nobody gets past a limit by writing a date instead of taking a name out.
 */
export function judgeScheduled(groups: readonly GroupPlan[], guard: Guard): GroupPlan[] {
  const days = new Set(groups.flatMap(({ scheduled }) => scheduled.map(({ on }) => on)));
  return [...days].toSorted().reduce((judged, on) => judgeDay(judged, on, guard), [...groups]);
}

function judgeDay(groups: readonly GroupPlan[], on: Day, guard: Guard): GroupPlan[] {
  const { changed, counted, unsettled } = noPast;
  // What the last 24 hours saw is over by then.
  const then = { ...guard, today: on, past: { ...guard.past, changed, counted, unsettled } };
  const onDay = groups.map((group) => toDay(group, on, then));
  const ofRun = findRunRefusals(onDay, then);
  return groups.map((group, index) => {
    const refusals = [...(onDay[index]?.refusals ?? []), ...ofRun];
    const scheduled = group.scheduled.map((coming) =>
      coming.on === on ? withRefusal(coming, refusals) : coming,
    );
    return { ...group, scheduled };
  });
}

/** The group with the changes of today and of that day as one plan, judged by its own limits. */
function toDay(group: GroupPlan, on: Day, guard: Guard): GroupPlan {
  const coming = group.scheduled
    .filter((each) => each.on === on && isCounted(each))
    .map(({ change }) => change);
  const { reading, desired } = group;
  if (reading.kind === 'unreadable' || coming.length === 0) return group;
  const changes = [...group.changes, ...coming];
  return {
    ...group,
    changes,
    refusals: findGroupRefusals(desired, toEve(group, reading.group, on), changes, guard),
  };
}

/** The group as all that is due before a day would leave it. */
function toEve({ changes, scheduled }: GroupPlan, live: LiveGroup, on: Day): LiveGroup {
  const earlier = scheduled.filter((each) => each.on < on && isCounted(each)).map(({ change }) => change);
  return simulate(live, [...changes, ...earlier]);
}

function withRefusal(coming: Scheduled, refusals: readonly Refusal[]): Scheduled {
  const refusal = isCounted(coming) && refusals.find((each) => concerns(each, coming.change));
  return refusal ? { ...coming, refusal } : coming;
}

/** Nobody can approve the others, and so they bring nobody to a limit. */
function isCounted({ obstacle }: Scheduled): boolean {
  return !isLasting(obstacle);
}

/** A group's refusal stops all of it, a run's its kind. */
function concerns({ scope, limit }: Refusal, change: Change): boolean {
  return scope === 'group' || findLimitKinds(change).some((kind) => kind === limit);
}
