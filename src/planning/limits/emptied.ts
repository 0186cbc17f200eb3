import type { Change } from '../../domain/plan/change.ts';
import type { Day, LiveGroup } from '../../domain/group.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import type { Refusal } from '../../domain/plan/refusal.ts';
import { wantedRole } from '../desired-role.ts';
import { simulate } from '../simulate.ts';
import type { Guard } from './guard.ts';
import { countKind } from './count-changes.ts';
import { findAllowance } from './allowance.ts';

/**
 * A list that was emptied, by a hand or by dates, and a group that would be, are more often a mistake than a wish, so
 * only `allow.removals` lets them through.
 */
export function findEmptied(
  desired: KnownGroup,
  live: LiveGroup,
  changes: readonly Change[],
  guard: Guard,
): Refusal[] {
  const count = countKind(changes, 'removals');
  const allowed = findAllowance(desired, 'removals', guard, changes) ?? 0;
  if (count <= allowed || !isEmptying(desired, live, changes, guard)) return [];
  return [{ limit: 'emptied', scope: 'group', count, allowed }];
}

/** True where the file wants nobody today, or nobody would be left but those who are always kept. */
export function isEmptying(
  desired: KnownGroup,
  live: LiveGroup,
  changes: readonly Change[],
  guard: Guard,
): boolean {
  return isListEmpty(desired, guard.today) || isGroupEmpty(desired, simulate(live, changes), guard);
}

/** True where the file wants nobody today. */
function isListEmpty({ lists, people, knownLids }: KnownGroup, today: Day): boolean {
  const wanted = [...people.values()].some((person) => wantedRole(person, today) !== 'none');
  return lists.members && !wanted && knownLids.size === 0;
}

/** True where nobody is there but those who are always kept without being listed. */
function isGroupEmpty({ people }: KnownGroup, live: LiveGroup, { accounts }: Guard): boolean {
  if (live.unidentified.length > 0) return false;
  return [...live.people.values()].every(
    ({ key, isOwner }) => accounts.has(key) || (isOwner && !people.has(key)),
  );
}
