import { expect, test } from 'vitest';
import { countOpenGroups } from '../../../src/domain/plan/open-groups.ts';
import type { GroupPlan } from '../../../src/domain/plan/plan.ts';
import { desiredGroup, liveGroup, settings } from '../../support/choir.ts';

type Desired = Parameters<typeof desiredGroup>[0];
type Live = Parameters<typeof liveGroup>[0];

const toPlan = (desired: Desired, live: Live): GroupPlan => ({
  desired: desiredGroup(desired),
  reading: { kind: 'read', group: liveGroup(live) },
  changes: [],
  leftAlone: [],
  refusals: [],
  scheduled: [],
  notices: [],
});

const count = (...groups: GroupPlan[]) =>
  countOpenGroups({ account: 'main', groups, toCreate: [], elsewhere: 0, refusals: [] });

test.each<[string, number, Desired, Live]>([
  ['an exact list', 1, {}, {}],
  ['a list that removes nobody', 0, { manage: { members: 'additive' } }, {}],
  ['no list of members', 0, { lists: { members: false, admins: true } }, {}],
  ['a file that says who', 0, { settings: { 'may-add': 'everyone' } }, {}],
  ['admins alone', 0, {}, { settings: { ...settings, 'may-add': 'admins' } }],
  ['nobody knows who', 0, {}, { settings: { ...settings, 'may-add': 'unknown' } }],
  ['no admin', 0, {}, { self: 'member' }],
  ['a community', 0, {}, { kind: 'community' }],
])('%s: %i', (_, expected, desired, live) => {
  expect(count(toPlan(desired, live))).toBe(expected);
});

test('all of them are counted, but those that nobody could read', () => {
  const unread = { kind: 'unreadable', reason: 'failed', text: '' } as const;
  expect(count(toPlan({}, {}), toPlan({}, {}), { ...toPlan({}, {}), reading: unread })).toBe(2);
});
