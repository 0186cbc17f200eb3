import type { Forecast, Plan } from '../../domain/plan/plan.ts';
import { isPersonChange } from '../../domain/plan/change.ts';
import type { Pace } from '../../domain/organisation.ts';

/** What a plan will cost: in counts and in days at full budget, not in dates, so that it is the same on every day. */
export function forecastPlan(plan: Plan, pace: Pace): Forecast {
  const people = plan.groups.flatMap(({ changes }) => changes.filter(isPersonChange));
  const adds = people.filter(({ action }) => action === 'add').length;
  // GOWA looks up every participant of every call once (docs/gowa.md#t3).
  const lookups = people.length;
  const days = Math.max(Math.ceil(adds / pace.addsPerDay), Math.ceil(lookups / pace.lookupsPerDay));
  return { adds, lookups, days };
}
