import type { Change } from '../../domain/plan/change.ts';
import type { LimitKind } from '../../domain/group.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import { isPast } from '../desired-role.ts';
import type { Guard } from './guard.ts';
import { countUnsettled } from './count-changes.ts';

/**
 * How much of the group's `allow` is left for a kind; undefined where it says nothing, has expired or is used up. Of
 * `changes`, those of which nobody knows what came of them have used their part already.
 */
export function findAllowance(
  desired: KnownGroup,
  kind: LimitKind,
  guard: Guard,
  changes: readonly Change[] = [],
): number | undefined {
  const { past, today } = guard;
  const number = desired.allow?.counts[kind];
  if (!desired.allow || number === undefined || isPast(desired.allow.until, today)) return undefined;
  const key = toAllowanceKey(desired, kind);
  const again = countUnsettled(changes, kind, (change) => past.unsettled.uses(change, key));
  const left = number - Math.max(0, (past.allowUsed.get(key) ?? 0) - again);
  return left > 0 ? left : undefined;
}

/** The identity of an allowance, for the memory: another number, day or reason is another one. */
export function toAllowanceKey({ id, allow }: KnownGroup, kind: LimitKind): string {
  return JSON.stringify([id, kind, allow?.counts[kind], allow?.until, allow?.reason]);
}
