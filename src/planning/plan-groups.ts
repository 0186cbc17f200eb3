import type { Change } from '../domain/change.ts';
import { toDay } from '../domain/day.ts';
import type { DesiredGroup, GroupId, LiveGroup, Reading } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import type { Person, PersonKey, PhoneNumber } from '../domain/person.ts';
import { toPersonKey } from '../domain/person.ts';
import type { GroupPlan, KnownGroup, LeftAlone, Plan, Scheduled } from '../domain/plan.ts';
import { findKept } from './base/stricter.ts';
import { judgeScheduled } from './coming.ts';
import { diffGroup } from './diff.ts';
import type { Guard } from './limits.ts';
import { findGroupRefusals, findRunRefusals } from './limits.ts';
import type { Knowledge, KnownLids } from './identity.ts';
import { identify } from './identity.ts';
import { findLifted, toNotice, withRunLifted } from './lifted.ts';
import { findNotices } from './notices.ts';
import { fitChanges } from './capacity.ts';
import { findScheduled, toImagined, withAbsent, withObstacles } from './schedule.ts';
import type { Facts } from './obstacles.ts';
import { settle } from './obstacles.ts';
import { doubtVanished } from './vanished.ts';
import { simulate } from './simulate.ts';

/** All that a plan is made from; the same input always gives the same plan. */
export interface PlanInput {
  readonly organisation: Organisation;
  /** The account's name in the policy. */
  readonly account: string;
  /** A reading of every group of the account that has an id. */
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly lids: KnownLids;
  /** Numbers that this run has found not to be on WhatsApp. */
  readonly refused?: ReadonlySet<PhoneNumber>;
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
  const planned = judgeScheduled(
    own.filter(isKnown).map((desired) => planGroup(desired, toReading(desired, input), input)),
    toGuard(input),
  );
  return {
    account: input.account,
    groups: withRunLifted(planned, toGuard(input)),
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
  if (reading.kind === 'unreadable') return planUnread(desired, reading, input);
  const guard = toGuard(input);
  const identified = identify(reading.group, toKnowledge(input));
  const live = doubtVanished(identified, input.past, input.now);
  const { people } = input.organisation;
  const settled = settle(diffGroup({ desired, live, ...guard, people }), toFacts(desired, live, input));
  const fitted = fitChanges(settled.changes, live, guard);
  const leftAlone = [...settled.leftAlone, ...fitted.leftAlone];
  const { changes } = fitted;
  const there = withAbsent(simulate(live, changes), leftAlone);
  return {
    desired,
    reading: { kind: 'read', group: live },
    changes,
    leftAlone,
    refusals: findGroupRefusals(desired, live, changes, guard),
    scheduled: withObstacles(planDates(desired, there.live, input), (key) => there.absent.get(key)),
    notices: [
      ...findNotices(desired, live, people, guard),
      ...findLifted(desired, live, changes, guard).map(toNotice),
    ],
  };
}

/** A group that could not be read: nothing is done there, but what its dates will bring is no secret. */
function planUnread(desired: KnownGroup, reading: Reading, input: PlanInput): GroupPlan {
  const imagined = toImagined(desired, toGuard(input).today);
  const scheduled = withObstacles(planDates(desired, imagined, input), () => 'unreadable');
  return { desired, reading, changes: [], leftAlone: [], refusals: [], scheduled, notices: [] };
}

/** What dates will bring to a group that is as `live`. */
function planDates(desired: KnownGroup, live: LiveGroup, input: PlanInput): Scheduled[] {
  const comparison = { desired, live, ...toGuard(input), people: input.organisation.people };
  return findScheduled(comparison, (differences, then) => settle(differences, toFacts(desired, then, input)));
}

function toFacts(desired: KnownGroup, live: LiveGroup, input: PlanInput): Facts {
  const { policy, people } = input.organisation;
  const { accounts } = toGuard(input);
  return {
    ...policy,
    ...input,
    desired,
    live,
    accounts,
    people: toKnowledge(input).people,
    protectedHandles: findHandles(policy.protected, people),
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

const everybody = new WeakMap<Organisation, ReadonlyMap<PersonKey, Person>>();

/** All that tells who is who in the groups of a plan. */
export function toKnowledge({ organisation, lids, past, readings }: PlanInput): Knowledge {
  const people = everybody.get(organisation) ?? withAccounts(organisation);
  everybody.set(organisation, people);
  return { lids, pairs: past.pairs, readings, people };
}

function withAccounts({ people, policy }: Organisation): ReadonlyMap<PersonKey, Person> {
  const accounts = [...policy.accounts.values()].map((phone): Person => ({ key: toPersonKey(phone), phone }));
  return new Map([...accounts.map((person) => [person.key, person] as const), ...people]);
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
