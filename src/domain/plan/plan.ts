import type { DesiredGroup, GroupId, Reading } from '../group.ts';
import type { Lid, Person } from '../people/person.ts';
import type { Change } from './change.ts';
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

/** What a plan file approves, so that nobody without the key can make it more. */
export interface SealedApproval {
  /** Its ids; where a date brings the change, with a blank and its first day. */
  readonly ids: readonly string[];
  /** 32 letters. */
  readonly seal: string;
}

/** A whole plan: what `apply` would do for one account, and what stands in its way. */
export interface Plan {
  /** The account's name in the policy. */
  readonly account: string;
  /** Every group of the account that has an id, sorted by file. */
  readonly groups: readonly GroupPlan[];
  readonly toCreate: readonly DesiredGroup[];
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
  /** What the pauses between requests add up to on average; what the budgets of a day hold back aside. */
  readonly minutes: number;
  /** True where it is the adds of a day that make it so many days, not its look-ups. */
  readonly isByAdding: boolean;
}

/** True where a limit stands in the way of this change: its group's, or the run's for its kind. */
export function isRefused(plan: Plan, group: GroupPlan, change: Change): boolean {
  if (group.refusals.length > 0) return true;
  const kinds = findLimitKinds(change);
  return plan.refusals.some((refusal) => kinds.some((kind) => kind === refusal.limit));
}

/** True where nobody can approve a coming change now: what objects to it would object to a change of today as well. */
export function isComingRefused(group: GroupPlan, { obstacle, refusal }: Scheduled): boolean {
  return group.refusals.length > 0 || refusal !== undefined || isLasting(obstacle);
}
