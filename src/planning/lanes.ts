import type { LiveGroup } from '../domain/group.ts';
import type { Change } from '../domain/plan/change.ts';
import { findLane } from '../domain/plan/lane.ts';
import { findRequest } from '../domain/people/join-request.ts';

/** Whoever joins and asks for it is let in, under the number by which they ask. */
export function withLane(change: Change, live: LiveGroup): Change {
  if (change.action !== 'add') return change;
  const request = findRequest(live, change.person.key);
  if (!request?.person) return change;
  return { ...change, lane: 'knock', person: { ...change.person, phone: request.person.phone } };
}

/** True for somebody who asked to come, and is let in. */
export function isKnock(change: Change): boolean {
  return change.action === 'add' && findLane(change) === 'knock';
}
