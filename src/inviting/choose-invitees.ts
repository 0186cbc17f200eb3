import type { Person, PersonKey } from '../domain/people/person.ts';
import type { Change, PersonChange } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import { findLane } from '../domain/plan/lane.ts';
import type { LeftAlone } from '../domain/plan/left-alone.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import { findToInvite, isInviteReason } from '../domain/plan/to-invite.ts';

/** Somebody who belongs to a group and is missing from it. */
export interface Invitee {
  readonly person: Person;
  /** Their joining, whatever the lane: its id is that of whoever belongs here. */
  readonly change: PersonChange;
  /** What keeps the plan from adding them that is no reason to invite them either. Absent: they may be invited. */
  readonly doubt?: LeftAlone;
}

/** What a group's plan says of somebody. */
export type Standing =
  | { readonly kind: 'missing'; readonly invitee: Invitee }
  /** In the group already. */
  | { readonly kind: 'there' }
  /** Has asked to join. */
  | { readonly kind: 'knocks' }
  /** The file does not want them in the group today. */
  | { readonly kind: 'not-listed' };

/** Whoever is to come by the group's link, by its plan. */
export function chooseInvitees(plan: GroupPlan): Invitee[] {
  return findToInvite(plan).map(({ change }) => ({ person: change.person, change }));
}

/** How somebody stands to a group: whoever is to be added may be invited as well, where they are named. */
export function findStanding(key: PersonKey, { changes, leftAlone, reading }: GroupPlan): Standing {
  const isTheirs = (change: Change) =>
    isPersonChange(change) && findLane(change) !== undefined && change.person.key === key;
  const due = changes.filter(isPersonChange).find(isTheirs);
  if (due && findLane(due) === 'knock') return { kind: 'knocks' };
  if (due) return { kind: 'missing', invitee: { person: due.person, change: due } };
  for (const item of leftAlone) {
    const { change, reason } = item;
    if (!change || !isPersonChange(change) || !isTheirs(change)) continue;
    const doubt = !isInviteReason(reason) && { doubt: item };
    return { kind: 'missing', invitee: { person: change.person, change, ...doubt } };
  }
  return { kind: reading.kind === 'read' && reading.group.people.has(key) ? 'there' : 'not-listed' };
}
