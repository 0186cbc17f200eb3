import type { Creation, Plan } from '../../domain/plan/plan.ts';
import type { Refusal } from '../../domain/plan/refusal.ts';
import type { Guard } from './guard.ts';
import { findRunRefusals } from './limits.ts';

/**
 * What the limits of a run object to in a whole plan: to kinds of changes in all its groups, those among them that are still to
 * be made, and to making so many. What something stands in the way of is not made, and its people are not counted.
 */
export function findPlanRefusals(
  { groups, toCreate }: Pick<Plan, 'groups' | 'toCreate'>,
  guard: Guard,
): Refusal[] {
  const made = toCreate.filter(({ obstacle }) => obstacle === undefined);
  return [
    ...findRunRefusals([...groups, ...made.map(({ group }) => group)], guard),
    ...findTooManyCreates(made, guard),
  ];
}

/**
 * Groups that are to be made, and those asked for in the last 24 hours. A memory that does not know how many those were lets
 * the pace make none, and is nothing that a higher limit would change.
 */
function findTooManyCreates(made: readonly Creation[], { limits, past }: Guard): Refusal[] {
  const planned = made.filter(
    ({ group, found }) => group.refusals.length === 0 && found === undefined,
  ).length;
  const known = past.creates.filter(({ count }) => Number.isFinite(count));
  const earlier = known.reduce((sum, { count }) => sum + count, 0);
  const allowed = limits.creates.run;
  if (planned === 0 || planned + earlier <= allowed) return [];
  return [
    {
      limit: 'creates',
      scope: 'run',
      count: planned + earlier,
      allowed,
      ...(earlier > 0 && { earlier }),
    },
  ];
}
