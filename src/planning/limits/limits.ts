import type { Change } from '../../domain/plan/change.ts';
import { isLoss, isPersonChange } from '../../domain/plan/change.ts';
import type { LimitKind, LiveGroup } from '../../domain/group.ts';
import { countAdmins, countMembers, limitKinds } from '../../domain/group.ts';
import type { Limits } from '../../domain/organisation.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import type { Refusal } from '../../domain/plan/refusal.ts';
import { simulate } from '../simulate.ts';
import type { Guard, JudgedGroup } from './guard.ts';
import { countRun, countKind } from './count-changes.ts';
import { findAllowance } from './allowance.ts';
import { findEmptied } from './emptied.ts';

/** What the limits object to in one group's changes; equal to a limit is allowed. */
export function findGroupRefusals(
  desired: KnownGroup,
  live: LiveGroup,
  changes: readonly Change[],
  guard: Guard,
): Refusal[] {
  const refusals: Refusal[] = [];
  for (const limit of limitKinds) {
    const count = countKind(changes, limit);
    const allowed =
      findAllowance(desired, limit, guard, changes) ?? findGroupLimit(limit, live, guard.limits);
    if (count > allowed) refusals.push({ limit, scope: 'group', count, allowed });
  }
  return [
    ...refusals,
    ...findEmptied(desired, live, changes, guard),
    ...findTooFewAdmins(live, changes, guard),
  ];
}

/**
 * What the limits of a whole run object to; with a memory a run is 24 hours. Removals and adds count people, promotions
 * and demotions roles. Pure: of the groups it looks at `desired`, `refusals` and `changes` alone, so that whoever judges
 * other changes than today's can hand them in.
 */
export function findRunRefusals(groups: readonly JudgedGroup[], guard: Guard): Refusal[] {
  return limitKinds.flatMap((limit): Refusal[] => {
    const counted = groups.filter(
      ({ desired, changes }) => findAllowance(desired, limit, guard, changes) === undefined,
    );
    const { planned, count } = countRun(counted, limit, guard);
    const allowed = guard.limits[limit].run;
    const earlier = guard.past.changed[limit];
    const refusal = { limit, scope: 'run', count, allowed, ...(earlier > 0 && { earlier }) } as const;
    return planned > 0 && count > allowed ? [refusal] : [];
  });
}

/** How many of a kind a group's limit lets through, whatever its `allow` says. */
export function findGroupLimit(kind: LimitKind, live: LiveGroup, limits: Limits): number {
  if (kind !== 'removals') return limits[kind].group;
  const { floor, percent } = limits.removals;
  return Math.max(floor, Math.floor((percent * countMembers(live)) / 100));
}

/** Too few admins refuse only a plan that lowers their number. */
function findTooFewAdmins(
  live: LiveGroup,
  changes: readonly Change[],
  { limits, accounts }: Guard,
): Refusal[] {
  if (!changes.some(isLoss)) return [];
  const before = countAdmins(live, accounts);
  const after = countAdmins(simulate(live, changes.filter(isPersonChange)), accounts);
  const isLowered = after < before && after < limits.admins.min;
  return isLowered ? [{ limit: 'admins', scope: 'group', count: after, allowed: limits.admins.min }] : [];
}
