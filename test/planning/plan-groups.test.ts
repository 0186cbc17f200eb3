import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/plan/change.ts';
import type { GroupId, Reading } from '../../src/domain/group.ts';
import type { KnownGroup, Plan } from '../../src/domain/plan/plan.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import { approvePlan } from '../../src/planning/approve-plan.ts';
import {
  admin,
  altos,
  desiredGroup,
  key,
  listed,
  liveGroup,
  living,
  noon,
  phone,
  planInput,
  say,
  yesterday,
} from '../support/choir.ts';

const tenors = '120363000000000002@g.us' as GroupId;
const basses = '120363000000000003@g.us' as GroupId;

function told(plan: Plan, group = 0) {
  const { changes = [], leftAlone = [], refusals = [] } = plan.groups[group] ?? {};
  return {
    due: changes.map(say),
    left: leftAlone.map(({ reason, change }) => `${change ? say(change) : '-'}: ${reason}`),
    refused: refusals.map(({ limit }) => limit),
  };
}

const desired = desiredGroup({ people: [listed(2, { role: 'admin' }), listed(3)], settings: { topic: 'x' } });
const live = liveGroup({ people: [admin(5), living(3), living(7)] });
const input = planInput([[desired, live]]);

test('a plan holds all that is due in its order', () => {
  expect(told(planGroups(input))).toEqual({
    due: ['add 2', 'promote 2', 'set topic', 'remove 5 needs promote 2', 'remove 7'],
    left: [],
    refused: [],
  });
});

test('a plan of a group that could not be read changes nothing there', () => {
  const reading: Reading = { kind: 'unreadable', reason: 'not-in-group', text: 'you are not in it' };
  const plan = planGroups({ ...input, readings: new Map([[altos, reading]]) });
  expect(plan.groups[0]).toMatchObject({ reading, changes: [], leftAlone: [], refusals: [] });
  expect(approvePlan(plan, () => true, input)).toEqual(plan);
});

test('a group that nobody read was not read', () => {
  const plan = planGroups({ ...input, readings: new Map() });
  expect(plan.groups[0]?.reading).toMatchObject({ kind: 'unreadable', reason: 'failed' });
});

test("groups: the account's own that exist, by file; those to create; those of others counted", () => {
  const { id: _, ...unborn } = desired;
  const groups = [
    { ...desired, file: 'tenors.yaml', id: tenors },
    { ...unborn, file: 'mezzos.yaml' },
    { ...desired, file: 'basses.yaml', id: basses, account: 'second' },
    { ...desired, file: 'altos.yaml' },
  ];
  const plan = planGroups({ ...input, organisation: { ...input.organisation, groups } });
  expect(plan.groups.map((group) => group.desired.file)).toEqual(['altos.yaml', 'tenors.yaml']);
  expect(plan.toCreate.map(({ making }) => making.file)).toEqual(['mezzos.yaml']);
  expect([plan.account, plan.elsewhere]).toEqual(['main', 1]);
});

test("the policy's time zone says which day it is", () => {
  const ends = desiredGroup({ people: [listed(2), listed(3, { memberUntil: '2026-06-15' })] });
  const group = liveGroup({ people: [living(2), living(3)] });
  const late = { now: noon + 11 * 3_600_000 };
  expect(told(planGroups(planInput([[ends, group]], late, { timezone: 'UTC' }))).due).toEqual([]);
  expect(told(planGroups(planInput([[ends, group]], late, { timezone: 'Asia/Jakarta' }))).due).toEqual([
    'remove 3',
  ]);
});

test('every account of the policy is kept, in either spelling', () => {
  const brazil = { key: '552087654321' as ReturnType<typeof key>, phone: phone('552087654321') };
  const group = liveGroup({ people: [admin(brazil), living(3)] });
  const accounts = new Map([
    ['main', phone('447700900001')],
    ['second', phone('5520987654321')],
  ]);
  const plan = planGroups(planInput([[desiredGroup({ people: [listed(3)] }), group]], {}, { accounts }));
  expect(told(plan).due).toEqual([]);
});

function approve(plan: Plan, ...said: readonly string[]) {
  const names = (change: Change) => said.includes(say(change).replace(/ needs.*/, ''));
  return approvePlan(plan, names, input);
}

test('what nobody approved is left alone', () => {
  expect(told(approve(planGroups(input), 'add 2', 'set topic'))).toEqual({
    due: ['add 2', 'set topic'],
    left: ['promote 2: not-approved', 'remove 5 needs promote 2: not-approved', 'remove 7: not-approved'],
    refused: [],
  });
});

test('a promotion goes with the add that it needs', () => {
  expect(told(approve(planGroups(input), 'promote 2', 'remove 7'))).toEqual({
    due: ['remove 7'],
    left: [
      'add 2: not-approved',
      'promote 2: not-approved',
      'set topic: not-approved',
      'remove 5 needs promote 2: not-approved',
    ],
    refused: [],
  });
});

test('the limits judge what was approved, not what was planned', () => {
  const many = liveGroup({ people: [living(3), living(7), living(8), living(9), living(10)] });
  const plan = planGroups(planInput([[desired, many]]));
  expect(told(plan).refused).toEqual(['removals']);
  expect(told(approve(plan, 'remove 7', 'remove 8', 'remove 9')).refused).toEqual([]);
});

test('a demotion that was approved without the promotion that it needs is refused', () => {
  const plan = approve(planGroups(input), 'remove 5');
  expect(told(plan)).toMatchObject({ due: ['remove 5'], refused: ['admins'] });
});

test('approved without what it would have needed, and not needing it any more, it goes ahead', () => {
  const two = liveGroup({ people: [admin(5), admin(6), living(2), living(3)] });
  const full = planGroups(
    planInput([[desiredGroup({ people: [listed(2, { role: 'admin' }), listed(3)] }), two]]),
  );
  expect(told(full).due).toEqual(['promote 2', 'remove 5 needs promote 2', 'remove 6 needs promote 2']);
  expect(told(approve(full, 'remove 6'))).toMatchObject({ due: ['remove 6'], refused: [] });
});

test('adds whose room nobody approved are left alone as full', () => {
  const crowd = Array.from({ length: 1022 }, (_, i) => living(555 + i));
  const wanted = crowd.slice(1).map((person) => listed(person));
  const pair = [
    desiredGroup({ people: [...wanted, listed(2)] }),
    liveGroup({ people: [...crowd, living(444)] }),
  ];
  const plan = planGroups(planInput([pair as [KnownGroup, typeof live]]));
  expect(told(plan)).toMatchObject({ due: ['remove 444', 'add 2', 'remove 555'], left: [] });
  expect(told(approve(plan, 'add 2'))).toMatchObject({
    due: [],
    left: ['remove 444: not-approved', 'remove 555: not-approved', 'add 2: full'],
  });
});

test("a run's limit is judged again as well", () => {
  const pairs = [altos, tenors, basses].map((id, i) => {
    const group = { ...desiredGroup({ people: [listed(2, { role: 'admin' })] }), id, file: `${i}.yaml` };
    return [group, liveGroup({ id, people: [admin(2), admin(5), admin(6)] })] as const;
  });
  const wide = planInput(pairs);
  const plan = planGroups(wide);
  expect(plan.refusals.map(({ limit, count }) => [limit, count])).toEqual([['demotions', 6]]);
  const narrowed = approvePlan(plan, (change) => change.group !== basses, wide);
  expect(narrowed.refusals).toEqual([]);
});

test('a plan under observe has no changes', () => {
  const watched = {
    ...desired,
    manage: { members: 'observe', admins: 'observe', settings: 'observe' } as const,
  };
  const plan = planGroups(planInput([[watched, live]]));
  expect(told(plan)).toMatchObject({ due: [], refused: [] });
  expect(plan.groups[0]?.leftAlone.every(({ reason }) => reason === 'observe')).toBe(true);
});

test('a date that has passed is said as the reason', () => {
  const ends = desiredGroup({ people: [listed(2), listed(3, { memberUntil: yesterday, via: ['budi'] })] });
  const plan = planGroups(planInput([[ends, liveGroup({ people: [living(2), living(3)] })]]));
  expect(plan.groups[0]?.changes[0]?.why).toEqual({ kind: 'ended', until: yesterday, via: ['budi'] });
});
