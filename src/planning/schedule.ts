import type { Change } from '../domain/change.ts';
import { isPersonChange } from '../domain/change.ts';
import { nextDay } from '../domain/day.ts';
import type { Day } from '../domain/group.ts';
import type { Scheduled } from '../domain/plan.ts';
import type { DiffInput } from './diff.ts';
import { diffGroup } from './diff.ts';

/**
 * What dates in the file will bring, the nearest first: the plan of each day on which something ends, as far as it is
 * due then and is there because of that end. `input.live` is the group as today's plan leaves it; `findDue` says which
 * of a day's differences nothing stands in the way of.
 */
export function findScheduled(
  input: DiffInput,
  findDue: (differences: readonly Change[]) => readonly Change[],
): Scheduled[] {
  return findLastDays(input).flatMap((until) => {
    const on = nextDay(until);
    return findDue(diffGroup({ ...input, today: on }))
      .filter(isPersonChange)
      .filter(({ why }) => why.kind === 'ended' && why.until === until)
      .map(({ action, person }) => ({ action, person, on }));
  });
}

/** The days that are somebody's last in the group or as its admin, from today on, sorted. */
function findLastDays({ desired, today }: DiffInput): Day[] {
  const ends = new Set<Day>();
  for (const { memberUntil, adminUntil } of desired.people.values()) {
    if (memberUntil !== undefined) ends.add(memberUntil);
    if (adminUntil !== undefined) ends.add(adminUntil);
  }
  return [...ends].filter((day) => day >= today).toSorted();
}
