import { nextDay } from '../domain/day.ts';
import type { Day, LiveGroup } from '../domain/group.ts';
import type { KnownGroup, Scheduled } from '../domain/plan.ts';
import { isOver, wantedRole } from './wanted.ts';

/** What dates in the file will bring to people who are in the group, the nearest first. */
export function findScheduled(desired: KnownGroup, live: LiveGroup, today: Day): Scheduled[] {
  const scheduled: Scheduled[] = [];
  for (const person of desired.people.values()) {
    const member = live.people.get(person.key);
    const wanted = wantedRole(person, today);
    if (!member || wanted === 'none') continue;
    const { memberUntil, adminUntil } = person;
    const leaves = desired.lists.members && desired.manage.members === 'exact' && memberUntil !== undefined;
    const steps = wanted === 'admin' && desired.manage.admins === 'exact' && adminUntil !== undefined;
    if (steps && adminUntil !== memberUntil && !isOver(adminUntil, today))
      scheduled.push({ action: 'demote', person, on: nextDay(adminUntil) });
    if (leaves) scheduled.push({ action: 'remove', person, on: nextDay(memberUntil) });
  }
  return scheduled.toSorted((a, b) => compare(a.on, b.on) || compare(a.person.key, b.person.key));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
