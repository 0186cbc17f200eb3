import type { Change } from '../../domain/plan/change.ts';
import type { GroupPlan, Plan } from '../../domain/plan/plan.ts';
import { findAllGroups } from '../../domain/plan/plan.ts';
import type { Refusal } from '../../domain/plan/refusal.ts';
import type { ToInvite } from '../../domain/plan/to-invite.ts';
import { findToInvite, isToInvite } from '../../domain/plan/to-invite.ts';
import type { Guard } from './guard.ts';
import { findGroupRefusals, findRunRefusals } from './limits.ts';

/**
 * The plan with what the limits say of those who are to come by a link. Whoever is approved for that is let in without
 * another review, so the limits of adds judge them, together with the adds that are due: but only while nobody has approved
 * them, for else a group whose people take their time would stand still. What objects to them stops nothing else.
 */
export function judgeInvited(plan: Plan, isApproved: (change: Change) => boolean, guard: Guard): Plan {
  const isFresh = ({ change }: ToInvite) => !isApproved(change);
  const judged = findAllGroups(plan).map((group) => {
    const fresh = findToInvite(group).filter(isFresh);
    return { group, fresh, whole: withInvited(group, fresh) };
  });
  const ofRun = findRunRefusals(
    judged.map(({ whole }) => whole),
    guard,
  ).find(({ limit }) => limit === 'adds');
  const results = new Map(
    judged.map(({ group, fresh, whole }) => {
      const refusal = fresh.length === 0 ? undefined : (findOwn(whole, guard) ?? ofRun);
      return [group, refusal ? withRefusal(group, refusal, isFresh) : group];
    }),
  );
  const find = (group: GroupPlan) => results.get(group) ?? group;
  return {
    ...plan,
    groups: plan.groups.map(find),
    toCreate: plan.toCreate.map((creation) => ({ ...creation, group: find(creation.group) })),
  };
}

/** The group as if whoever is to come were added with the others. */
function withInvited(group: GroupPlan, fresh: readonly ToInvite[]): GroupPlan {
  return { ...group, changes: [...group.changes, ...fresh.map(({ change }) => change)] };
}

function findOwn({ desired, reading, changes }: GroupPlan, guard: Guard): Refusal | undefined {
  if (reading.kind === 'unreadable') return undefined;
  return findGroupRefusals(desired, reading.group, changes, guard).find(({ limit }) => limit === 'adds');
}

function withRefusal(group: GroupPlan, refusal: Refusal, isFresh: (item: ToInvite) => boolean): GroupPlan {
  const leftAlone = group.leftAlone.map((item) =>
    isToInvite(item) && isFresh(item) ? { ...item, refusal } : item,
  );
  return { ...group, leftAlone };
}
