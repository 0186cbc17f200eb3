import type { Change } from '../../domain/plan/change.ts';
import type { MakingGroup } from '../../domain/plan/creation.ts';
import type { Creation, Plan } from '../../domain/plan/plan.ts';
import { approveGroup } from '../approve-plan.ts';
import type { Guard } from '../limits/guard.ts';
import { findPlanRefusals } from '../limits/creates.ts';
import type { PlanInput } from '../plan-input.ts';
import { toGuard } from '../plan-input.ts';

/**
 * Of a plan the groups to make, and of those what was approved; the limits judge anew what remains. What an earlier request
 * made is there already, and needs no word any more.
 */
export function approveCreations(
  plan: Plan,
  isApproved: (change: Change | MakingGroup) => boolean,
  input: PlanInput,
): Plan {
  const guard = toGuard(input);
  const toCreate = plan.toCreate.map((creation) => approveCreation(creation, isApproved, guard));
  return { ...plan, groups: [], toCreate, refusals: findPlanRefusals({ groups: [], toCreate }, guard) };
}

function approveCreation(
  creation: Creation,
  isApproved: (change: Change | MakingGroup) => boolean,
  guard: Guard,
): Creation {
  const { making, obstacle, found } = creation;
  const group = approveGroup(creation.group, isApproved, guard);
  const firsts = creation.firsts.filter(isApproved);
  const isAgreed = isApproved(making) && firsts.length > 0;
  if (obstacle || found || isAgreed) return { ...creation, group, firsts };
  return { ...creation, group, firsts, obstacle: 'not-approved' };
}
