import type { Pace } from '../../domain/organisation.ts';
import { isPersonChange } from '../../domain/plan/change.ts';
import type { Forecast, Plan } from '../../domain/plan/plan.ts';
import { isRefused } from '../../domain/plan/plan.ts';
import { oneMinute } from '../../domain/moment.ts';
import { toSteps } from '../steps.ts';
import { toUsualPause } from './pauses.ts';

/**
 * What a plan will cost: in counts, in minutes and in days at full budget, not in dates, so that it is the same on every
 * day. What a limit stops costs nothing.
 */
export function forecastPlan(plan: Plan, pace: Pace): Forecast {
  const due = plan.groups.map((group) => group.changes.filter((change) => !isRefused(plan, group, change)));
  const people = due.flat().filter(isPersonChange);
  const adds = people.filter(({ action }) => action === 'add').length;
  // GOWA looks up every participant of every call once (docs/gowa.md#t3).
  const lookups = people.length;
  const pauses = due.flatMap(toSteps).reduce((sum, step) => sum + toUsualPause(step, pace), 0);
  const byAdding = Math.ceil(adds / pace.addsPerDay);
  const days = Math.max(byAdding, Math.ceil(lookups / pace.lookupsPerDay));
  return { adds, lookups, days, minutes: Math.round(pauses / oneMinute), isByAdding: days === byAdding };
}
