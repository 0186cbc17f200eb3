import { isPersonChange } from '../../domain/plan/change.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isRefused } from '../../domain/plan/plan.ts';
import { toMostLookups } from './pace-budget.ts';

/** What a run may spend at the most; `all`: what is left of the day. */
export interface Reservation {
  readonly adds: number | 'all';
  readonly lookups: number | 'all';
}

/**
 * Look-ups that a run pays for one change of a person at the most, the own number's included: sent in a batch, refused with
 * it, asked about, sent again. A run that comes to this sum stops as if the day were spent, so that it is a limit and no
 * guess.
 */
export const lookupsPerChange = 10;

/**
 * What carrying out a plan may spend at the most; undefined where nothing of it is due, so that nothing is sent. `hidden`:
 * people who may still be looked up for hiding their number.
 */
export function toReservation(plan: Plan, hidden: number): Reservation | undefined {
  const due = plan.groups.flatMap((group) =>
    group.changes.filter((change) => !isRefused(plan, group, change)),
  );
  if (due.length === 0) return undefined;
  // What is in a group that could not be read, nobody knows.
  if (plan.groups.some(({ reading }) => reading.kind === 'unreadable' && reading.reason === 'failed'))
    return { adds: 'all', lookups: 'all' };
  const people = due.filter(isPersonChange);
  const adds = people.filter(({ action }) => action === 'add').length;
  return { adds, lookups: lookupsPerChange * people.length + toMostLookups(Math.max(0, hidden)) };
}
