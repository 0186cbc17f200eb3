import type { LiveGroup } from '../domain/group.ts';
import type { Change } from '../domain/plan/change.ts';
import type { Lane } from '../domain/plan/lane.ts';
import { findLane } from '../domain/plan/lane.ts';
import { findRequest } from '../domain/people/join-request.ts';

/** Whoever joins and asks for it is let in, under the number by which they ask. */
export function withLane(change: Change, live: LiveGroup): Change {
  if (change.action !== 'add') return change;
  const request = findRequest(live, change.person.key);
  if (!request?.person) return change;
  return { ...change, lane: 'knock', person: { ...change.person, phone: request.person.phone } };
}

/**
 * True where the approval of one change holds for another one of the same identity: whoever was approved to come by
 * themselves, since they asked to or by the link, is not added instead.
 */
export function coversLane(approved: Change, change: Change): boolean {
  return !isAddition(change) || isAddition(approved);
}

/** True for somebody who is to be added, and neither asks to come nor comes by a link. */
export function isAddition(change: { readonly action: string; readonly lane?: Lane }): boolean {
  return change.action === 'add' && (change.lane ?? 'add') === 'add';
}

/** True for somebody who asked to come, and is let in. */
export function isKnock(change: Change): boolean {
  return change.action === 'add' && findLane(change) === 'knock';
}
