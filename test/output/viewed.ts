import type { PlanningOptions } from '../../src/options.ts';
import type { Viewed } from '../../src/output/show.ts';
import { createIds, findDueIds, toFingerprint } from '../../src/planning/approval.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { account, desiredGroup, listed, liveGroup, living, planInput, settings } from '../support/choir.ts';

/** No flag at all. */
export const options: PlanningOptions = { groups: 'groups', target: [] };

/** A plan and all that it is told with. */
export type Found = Viewed & { readonly plan: Plan };

/** The altos: singer 2 is to come, singer 9 to leave, and the name to be another one. */
export function findDrift(
  ...more: Parameters<typeof planInput> extends [unknown, ...infer Rest] ? Rest : never
): Found {
  const people = [listed(account, { role: 'admin' }), listed(2)];
  const desired = desiredGroup({ people, settings: { name: 'Altos 2026' } });
  return toFound(planInput([[desired, liveGroup({ people: [living(9)], settings })]], ...more));
}

/** The plan of this input with a key of all tests. */
function toFound(input: PlanInput): Found {
  const plan = planGroups(input);
  const key = { secret: Buffer.alloc(32, 7), account: account.phone };
  const toId = createIds(key);
  return {
    organisation: input.organisation,
    input,
    key,
    toId,
    plan,
    fingerprint: toFingerprint(findDueIds(plan, toId)),
    isKeyLasting: true,
    isSandbox: false,
    isPaceHeld: false,
  };
}
