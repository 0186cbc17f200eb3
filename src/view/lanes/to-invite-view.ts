import type { Change } from '../../domain/plan/change.ts';
import { toIdentity } from '../../domain/plan/change-identity.ts';
import { toLeftAloneKey } from '../../domain/plan/known.ts';
import type { SinceBase } from '../../domain/origin.ts';
import type { GroupPlan } from '../../domain/plan/plan.ts';
import { findToInvite } from '../../domain/plan/to-invite.ts';
import type { Safety } from '../../safe/labels.ts';
import type { ToInviteView } from '../group-view.ts';
import { toAllow, toRefusalView } from '../to-refusal-view.ts';

/** What else is to be known of whoever is to come by the link. */
interface ToInviteInput {
  readonly toId: (change: Change) => string;
  readonly isPending?: (id: string) => boolean;
  readonly since?: SinceBase;
}

/** Everybody who is to come by a group's link, as people see them. */
export function toInviteViews(group: GroupPlan, input: ToInviteInput, safety: Safety): ToInviteView[] {
  const { toId, isPending, since } = input;
  return findToInvite(group).map((item) => {
    const { change, reason, since: day } = item;
    const id = toId(change);
    const isApproved = isPending?.(id) ?? false;
    const refusal = isApproved ? undefined : (item.refusal ?? group.refusals[0]);
    const origin = since?.origins.get(toIdentity(change));
    return {
      id,
      lane: 'link',
      reason,
      label: safety.label(change.person),
      who: safety.toOrdinal(change.person),
      ...safety.toNumber(change.person),
      refused: refusal !== undefined,
      ...(refusal && {
        refusal: toRefusalView(refusal, safety, toAllow([...group.refusals, refusal], group)),
      }),
      isApproved,
      ...(day !== undefined && { since: day }),
      ...(origin && { origin }),
      ...(since?.known.has(toLeftAloneKey(group.desired.id, item)) && { wasBefore: true as const }),
    };
  });
}
