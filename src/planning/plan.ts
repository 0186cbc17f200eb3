import type { Change } from '../domain/change.ts';
import { toDay } from '../domain/day.ts';
import type { DesiredGroup, GroupId, Reading } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import type { PersonKey } from '../domain/person.ts';
import type { GroupPlan, KnownGroup, LeftAlone, Plan } from '../domain/plan.ts';
import { findKept } from './base/stricter.ts';
import { diffGroup } from './diff.ts';
import type { Guard } from './guards.ts';
import { findGroupRefusals, findRunRefusals } from './guards.ts';
import type { KnownLids } from './identity.ts';
import { identify } from './identity.ts';
import { findNotices } from './notices.ts';
import { fitChanges } from './fit.ts';
import { findScheduled } from './schedule.ts';
import { settle } from './settle.ts';
import { simulate } from './simulate.ts';

/** All that a plan is made from; the same input always gives the same plan. */
export interface PlanInput {
  readonly organisation: Organisation;
  /** The account's name in the policy. */
  readonly account: string;
  /** A reading of every group of the account that has an id. */
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly lids: KnownLids;
  readonly past: Past;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Compares every group of one account with its file: what is due, what is left alone, what the limits object to. */
export function planGroups(input: PlanInput): Plan {
  const { groups } = input.organisation;
  const own = groups
    .filter(({ account }) => account === input.account)
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const planned = own.filter(isKnown).map((desired) => planGroup(desired, toReading(desired, input), input));
  return {
    account: input.account,
    groups: planned,
    toCreate: own.filter((desired) => !isKnown(desired)),
    elsewhere: groups.length - own.length,
    refusals: findRunRefusals(planned, toGuard(input)),
  };
}

/** True for a group that has an id. */
export function isKnown(desired: DesiredGroup): desired is KnownGroup {
  return desired.id !== undefined;
}

/** One group's part of the plan; `apply` makes it again from every fresh reading. */
export function planGroup(desired: KnownGroup, reading: Reading, input: PlanInput): GroupPlan {
  const nothing = { desired, reading, changes: [], leftAlone: [], refusals: [], scheduled: [], notices: [] };
  if (reading.kind === 'unreadable') return nothing;
  const guard = toGuard(input);
  const live = identify(reading.group, desired, input.lids);
  const { policy, people } = input.organisation;
  const comparison = { desired, live, ...guard, people };
  const protectedHandles = findHandles(policy.protected, people);
  const facts = { desired, live, ...policy, ...input, protectedHandles };
  const settled = settle(diffGroup(comparison), facts);
  const { changes, leftAlone } = fitChanges(settled.changes, live, guard);
  return {
    desired,
    reading: { kind: 'read', group: live },
    changes,
    leftAlone: [...settled.leftAlone, ...leftAlone],
    refusals: findGroupRefusals(desired, live, changes, guard),
    scheduled: findScheduled(
      { ...comparison, live: simulate(live, changes) },
      (differences) => settle(differences, facts).changes,
    ),
    notices: findNotices(desired, live, people, guard),
  };
}

/** The handles of these people, as far as they have one. */
function findHandles(keys: ReadonlySet<PersonKey>, people: Organisation['people']): string[] {
  return [...keys].flatMap((key) => people.get(key)?.handle ?? []);
}

/**
 * The plan with only what was approved: the rest is left alone, and the limits judge anew what remains. A promotion
 * goes with the add that it needs.
 */
export function approvePlan(plan: Plan, isApproved: (change: Change) => boolean, input: PlanInput): Plan {
  const groups = plan.groups.map((group) => approveGroup(group, isApproved, toGuard(input)));
  return { ...plan, groups, refusals: findRunRefusals(groups, toGuard(input)) };
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
  const narrowed = approved.filter((change) => hasItsAdd(change, approved));
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

/** What the limits and the order need to know besides the group. */
export function toGuard({ organisation, past, now }: PlanInput): Guard {
  const { limits, timezone } = organisation.policy;
  const keys = new Set<PersonKey>(findKept(organisation.policy));
  return { limits, minAdmins: limits.admins.min, accounts: keys, past, today: toDay(now, timezone) };
}

function toReading(desired: KnownGroup, { readings }: PlanInput): Reading {
  return readings.get(desired.id) ?? { kind: 'unreadable', reason: 'failed', text: 'it was not read' };
}
