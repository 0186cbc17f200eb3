import type { Change } from '../domain/plan/change.ts';
import type { LeftAlone } from '../domain/plan/left-alone.ts';
import type { GroupPlan, Plan } from '../domain/plan/plan.ts';
import { fitChanges } from './capacity.ts';
import type { Guard } from './limits/guard.ts';
import { findGroupRefusals, findRunRefusals } from './limits/limits.ts';
import { comesWithDate, followsRemoval } from './link-renewal.ts';
import type { PlanInput } from './plan-input.ts';
import { toGuard } from './plan-input.ts';

/**
 * The plan with only what was approved: the rest is left alone, and the limits judge anew what remains. A promotion
 * goes with the add that it needs.
 */
export function approvePlan(plan: Plan, isApproved: (change: Change) => boolean, input: PlanInput): Plan {
  const guard = toGuard(input);
  const groups = plan.groups.map((group) => approveGroup(group, isApproved, guard));
  return { ...plan, groups, refusals: findRunRefusals(groups, guard) };
}

/** One group of it; `apply` narrows every fresh plan to what was approved. */
export function approveGroup(
  group: GroupPlan,
  isApproved: (change: Change) => boolean,
  guard: Guard,
): GroupPlan {
  const { desired, reading } = group;
  if (reading.kind === 'unreadable') return group;
  const approved = group.changes.filter(isApproved);
  const isKept = (change: Change) => hasItsAdd(change, approved) && followsRemoval(change, approved);
  const narrowed = group.changes.filter(
    (change) => (approved.includes(change) && isKept(change)) || comesWithDate(change, approved),
  );
  const rest = group.changes.filter((change) => !narrowed.includes(change));
  const notApproved = rest.map((change): LeftAlone => ({ reason: 'not-approved', change }));
  const { changes, leftAlone } = fitChanges(narrowed, reading.group, guard);
  return {
    ...group,
    changes,
    leftAlone: [...group.leftAlone, ...notApproved, ...leftAlone],
    refusals: findGroupRefusals(desired, reading.group, changes, guard),
  };
}

/** True unless the change is a promotion of somebody whose add is not among the others. */
function hasItsAdd(change: Change, others: readonly Change[]): boolean {
  if (change.action !== 'promote' || !change.needs) return true;
  return others.some((other) => other.action === 'add' && other.person.key === change.person.key);
}
