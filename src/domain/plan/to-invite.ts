import type { Day } from '../group.ts';
import type { PersonChange } from './change.ts';
import type { LeftAlone, LeftAloneReason } from './left-alone.ts';
import type { GroupPlan } from './plan.ts';
import type { Refusal } from './refusal.ts';

/** Why somebody is to come by the group's link. */
export type InviteReason = (typeof inviteReasons)[number];

/** All reasons for which somebody who is missing is not added, and may come by the group's link. */
export const inviteReasons = ['new-members', 'by-invite', 'declined'] as const;

/**
 * Somebody who belongs to a group, is missing, and comes by themselves or not at all: Rollcall never adds them, or not for
 * a while.
 */
export interface ToInvite {
  /** The join, of lane `link`; its id is that of whoever belongs here. */
  readonly change: PersonChange;
  readonly reason: InviteReason;
  /** For `declined`: the day of the add that they did not want. */
  readonly since?: Day;
  /** The limit that objects to letting so many belong here at once; absent: none, or they were approved before. */
  readonly refusal?: Refusal;
}

const reasons: ReadonlySet<LeftAloneReason> = new Set(inviteReasons);

/** True for what keeps somebody from being added and not from coming by themselves. */
export function isInviteReason(reason: LeftAloneReason): reason is InviteReason {
  return reasons.has(reason);
}

/** True for somebody who is to come by the link; a promotion that waits for it is none. */
export function isToInvite(item: LeftAlone): item is LeftAlone & ToInvite {
  return isInviteReason(item.reason) && item.change?.action === 'add';
}

/** Everybody who is to come by a group's link: the one place that says so, for plans, approvals and invitations. */
export function findToInvite({ leftAlone }: Pick<GroupPlan, 'leftAlone'>): ToInvite[] {
  return leftAlone.filter(isToInvite);
}
