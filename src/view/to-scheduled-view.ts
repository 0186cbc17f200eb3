import type { Change } from '../domain/plan/change.ts';
import { toIdentity } from '../domain/plan/change-identity.ts';
import type { Past } from '../domain/past.ts';
import type { SinceBase } from '../domain/origin.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { Scheduled } from '../domain/plan/scheduled.ts';
import { isComingRefused } from '../domain/plan/plan.ts';
import { isLasting } from '../domain/plan/scheduled.ts';
import type { Safety } from '../safe/labels.ts';
import { toAllow, toRefusalView } from './to-refusal-view.ts';
import type { ScheduledView } from './group-view.ts';

/** What else is to be known of a coming change. */
interface ScheduledInput {
  readonly toId: (change: Change) => string;
  readonly isPending?: (id: string) => boolean;
  readonly since?: SinceBase;
  readonly memory: Past['memory'];
  /** It keeps no memory, and nobody waits for a day of it. */
  readonly sandbox: boolean;
}

/** What a date will bring, as people see it. */
export function toScheduledView(
  coming: Scheduled,
  group: GroupPlan,
  { toId, isPending, since, memory, sandbox }: ScheduledInput,
  safety: Safety,
): ScheduledView {
  const { change, on } = coming;
  const { action, person, before, lane } = change;
  const id = toId(change);
  const isForgotten = memory === 'none' && !sandbox && !isComingRefused(group, coming);
  const obstacle = isForgotten ? 'forgotten' : coming.obstacle;
  const refusal = isLasting(obstacle) ? undefined : (coming.refusal ?? group.refusals[0]);
  const origin = since?.origins.get(toIdentity(change));
  const isPendingStill = isPending?.(id) ?? false;
  // What was approved stays so while nobody can read the group; an objection ends it (keep-approvals.ts).
  const isObjected = isForgotten || isComingRefused(group, coming);
  const refused = isObjected && !(isPendingStill && obstacle === 'unreadable');
  return {
    id,
    on,
    action,
    label: safety.label(person),
    who: safety.toOrdinal(person),
    ...safety.toNumber(person),
    before: before ?? 'none',
    refused,
    ...(lane === 'link' && { lane }),
    ...(obstacle && { obstacle }),
    ...(refusal && {
      refusal: toRefusalView(refusal, safety, toAllow([...group.refusals, refusal], group)),
    }),
    ...(origin && { origin }),
    isApproved: isPendingStill && !refused,
  };
}
