import { expect, test } from 'vitest';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import { planGroup } from '../../../src/planning/plan-groups.ts';
import {
  admin,
  desiredGroup,
  key,
  lid,
  listed,
  liveGroup,
  living,
  noLimits,
  planInput,
  singer,
  today,
  tomorrow,
  yesterday,
} from '../../support/choir.ts';

type Files = Parameters<typeof desiredGroup>[0];
type Group = Parameters<typeof liveGroup>[0];

function scheduled(files: Files, group: Group, isProtected: readonly PersonKey[] = []) {
  const desired = desiredGroup(files);
  const live = liveGroup(group);
  const input = planInput([[desired, live]], {}, { limits: noLimits, protected: new Set(isProtected) });
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
