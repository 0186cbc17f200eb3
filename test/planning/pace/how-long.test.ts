import { expect, test } from 'vitest';
import type { Pace } from '../../../src/domain/organisation.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { forecastPlan } from '../../../src/planning/pace/how-long.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import { desiredGroup, listed, liveGroup, living, planInput } from '../../support/choir.ts';

/** An add takes 40 s, any other request 6 s. */
const pace: Pace = {
  addsPerDay: 40,
  lookupsPerDay: 400,
  createsPerDay: 3,
  messagesPerDay: 20,
  pause: { min: 4000, max: 8000 },
  afterAdd: { min: 20_000, max: 60_000 },
  reads: { min: 0, max: 0 },
};

/** What no limit objects to. */
function planOf(adds: number, removals: number): Plan {
  const files = desiredGroup({ people: [listed(2), ...many(100, adds).map((n) => listed(n))] });
  const group = liveGroup({ people: [living(2), ...many(600, removals).map((n) => living(n))] });
  const plan = planGroups(planInput([[files, group]]));
  return { ...plan, refusals: [], groups: plan.groups.map((each) => ({ ...each, refusals: [] })) };
}

function many(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

test.each([
  [0, 0, { adds: 0, lookups: 0, days: 0, minutes: 0, isByAdding: true }],
  [1, 0, { adds: 1, lookups: 1, days: 1, minutes: 1, isByAdding: true }],
  [6, 0, { adds: 6, lookups: 6, days: 1, minutes: 4, isByAdding: true }],
  [40, 0, { adds: 40, lookups: 40, days: 1, minutes: 27, isByAdding: true }],
  // More than a day of adding is worth comparing with the link.
  [41, 0, { adds: 41, lookups: 41, days: 2, minutes: 27, isByAdding: true, byLink: 41 }],
  // Ten people a request.
  [0, 20, { adds: 0, lookups: 20, days: 1, minutes: 0, isByAdding: false }],
  [0, 200, { adds: 0, lookups: 200, days: 1, minutes: 2, isByAdding: false }],
  [40, 360, { adds: 40, lookups: 400, days: 1, minutes: 30, isByAdding: true }],
  [40, 361, { adds: 40, lookups: 401, days: 2, minutes: 30, isByAdding: false }],
])('%i adds and %i removals cost %j', (adds, removals, cost) => {
  expect(forecastPlan(planOf(adds, removals), pace)).toEqual(cost);
});

test('settings cost no look-up, and each a pause', () => {
  const files = desiredGroup({ settings: { name: 'Alti', announce: true, locked: true } });
  const plan = planGroups(planInput([[files, liveGroup()]]));
  const slow = { ...pace, pause: { min: 60_000, max: 60_000 } };
  expect(forecastPlan(plan, slow)).toMatchObject({ adds: 0, lookups: 0, days: 0, minutes: 3 });
});

test('what a limit stops costs nothing', () => {
  const files = desiredGroup({ people: [listed(2)] });
  const group = liveGroup({ people: [living(2), ...many(600, 30).map((n) => living(n))] });
  const plan = planGroups(planInput([[files, group]]));
  expect(plan.groups[0]?.refusals).toHaveLength(1);
  expect(forecastPlan(plan, pace)).toMatchObject({ lookups: 0, days: 0, minutes: 0 });
});

test.each([
  [{ addsPerDay: 0 }, { adds: 0, lookups: 3, days: 1 }],
  [{ lookupsPerDay: 0 }, { adds: 0, lookups: 0, days: 0, minutes: 0 }],
])('what a pace of %j never pays for costs nothing, and no endless time', (none, cost) => {
  expect(forecastPlan(planOf(2, 3), { ...pace, ...none })).toMatchObject(cost);
});
