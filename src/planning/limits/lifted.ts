import type { Change } from '../../domain/plan/change.ts';
import type { LimitKind, LiveGroup } from '../../domain/group.ts';
import { limitKinds } from '../../domain/group.ts';
import type { GroupPlan, KnownGroup } from '../../domain/plan/plan.ts';
import type { Lifted } from '../../domain/plan/refusal.ts';
import type { Guard } from './guard.ts';
import { findGroupLimit } from './limits.ts';
import { isEmptying } from './emptied.ts';
import { findAllowance } from './allowance.ts';
import { countKind, countRun } from './count-changes.ts';

/** The limits of a group that would object to its changes if its file's `allow` did not lift them. */
export function findLifted(
  desired: KnownGroup,
  live: LiveGroup,
  changes: readonly Change[],
  guard: Guard,
): Lifted[] {
  const lifted = limitKinds.flatMap((limit): Lifted[] => {
    const count = countKind(changes, limit);
    const usual = findGroupLimit(limit, live, guard.limits);
    return count > usual ? toLifted(desired, { limit, scope: 'group', count, usual }, changes, guard) : [];
  });
  const removals = countKind(changes, 'removals');
  const isSaid = lifted.some(({ limit }) => limit === 'removals');
  if (isSaid || removals === 0 || !isEmptying(desired, live, changes, guard)) return lifted;
  const emptied = { limit: 'emptied', scope: 'group', count: removals, usual: 0 } as const;
  return [...lifted, ...toLifted(desired, emptied, changes, guard)];
}

/**
 * The groups with what of a run's limits their `allow` lifts: where all of a kind together would be too much if those
 * that are allowed counted as well.
 */
export function withRunLifted(groups: readonly GroupPlan[], guard: Guard): GroupPlan[] {
  const tooMuch = limitKinds.flatMap((limit) => {
    const { count } = countRun(groups, limit, guard);
    const usual = guard.limits[limit].run;
    return count > usual ? [{ limit, scope: 'run', count, usual } as const] : [];
  });
  if (tooMuch.length === 0) return [...groups];
  return groups.map((group) => {
    const { desired, changes, refusals, notices } = group;
    const more = tooMuch
      .filter(({ limit }) => refusals.length === 0 && countKind(changes, limit) > 0)
      .filter(
        ({ limit }) => !notices.some((each) => each.kind === 'limit-lifted' && each.lifted.limit === limit),
      )
      .flatMap((each) => toLifted(desired, each, changes, guard));
    return more.length === 0 ? group : { ...group, notices: [...notices, ...more.map(toNotice)] };
  });
}

/** A lifted limit among a group's notices. */
export function toNotice(lifted: Lifted): { readonly kind: 'limit-lifted'; readonly lifted: Lifted } {
  return { kind: 'limit-lifted', lifted };
}

type Objection = Pick<Lifted, 'limit' | 'scope' | 'count' | 'usual'>;

/** Nothing where the file says nothing of this kind, or not for so many: then the limit does object. */
function toLifted(
  desired: KnownGroup,
  objection: Objection,
  changes: readonly Change[],
  guard: Guard,
): Lifted[] {
  const { allow } = desired;
  const kind: LimitKind = objection.limit === 'emptied' ? 'removals' : objection.limit;
  const left = findAllowance(desired, kind, guard, changes) ?? 0;
  if (!allow || countKind(changes, kind) > left) return [];
  return [{ ...objection, number: allow.counts[kind] ?? left, until: allow.until, reason: allow.reason }];
}
