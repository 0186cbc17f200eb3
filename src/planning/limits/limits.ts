import type { Change, PersonChange } from '../../domain/plan/change.ts';
import { isPersonChange } from '../../domain/plan/change.ts';
import type { Day, LimitKind, LiveGroup } from '../../domain/group.ts';
import { countAdmins, countMembers, limitKinds, peopleKinds } from '../../domain/group.ts';
import type { Limits } from '../../domain/organisation.ts';
import type { Past } from '../../domain/past.ts';
import { toUnsettledKey } from '../../domain/past.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { GroupPlan, KnownGroup } from '../../domain/plan/plan.ts';
import type { Refusal } from '../../domain/plan/refusal.ts';
import { findLimitKinds } from '../../domain/plan/refusal.ts';
import { isPast, wantedRole } from '../desired-role.ts';
import type { OrderContext } from '../order.ts';
import { simulate } from '../simulate.ts';

/** What the limits judge by. */
export interface Guard extends OrderContext {
  readonly limits: Limits;
  readonly past: Past;
  readonly today: Day;
}

/** What a run's limits look at in a group. */
export type JudgedGroup = Pick<GroupPlan, 'desired' | 'refusals' | 'changes'>;

/** What the limits object to in one group's changes; equal to a limit is allowed. */
export function findGroupRefusals(
  desired: KnownGroup,
  live: LiveGroup,
  changes: readonly Change[],
  guard: Guard,
): Refusal[] {
  const refusals: Refusal[] = [];
  for (const limit of limitKinds) {
    const count = countKind(changes, limit);
    const allowed =
      findAllowance(desired, limit, guard, changes) ?? findGroupLimit(limit, live, guard.limits);
    if (count > allowed) refusals.push({ limit, scope: 'group', count, allowed });
  }
  return [
    ...refusals,
    ...findEmptied(desired, live, changes, guard),
    ...findTooFewAdmins(live, changes, guard),
  ];
}

/**
 * What the limits of a whole run object to; with a memory a run is 24 hours. Removals and adds count people, promotions
 * and demotions roles. Pure: of the groups it looks at `desired`, `refusals` and `changes` alone, so that whoever judges
 * other changes than today's can hand them in.
 */
export function findRunRefusals(groups: readonly JudgedGroup[], guard: Guard): Refusal[] {
  return limitKinds.flatMap((limit): Refusal[] => {
    const counted = groups.filter(
      ({ desired, changes }) => findAllowance(desired, limit, guard, changes) === undefined,
    );
    const { planned, count } = countRun(counted, limit, guard);
    const allowed = guard.limits[limit].run;
    const earlier = guard.past.changed[limit];
    const refusal = { limit, scope: 'run', count, allowed, ...(earlier > 0 && { earlier }) } as const;
    return planned > 0 && count > allowed ? [refusal] : [];
  });
}

/** How much of a kind these groups have, those left out that a limit of their own refuses. */
export function countRun(groups: readonly JudgedGroup[], kind: LimitKind, { past }: Guard): Count {
  const due = groups.filter(({ refusals }) => refusals.length === 0).flatMap(({ changes }) => changes);
  return peopleKinds.has(kind) ? countPeople(due, kind, past) : countRoles(due, kind, past);
}

/** How much of one kind there is. */
export interface Count {
  /** What is due now. */
  readonly planned: number;
  /** That and what the last 24 hours had, nothing of it twice. */
  readonly count: number;
}

/** Roles are counted group by group. */
function countRoles(due: readonly Change[], kind: LimitKind, { unsettled, changed }: Past): Count {
  const planned = countKind(due, kind);
  const again = countUnsettled(due, kind, (change) => unsettled.counts(change, kind));
  return { planned, count: planned + changed[kind] - again };
}

/** People, however many groups they leave or join, and whoever has another number now is one with the old one. */
function countPeople(due: readonly Change[], kind: LimitKind, { counted, changed }: Past): Count {
  const changes = due.filter(isPersonChange).filter((change) => findLimitKinds(change).includes(kind));
  const newKeys = new Map(due.filter(isPersonChange).flatMap(toNewKey));
  const people = new Map<PersonKey, boolean>();
  for (const { person } of changes) {
    const one = newKeys.get(person.key) ?? person.key;
    people.set(one, people.get(one) === true || counted.has(kind, person.key) || counted.has(kind, one));
  }
  const fresh = [...people.values()].filter((isCounted) => !isCounted).length;
  return { planned: people.size, count: fresh + changed[kind] };
}

/** The number that waits for another one's add is that person's old one (obstacles.ts). */
function toNewKey({ needs = [], person }: PersonChange): [old: PersonKey, now: PersonKey][] {
  return needs.filter(({ action }) => action === 'add').map((need) => [person.key, need.person]);
}

/** How many of the changes count toward a kind of limit. */
export function countKind(changes: readonly Change[], kind: LimitKind): number {
  return changes.filter((change) => findLimitKinds(change).includes(kind)).length;
}

/** How many of these count as done already, since nobody knows what came of them: they are not to count twice. */
function countUnsettled(
  changes: readonly Change[],
  kind: LimitKind,
  isCounted: (change: string) => boolean,
): number {
  return countKind(
    changes.filter((change) => isCounted(toUnsettledKey(change))),
    kind,
  );
}

/** How many of a kind a group's limit lets through, whatever its `allow` says. */
export function findGroupLimit(kind: LimitKind, live: LiveGroup, limits: Limits): number {
  if (kind !== 'removals') return limits[kind].group;
  const { floor, percent } = limits.removals;
  return Math.max(floor, Math.floor((percent * countMembers(live)) / 100));
}

/**
 * How much of the group's `allow` is left for a kind; undefined where it says nothing, has expired or is used up. Of
 * `changes`, those of which nobody knows what came of them have used their part already.
 */
export function findAllowance(
  desired: KnownGroup,
  kind: LimitKind,
  guard: Guard,
  changes: readonly Change[] = [],
): number | undefined {
  const { past, today } = guard;
  const number = desired.allow?.counts[kind];
  if (!desired.allow || number === undefined || isPast(desired.allow.until, today)) return undefined;
  const key = toAllowanceKey(desired, kind);
  const again = countUnsettled(changes, kind, (change) => past.unsettled.uses(change, key));
  const left = number - Math.max(0, (past.allowUsed.get(key) ?? 0) - again);
  return left > 0 ? left : undefined;
}

/** The identity of an allowance, for the memory: another number, day or reason is another one. */
export function toAllowanceKey({ id, allow }: KnownGroup, kind: LimitKind): string {
  return JSON.stringify([id, kind, allow?.counts[kind], allow?.until, allow?.reason]);
}

/**
 * A list that was emptied, by a hand or by dates, and a group that would be, are more often a mistake than a wish, so
 * only `allow.removals` lets them through.
 */
function findEmptied(
  desired: KnownGroup,
  live: LiveGroup,
  changes: readonly Change[],
  guard: Guard,
): Refusal[] {
  const count = countKind(changes, 'removals');
  const allowed = findAllowance(desired, 'removals', guard, changes) ?? 0;
  const isEmptied = isEmptying(desired, live, changes, guard);
  return isEmptied && count > allowed ? [{ limit: 'emptied', scope: 'group', count, allowed }] : [];
}

/** True where the file wants nobody today, or nobody would be left but those who are always kept. */
export function isEmptying(
  desired: KnownGroup,
  live: LiveGroup,
  changes: readonly Change[],
  guard: Guard,
): boolean {
  return isListEmpty(desired, guard.today) || isGroupEmpty(desired, simulate(live, changes), guard);
}

/** True where the file wants nobody today. */
function isListEmpty({ lists, people, knownLids }: KnownGroup, today: Day): boolean {
  const wanted = [...people.values()].some((person) => wantedRole(person, today) !== 'none');
  return lists.members && !wanted && knownLids.size === 0;
}

/** True where nobody is there but those who are always kept without being listed. */
function isGroupEmpty({ people }: KnownGroup, live: LiveGroup, { accounts }: Guard): boolean {
  if (live.unidentified.length > 0) return false;
  return [...live.people.values()].every(
    ({ key, isOwner }) => accounts.has(key) || (isOwner && !people.has(key)),
  );
}

/** Too few admins refuse only a plan that lowers their number. */
function findTooFewAdmins(
  live: LiveGroup,
  changes: readonly Change[],
  { limits, accounts }: Guard,
): Refusal[] {
  const before = countAdmins(live, accounts);
  const after = countAdmins(simulate(live, changes.filter(isPersonChange)), accounts);
  const isLowered = after < before && after < limits.admins.min;
  return isLowered ? [{ limit: 'admins', scope: 'group', count: after, allowed: limits.admins.min }] : [];
}
