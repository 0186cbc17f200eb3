import type { Change, PersonChange } from '../../domain/plan/change.ts';
import { isPersonChange } from '../../domain/plan/change.ts';
import type { LimitKind } from '../../domain/group.ts';
import { peopleKinds } from '../../domain/group.ts';
import type { Past } from '../../domain/past.ts';
import { toUnsettledKey } from '../../domain/past.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import { findLimitKinds } from '../../domain/plan/refusal.ts';
import type { Guard, JudgedGroup } from './guard.ts';

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
export function countUnsettled(
  changes: readonly Change[],
  kind: LimitKind,
  isCounted: (change: string) => boolean,
): number {
  return countKind(
    changes.filter((change) => isCounted(toUnsettledKey(change))),
    kind,
  );
}
