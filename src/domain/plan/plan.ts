import type { Day, DesiredGroup, GroupId, Reading } from '../group.ts';
import type { Lid, Person } from '../people/person.ts';
import type { Change, PersonChange } from './change.ts';
import { isLinkRenewal } from './change.ts';
import { isUnmadeId, type CreationObstacle, type MakingGroup } from './creation.ts';
import type { LeftAlone } from './left-alone.ts';
import { findLimitKinds, type Lifted, type Refusal } from './refusal.ts';
import { isLasting, type Scheduled } from './scheduled.ts';

/** Something worth knowing that is no drift. */
export type Notice =
  /** `lid:` in the file belongs to somebody whose number is known now. */
  | {
      readonly kind: 'lid-known';
      readonly lid: Lid;
      /** By which the file names them; absent where it has the LID itself. */
      readonly handle?: string;
      readonly person: Person;
    }
  | { readonly kind: 'limit-lifted'; readonly lifted: Lifted }
  | { readonly kind: 'allow-expired' | 'allow-used-up' };

/** A desired group that exists. */
export type KnownGroup = DesiredGroup & { readonly id: GroupId };

/** All that a plan says of one group. */
export interface GroupPlan {
  readonly desired: KnownGroup;
  readonly reading: Reading;
  /** All that is due, in the order in which it would be carried out; refused ones are among them. */
  readonly changes: readonly Change[];
  readonly leftAlone: readonly LeftAlone[];
  readonly refusals: readonly Refusal[];
  readonly scheduled: readonly Scheduled[];
  readonly notices: readonly Notice[];
}

/** A group that does not exist yet, and is to be made from its file. */
export interface Creation {
  /** That it is made: what an approval of it names. */
  readonly making: MakingGroup;
  /** What is done in it once it is there, planned on a group of that name in which the account is alone. */
  readonly group: GroupPlan;
  /** Whom the request that makes it may hold, the best first; one of them is enough. They are among the group's adds. */
  readonly firsts: readonly PersonChange[];
  /** Why it is not made now; absent: it is due. */
  readonly obstacle?: CreationObstacle;
  /** It is there: an earlier request made it, of which nobody heard. Nothing is made, this one is taken. */
  readonly found?: GroupId;
  /** For `same-name` and `several`: the groups that it is about. */
  readonly others?: readonly GroupId[];
}

/** What a plan file approves, so that nobody without the key can make it more. */
export interface SealedApproval {
  /** Its ids; where a date brings the change, with a blank and its first day. */
  readonly ids: readonly string[];
  /** The day on which it was made, in UTC; absent in files of earlier versions. */
  readonly madeOn?: Day;
  /** 32 letters. */
  readonly seal: string;
}

/** A whole plan: what `apply` would do for one account, and what stands in its way. */
export interface Plan {
  /** The account's name in the policy. */
  readonly account: string;
  /** Every group of the account that has an id, sorted by file. */
  readonly groups: readonly GroupPlan[];
  /** Every group of the account that has none yet, sorted by file. */
  readonly toCreate: readonly Creation[];
  /** How many groups belong to other accounts: counted, not read. */
  readonly elsewhere: number;
  /** Those of the whole run. */
  readonly refusals: readonly Refusal[];
}

/** What carrying out a plan costs. */
export interface Forecast {
  readonly adds: number;
  /** Look-ups that GOWA makes, one for every participant of every call (docs/gowa.md#t3). */
  readonly lookups: number;
  /** Days at the policy's full pace; 0: nothing to pay for. */
  readonly days: number;
  /** Groups to make; absent: none. */
  readonly creates?: number;
  /** What the pauses between requests add up to on average; what the budgets of a day hold back aside. */
  readonly minutes: number;
  /** True where it is the adds of a day that make it so many days, not its look-ups. */
  readonly isByAdding: boolean;
  /**
   * So many people whom adding takes longer than a day, while by a link each comes as soon as they want to; absent where
   * it takes no longer.
   */
  readonly byLink?: number;
}

/** True where a limit stands in the way of this change: its group's, or the run's for its kind. */
export function isRefused(plan: Plan, group: GroupPlan, change: Change): boolean {
  if (group.refusals.length > 0 || isNotMade(plan, group)) return true;
  // Where nobody may be removed, no link is renewed for it.
  const kinds = isLinkRenewal(change) && !change.isOwed ? ['removals'] : findLimitKinds(change);
  return plan.refusals.some((refusal) => kinds.some((kind) => kind === refusal.limit));
}

/** True for a group that is to be made, where a limit objects to making any. */
function isNotMade({ refusals }: Plan, { desired }: GroupPlan): boolean {
  return refusals.some(({ limit }) => limit === 'creates') && isUnmadeId(desired.id);
}

/** True where a limit stands in the way of making a group: its own, or the run's for groups. */
export function isCreationRefused(plan: Plan, { group }: Creation): boolean {
  return group.refusals.length > 0 || isNotMade(plan, group);
}

/** What a plan says of groups, those among them that are not there yet. */
export function findAllGroups({ groups, toCreate }: Pick<Plan, 'groups' | 'toCreate'>): GroupPlan[] {
  return [...groups, ...toCreate.map(({ group }) => group)];
}

/** True where nobody can approve a coming change now: what objects to it would object to a change of today as well. */
export function isComingRefused(group: GroupPlan, { obstacle, refusal }: Scheduled): boolean {
  return group.refusals.length > 0 || refusal !== undefined || isLasting(obstacle);
}
