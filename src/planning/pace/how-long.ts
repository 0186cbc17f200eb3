import type { Pace } from '../../domain/organisation.ts';
import type { Change } from '../../domain/plan/change.ts';
import { isPersonChange } from '../../domain/plan/change.ts';
import { findLane } from '../../domain/plan/lane.ts';
import type { Forecast, Plan } from '../../domain/plan/plan.ts';
import { isCreationRefused, isRefused } from '../../domain/plan/plan.ts';
import { oneMinute } from '../../domain/moment.ts';
import { toSteps } from '../steps.ts';
import { toUsualPause } from './pauses.ts';

/**
 * What a plan will cost: in counts, in minutes and in days at full budget, not in dates, so that it is the same on every
 * day. What a limit stops, or a pace of none a day never pays for, costs nothing.
 */
export function forecastPlan(plan: Plan, pace: Pace): Forecast {
  const made = plan.toCreate.filter(
    (creation) =>
      creation.obstacle === undefined && !isCreationRefused(plan, creation) && pace.createsPerDay > 0,
  );
  const due = [...plan.groups, ...made.map(({ group }) => group)].map((group) =>
    group.changes.filter((change) => !isRefused(plan, group, change) && isEverPaid(change, pace)),
  );
  const people = due.flat().filter(isPersonChange);
  const adds = people.filter(({ action }) => action === 'add').length;
  // GOWA looks up every participant of every call once (docs/gowa.md#t3).
  const lookups = people.length;
  const pauses = due.flatMap(toSteps).reduce((sum, step) => sum + toUsualPause(step, pace), 0);
  const byAdding = toDays(adds, pace.addsPerDay);
  const creates = made.length;
  const days = Math.max(byAdding, toDays(lookups, pace.lookupsPerDay), toDays(creates, pace.createsPerDay));
  const more = creates > 0 ? { creates } : {};
  const isByAdding = days === byAdding;
  const toAdd = people.filter((change) => findLane(change) === 'add').map(({ person }) => person.key);
  return {
    adds,
    lookups,
    ...more,
    days,
    minutes: Math.round(pauses / oneMinute),
    isByAdding,
    ...(isByAdding && days > 1 && toAdd.length > 0 && { byLink: new Set(toAdd).size }),
  };
}

/** A policy may say `adds: 0/day`: then nobody is added, today or ever. */
function isEverPaid(change: Change, { addsPerDay, lookupsPerDay }: Pace): boolean {
  if (!isPersonChange(change)) return true;
  return lookupsPerDay > 0 && (change.action !== 'add' || addsPerDay > 0);
}

function toDays(count: number, perDay: number): number {
  return count === 0 ? 0 : Math.ceil(count / perDay);
}
