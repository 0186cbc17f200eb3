import { expect, test } from 'vitest';
import type { GroupPlan, LeftAloneReason, Plan, Scheduled } from '../../src/domain/plan.ts';
import {
  findLimitKinds,
  findRoom,
  isComingRefused,
  isLasting,
  isRefused,
  leftAloneRules,
} from '../../src/domain/plan.ts';
import { admin, altos, desiredGroup, liveGroup, personChange, tomorrow } from '../support/choir.ts';

test.each([
  ['add', undefined, ['adds']],
  ['promote', 'member', ['promotions']],
  ['demote', 'admin', ['demotions']],
  ['remove', 'member', ['removals']],
  ['remove', 'admin', ['removals', 'demotions']],
] as const)('%s of a(n) %s counts toward %j', (action, before, kinds) => {
  const change = personChange(action, 2, before ? { before } : {});
  expect(findLimitKinds(change)).toEqual(kinds);
});

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

test.each([
  [{ allowed: 5 }, 5],
  [{ allowed: 5, earlier: 3 }, 2],
  [{ allowed: 5, earlier: 7 }, 0],
])('%j leaves room for %i', (refusal, room) => {
  expect(findRoom(refusal)).toBe(room);
});

test('what is no fact of the moment holds back a coming change; two facts are no reasons of a group', () => {
  expect([isLasting(undefined), isLasting('unreadable'), isLasting('forgotten')]).toEqual([
    false,
    true,
    true,
  ]);
  const passing = Object.keys(leftAloneRules).filter((reason) => !isLasting(reason as LeftAloneReason));
  // Whoever adds one says here that it does not stand against somebody's approval.
  expect(passing.toSorted()).toEqual([
    'by-invite',
    'community',
    'declined',
    'full',
    'incomplete',
    'left',
    'no-memory',
    'not-admin',
    'not-on-whatsapp',
    'perhaps-hidden',
    'suspended',
    'tried',
    'undated',
    'vanished',
  ]);
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
