import { limitKinds } from '../domain/group.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { KnownGroup, Notice } from '../domain/plan.ts';
import type { Guard } from './guards.ts';
import { findAllowance } from './guards.ts';
import { isOver } from './wanted.ts';

/** What a reviewer had better know of a group besides its drift. */
export function findNotices(desired: KnownGroup, live: LiveGroup, guard: Guard): Notice[] {
  const { allow } = desired;
  const notices: Notice[] = [];
  for (const person of live.people.values()) {
    if (person.lid !== undefined && desired.knownLids.has(person.lid)) {
      notices.push({ kind: 'lid-known', lid: person.lid, person });
    }
  }
  if (allow && isOver(allow.until, guard.today)) notices.push({ kind: 'allow-expired' });
  else if (allow && limitKinds.every((kind) => findAllowance(desired, kind, guard) === undefined)) {
    notices.push({ kind: 'allow-used-up' });
  }
  return notices;
}
