import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import { isPersonChange } from '../../../src/domain/plan/change.ts';
import { toIdentity } from '../../../src/domain/plan/change-identity.ts';
import { groupCapacity } from '../../../src/domain/whatsapp-facts.ts';
import { noPast } from '../../../src/domain/past.ts';
import type { Day, DesiredPerson } from '../../../src/domain/group.ts';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import type { PersonChange } from '../../../src/domain/plan/change.ts';
import { planGroup } from '../../../src/planning/plan-groups.ts';
import { simulate } from '../../../src/planning/simulate.ts';
import { pairs } from '../../support/arbitrary-pair.ts';
import {
  admin,
  altos,
  desiredGroup,
  key,
  lid,
  listed,
  liveGroup,
  living,
  noLimits,
  noon,
  planInput,
  singer,
  today,
  tomorrow,
  yesterday,
} from '../../support/choir.ts';

type Files = Parameters<typeof desiredGroup>[0];
type Group = Parameters<typeof liveGroup>[0];

function scheduled(
  files: Files,
  group: Group,
  isProtected: readonly PersonKey[] = [],
  known: Parameters<typeof planInput>[1] = {},
) {
  const desired = desiredGroup(files);
  const live = liveGroup(group);
  const input = planInput([[desired, live]], known, { limits: noLimits, protected: new Set(isProtected) });
  const plan = planGroup(desired, { kind: 'read', group: live }, input);
  return plan.scheduled.map(
    ({ change: { action, person }, on, obstacle }) =>
      `${on} ${action} ${Number(person.phone.slice(-3))}${obstacle ? `: ${obstacle}` : ''}`,
  );
}

const july = '2026-07-01';
const until = (memberUntil: string) => ({ memberUntil });
const adminUntil = (adminsEnd: string, membersEnd?: string) => ({
  role: 'admin' as const,
  adminUntil: adminsEnd,
  ...(membersEnd !== undefined && { memberUntil: membersEnd }),
});

test('the nearest first, from the day after the last; what is over is due instead', () => {
  const people = [listed(5, until(july)), listed(4, until(today)), listed(3, until(yesterday)), listed(2)];
  const live = { people: [living(2), living(3), living(4), living(5)] };
  expect(scheduled({ people }, live)).toEqual(['2026-06-16 remove 4', '2026-07-02 remove 5']);
});

test('whoever left is put back on their first day, unless the day to put them back by is over then', () => {
  const verified = new Map([[altos, new Map([[key(2), noon]])]]);
  const first = (readd: string) =>
    scheduled({ people: [listed(2, { memberFrom: tomorrow, readd })] }, {}, [], {
      past: { ...noPast, verified },
    });
  expect(first(tomorrow)).toEqual([`${tomorrow} add 2`]);
  expect(first(today)).toEqual([`${tomorrow} add 2: left`]);
});

test('an admin is demoted first and removed later, each on its day', () => {
  const people = [listed(2, adminUntil(tomorrow, july)), listed(3, { role: 'admin' })];
  expect(scheduled({ people }, { people: [admin(2), admin(3)] })).toEqual([
    '2026-06-17 demote 2',
    '2026-07-02 remove 2',
  ]);
});

test('whose two roles end on one day leaves once', () => {
  const people = [listed(2, adminUntil(july, july))];
  expect(scheduled({ people }, { people: [admin(2)] })).toEqual(['2026-07-02 remove 2']);
});

test('who joins and is promoted today leaves on the day', () => {
  const people = [listed(2, until(july)), listed(3, adminUntil(july, july)), listed(4, adminUntil(july))];
  expect(scheduled({ people }, { people: [living(3), living(4)] })).toEqual([
    '2026-07-02 remove 2',
    '2026-07-02 remove 3',
    '2026-07-02 demote 4',
  ]);
});

test.each([
  ['admins alone: to a member', { lists: { members: false, admins: true } }, ['2026-07-02 demote 2']],
  ['members additive, admins exact', { manage: { members: 'additive' } }, ['2026-07-02 demote 2']],
  ['members exact, admins additive: an admin stays', { manage: { admins: 'additive' } }, []],
  ['additive', { manage: { members: 'additive', admins: 'additive' } }, []],
  ['observe', { manage: { members: 'observe', admins: 'observe' } }, []],
] as const)('%s', (_, files, said) => {
  const people = [listed(2, adminUntil(july, july))];
  expect(scheduled({ people, ...files }, { people: [admin(2)] })).toEqual(said);
});

test.each([
  ['the account', { people: [listed(1, until(july))] }, {}, []],
  [
    'somebody known by LID',
    { people: [listed(2, until(july))], knownLids: new Set([lid('22222')]) },
    { people: [living(2, { lid: lid('22222') })] },
    [],
  ],
] as const)('no date comes for %s', (_, files, group, isProtected) => {
  expect(scheduled(files, group, isProtected)).toEqual([]);
});

test('the name is the one that the files know', () => {
  const desired = desiredGroup({ people: [listed(2, until(july))] });
  const live = liveGroup({ people: [living(2)] });
  const input = planInput([[desired, live]], {}, {}, [{ ...singer(2), handle: 'ana' }]);
  const plan = planGroup(desired, { kind: 'read', group: live }, input);
  expect(plan.scheduled).toMatchObject([
    { change: { action: 'remove', person: { ...singer(2), handle: 'ana' } }, on: '2026-07-02' },
  ]);
});

test.each([
  [
    'the owner',
    { people: [listed(2, until(july))] },
    { people: [living(2, { isOwner: true })] },
    [],
    'owner',
  ],
  [
    'somebody protected',
    { people: [listed(2, until(july))] },
    { people: [living(2)] },
    [key(2)],
    'protected',
  ],
  [
    'somebody who comes by invitation only',
    { people: [listed(2, { ...until(july), byInvite: true })] },
    {},
    [],
    'by-invite',
  ],
  [
    'a group in which the account is no admin',
    { people: [listed(2, until(july))] },
    { people: [living(2)], self: 'member' },
    [],
    'not-admin',
  ],
  [
    'half a list',
    { people: [listed(2, until(july))] },
    { people: [living(2)], peopleComplete: false },
    [],
    'incomplete',
  ],
  [
    'half a list without them',
    { people: [listed(2, until(july))] },
    { peopleComplete: false },
    [],
    'incomplete',
  ],
  [
    'somebody who may hide their number',
    { people: [listed(2, until(july))] },
    { unidentified: [{ lid: lid('22222'), role: 'member', isOwner: false }] },
    [],
    'perhaps-hidden',
  ],
] as const)(
  'what stands in the way today is said, and the date is not hidden: %s',
  (_, files, group, kept, why) => {
    expect(scheduled(files, group, kept)).toEqual([`2026-07-02 remove 2: ${why}`]);
  },
);

test('a date of today comes tomorrow, and one of a group that could not be read is no secret either', () => {
  const desired = desiredGroup({ people: [listed(2, until(today)), listed(3, adminUntil(july))] });
  const unread = { kind: 'unreadable', reason: 'failed', text: '' } as const;
  const { scheduled: coming } = planGroup(desired, unread, planInput([]));
  expect(coming.map(({ change, on, obstacle }) => [change.action, on, obstacle])).toEqual([
    ['remove', tomorrow, 'unreadable'],
    ['demote', '2026-07-02', 'unreadable'],
  ]);
});

test('each day is seen as the days before leave it, so that the id is the one of that day', () => {
  const desired = desiredGroup({
    people: [listed(2, adminUntil(tomorrow, july)), listed(3, { role: 'admin' })],
  });
  const live = liveGroup({ people: [admin(2), admin(3)] });
  const plan = planGroup(desired, { kind: 'read', group: live }, planInput([[desired, live]]));
  expect(plan.scheduled.map(({ change }) => change.before)).toEqual(['admin', 'member']);
});

const from = (memberFrom: string, more: object = {}) => ({ memberFrom, ...more });
const adminFrom = (first: string, more: object = {}) => ({
  role: 'admin' as const,
  adminFrom: first,
  ...more,
});

describe('a first day', () => {
  test.each<[string, Files, Group, string[]]>([
    ['to come', { people: [listed(2, from(tomorrow))] }, {}, [`${tomorrow} add 2`]],
    ['of today is no coming one', { people: [listed(2, from(today))] }, {}, []],
    ['that is over', { people: [listed(2, from(yesterday))] }, {}, []],
    ['of somebody who is there already', { people: [listed(2, from(july))] }, { people: [living(2)] }, []],
    [
      'as an admin: of a member, and of nobody yet',
      { people: [listed(2, adminFrom(july)), listed(3, adminFrom(july, from(july)))] },
      { people: [living(2)] },
      [`${july} promote 2`, `${july} add 3`, `${july} promote 3`],
    ],
    [
      'as a member, and later as an admin',
      { people: [listed(2, adminFrom(july, from(tomorrow)))] },
      {},
      [`${tomorrow} add 2`, `${july} promote 2`],
    ],
    [
      'and a last one',
      { people: [listed(2, from(tomorrow, until('2026-06-30')))] },
      {},
      [`${tomorrow} add 2`, `${july} remove 2`],
    ],
    [
      'of one day',
      { people: [listed(2, from(tomorrow, until(tomorrow)))] },
      {},
      [`${tomorrow} add 2`, '2026-06-17 remove 2'],
    ],
    [
      'where the list of admins alone is managed',
      {
        people: [listed(2, adminFrom(july, from(july)))],
        lists: { members: false, admins: true },
      },
      { people: [living(2)] },
      [`${july} promote 2`],
    ],
    [
      'under additive',
      {
        people: [listed(2, from(july))],
        manage: { members: 'additive', admins: 'additive' },
      },
      {},
      [`${july} add 2`],
    ],
    [
      'under observe',
      { people: [listed(2, from(july))], manage: { members: 'observe', admins: 'observe' } },
      {},
      [],
    ],
    [
      'by invitation',
      { people: [listed(2, from(july, { byInvite: true }))] },
      {},
      [`${july} add 2: by-invite`],
    ],
    [
      'of somebody who is known by LID',
      { people: [listed(2, from(july))], knownLids: new Set([lid('22222')]) },
      {
        people: [living(2, { lid: lid('22222') })],
      },
      [],
    ],
    [
      'in half a list',
      { people: [listed(2, from(july))] },
      { peopleComplete: false },
      [`${july} add 2: incomplete`],
    ],
  ])('%s', (_, files, group, said) => {
    expect(scheduled(files, group)).toEqual(said);
  });

  test('in a group that is full says so', () => {
    const many = Array.from({ length: groupCapacity - 1 }, (_, index) => singer(index + 10));
    const people = [...many.map((one) => listed(one)), listed(2, from(july))];
    const live = { people: many.map((one) => living(one)) };
    expect(scheduled({ people }, live)).toEqual([`${july} add 2: full`]);
    const leaves = [...people.slice(1), ...many.slice(0, 1).map((one) => listed(one, until('2026-06-29')))];
    expect(scheduled({ people: leaves }, live)).toEqual(['2026-06-30 remove 10', `${july} add 2`]);
    // Who stays in spite of their last day holds their place.
    expect(scheduled({ people: leaves }, live, [key(10)])).toEqual([
      '2026-06-30 remove 10: protected',
      `${july} add 2: full`,
    ]);
  });

  test('of a group that could not be read is no secret either', () => {
    const desired = desiredGroup({ people: [listed(2, from(july))] });
    const unread = { kind: 'unreadable', reason: 'failed', text: '' } as const;
    expect(planGroup(desired, unread, planInput([])).scheduled).toMatchObject([
      { on: july, obstacle: 'unreadable', change: { action: 'add', why: { kind: 'begun', from: july } } },
    ]);
  });

  test('has the id that the change has on its day, and another one for each day', () => {
    const people = [listed(2, adminFrom(july, from(july)))];
    const desired = desiredGroup({ people });
    const live = liveGroup({});
    const reading = { kind: 'read', group: live } as const;
    const early = planGroup(desired, reading, planInput([[desired, live]]));
    const onDay = planGroup(desired, reading, {
      ...planInput([[desired, live]]),
      now: Date.parse(`${july}T12:00:00Z`),
    });
    expect(onDay.changes.map(toIdentity)).toEqual(early.scheduled.map(({ change }) => toIdentity(change)));
    const other = desiredGroup({ people: [listed(2, adminFrom(tomorrow, from(tomorrow)))] });
    const moved = planGroup(other, reading, planInput([[other, live]]));
    const ids = new Set([...early.scheduled, ...moved.scheduled].map(({ change }) => toIdentity(change)));
    expect(ids.size).toBe(4);
  });
});

/** True for a change of somebody listed that comes before its first day, or before the end of its last. */
function isTooEarly(
  { action, person }: PersonChange,
  day: Day,
  people: ReadonlyMap<PersonKey, DesiredPerson>,
) {
  const listing = people.get(person.key);
  const { memberFrom = '', memberUntil = '9999', adminFrom = '', adminUntil = '9999', role } = listing ?? {};
  switch (action) {
    case 'add':
      return day < memberFrom || day > memberUntil;
    case 'promote':
      return day < adminFrom || day > adminUntil;
    case 'remove':
      return listing !== undefined && day <= memberUntil;
    case 'demote':
      return role === 'admin' && day <= adminUntil;
  }
}

test('from day to day nobody joins before the first day, and nobody leaves before the end of the last', () => {
  const walk = Array.from({ length: 40 }, (_, index) => addDays('2026-05-25', index));
  assert(
    property(pairs, ({ desired, live }) => {
      let now = live;
      const found: string[] = [];
      for (const day of walk) {
        const input = {
          ...planInput([[desired, now]], {}, { limits: noLimits }),
          now: Date.parse(`${day}T12:00:00Z`),
        };
        const { changes } = planGroup(desired, { kind: 'read', group: now }, input);
        const early = changes
          .filter(isPersonChange)
          .filter((change) => isTooEarly(change, day, desired.people));
        found.push(...early.map((change) => `${day} ${change.action}`));
        now = simulate(now, changes);
      }
      expect(found).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('who does not come on their first day has nothing to lose on their last', () => {
  const people = [listed(2, { byInvite: true, memberFrom: tomorrow, memberUntil: tomorrow })];
  expect(scheduled({ people }, {})).toEqual([
    '2026-06-16 add 2: by-invite',
    '2026-06-17 remove 2: by-invite',
  ]);
});

test('who asks today says nothing of the day on which their time begins', () => {
  const people = [listed(2, { byInvite: true, memberFrom: tomorrow })];
  expect(scheduled({ people }, { requests: [{ person: singer(2) }] })).toEqual([
    '2026-06-16 add 2: by-invite',
  ]);
});
