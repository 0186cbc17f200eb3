import { expect, test } from 'vitest';
import type { GroupPlan, Plan } from '../../../src/domain/plan/plan.ts';
import type { Scheduled } from '../../../src/domain/plan/scheduled.ts';
import { isComingRefused, isRefused } from '../../../src/domain/plan/plan.ts';
import { admin, altos, desiredGroup, liveGroup, personChange, tomorrow } from '../../support/choir.ts';

test("a group's refusal stops all of the group, a run's stops its kind everywhere", () => {
  const removal = personChange('remove', 2, { before: 'admin' });
  const add = personChange('add', 3);
  const group: GroupPlan = {
    desired: desiredGroup(),
    reading: { kind: 'read', group: liveGroup({ people: [admin(2)] }) },
    changes: [add, removal],
    leftAlone: [],
    refusals: [],
    scheduled: [],
    notices: [],
  };
  const plan: Plan = { account: 'main', groups: [group], toCreate: [], elsewhere: 0, refusals: [] };
  expect([isRefused(plan, group, add), isRefused(plan, group, removal)]).toEqual([false, false]);
  const byRun: Plan = { ...plan, refusals: [{ limit: 'demotions', scope: 'run', count: 6, allowed: 5 }] };
  expect([isRefused(byRun, group, add), isRefused(byRun, group, removal)]).toEqual([false, true]);
  const stopped: GroupPlan = {
    ...group,
    refusals: [{ limit: 'adds', scope: 'group', count: 101, allowed: 100 }],
  };
  expect([isRefused(plan, stopped, add), isRefused(plan, stopped, removal)]).toEqual([true, true]);
  expect(add.group).toBe(altos);
});

test.each<[string, Partial<Scheduled>, boolean]>([
  ['nothing stands in its way', {}, false],
  ['the group is suspended today', { obstacle: 'suspended' }, false],
  ['it is the owner', { obstacle: 'owner' }, true],
  ['a limit would object', { refusal: { limit: 'removals', scope: 'group', count: 9, allowed: 3 } }, true],
])('a coming change of which %s', (_, more, refused) => {
  const coming: Scheduled = { change: personChange('remove', 2), on: tomorrow, ...more };
  const group = { refusals: [] as const } as unknown as GroupPlan;
  expect(isComingRefused(group, coming)).toBe(refused);
  const stopped = { refusals: [{ limit: 'adds' }] } as unknown as GroupPlan;
  expect(isComingRefused(stopped, coming)).toBe(true);
});
