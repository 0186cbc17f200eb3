import { expect, test } from 'vitest';
import type { Change, SettingChange } from '../../src/domain/plan/change.ts';
import type { LivePerson } from '../../src/domain/group.ts';
import { countAdmins } from '../../src/domain/group.ts';
import { fitChanges } from '../../src/planning/capacity.ts';
import { hasItsNeeds, toPhases } from '../../src/planning/order.ts';
import {
  account,
  admin,
  altos,
  hidden,
  key,
  liveGroup,
  living,
  personChange,
  say,
  settings,
} from '../support/choir.ts';

const context = { minAdmins: 1, accounts: new Set([account.key]) };
const rename: SettingChange = {
  group: altos,
  action: 'set',
  setting: 'name',
  before: 'Altos',
  after: 'Alti',
  why: { kind: 'differs' },
};
const topic: SettingChange = { ...rename, setting: 'topic', before: settings.topic, after: '' };

const add = (n: number) => personChange('add', n);
const promote = (n: number) => personChange('promote', n, { before: 'member' });
const promoteAdded = (n: number) =>
  personChange('promote', n, { needs: [{ action: 'add', person: key(n) }] });
const demote = (n: number) => personChange('demote', n, { before: 'admin' });
const remove = (n: number) => personChange('remove', n, { before: 'member' });
const removeAdmin = (n: number) => personChange('remove', n, { before: 'admin' });

/** People n, n + 1 … as members, so many. */
function crowd(count: number, first = 100): LivePerson[] {
  return Array.from({ length: count }, (_, i) => living(first + i));
}

function phases(changes: readonly Change[], live = liveGroup()) {
  const { room, additive, destructive } = toPhases(changes, live, context);
  return [room, additive, destructive].map((phase) => phase.map(say));
}

test('add, promote, settings, then demote, remove; by subject within', () => {
  const live = liveGroup({ people: [admin(6), admin(7), admin(5)] });
  const changes = [remove(9), demote(7), demote(6), topic, rename, promote(4), add(3), remove(8), add(2)];
  expect(phases(changes, live)).toEqual([
    [],
    ['add 2', 'add 3', 'promote 4', 'set name', 'set topic'],
    ['demote 6', 'demote 7', 'remove 8', 'remove 9'],
  ]);
  expect(phases(changes.toReversed(), live)).toEqual(phases(changes, live));
});

test.each([
  [
    'one admin too few would be left',
    [admin(6), admin(7)],
    ['demote 6 needs promote 4', 'remove 7 needs promote 4'],
  ],
  ['enough are left without', [admin(6), admin(7), admin(8)], ['demote 6', 'remove 7']],
])('a change needs the promotions where %s', (_, admins, said) => {
  const live = liveGroup({ people: [living(4), ...admins] });
  expect(phases([promote(4), demote(6), removeAdmin(7)], live)[2]).toEqual(said);
});

test('a hidden admin is one of those who are left, the account is not', () => {
  const people = [living(4), admin(6)];
  expect(phases([promote(4), demote(6)], liveGroup({ people }))[2]).toEqual(['demote 6 needs promote 4']);
  const live = liveGroup({ people, unidentified: [hidden('22222', 'admin'), hidden('33333')] });
  expect(phases([promote(4), demote(6)], live)[2]).toEqual(['demote 6']);
  expect(countAdmins(live, context.accounts)).toBe(2);
});

test('who is no admin can leave without waiting for any promotion', () => {
  const live = liveGroup({ people: [living(4), admin(6), living(9)] });
  expect(phases([promote(4), demote(6), remove(9)], live)[2]).toEqual([
    'demote 6 needs promote 4',
    'remove 9',
  ]);
});

test('without promotions nothing is needed: the limits refuse instead', () => {
  expect(phases([demote(6)], liveGroup({ people: [admin(6)] }))[2]).toEqual(['demote 6']);
});

test('needs are worked out anew where some of the changes are left out', () => {
  const live = liveGroup({ people: [living(4), admin(6), admin(7)] });
  const { additive, destructive } = toPhases([promote(4), demote(6), demote(7)], live, context);
  expect(destructive.map(say)).toEqual(['demote 6 needs promote 4', 'demote 7 needs promote 4']);
  const one = destructive.slice(0, 1);
  expect(phases([...additive, ...one], live)[2]).toEqual(['demote 6']);
  expect(phases(one, live)[2]).toEqual(['demote 6']);
});

test('a change that needs nothing stays the very object that it was', () => {
  const removal = remove(9);
  expect(toPhases([removal], liveGroup({ people: [living(9)] }), context).destructive[0]).toBe(removal);
});

test.each([
  ['a place for both', 1021, [], ['remove 555', 'remove 556']],
  ['no place for one of two', 1022, ['remove 555'], ['remove 556']],
  ['no place for either', 1023, ['remove 555', 'remove 556'], []],
])('room is made only where it lacks: %s', (_, others, room, destructive) => {
  const live = liveGroup({ people: crowd(others) });
  const said = phases([add(2), add(3), remove(556), remove(555)], live);
  expect([said[0], said[2]]).toEqual([room, destructive]);
});

test('a group over its size without adds needs no room', () => {
  const live = liveGroup({ people: crowd(1024) });
  expect(phases([remove(555)], live)).toEqual([[], [], ['remove 555']]);
});

test('hidden members take places', () => {
  const live = liveGroup({ people: crowd(1022), unidentified: [hidden('22222')] });
  expect(phases([add(2), remove(555)], live)[0]).toEqual(['remove 555']);
});

test('whose removal waits for a promotion makes no room', () => {
  const live = liveGroup({ people: [admin(6), ...crowd(1022)] });
  const changes = [add(2), promoteAdded(2), removeAdmin(6), remove(555)];
  expect(phases(changes, live)).toEqual([
    ['remove 555'],
    ['add 2', 'promote 2'],
    ['remove 6 needs promote 2'],
  ]);
});

test.each([
  ['all fit', 1021, ['add 2', 'add 3', 'promote 3'], []],
  ['one does not, nor is promoted', 1022, ['add 2'], ['add 3: full', 'promote 3: full']],
  ['none does', 1023, [], ['add 2: full', 'add 3: full', 'promote 3: full']],
  ['the group is over its size', 1024, [], ['add 2: full', 'add 3: full', 'promote 3: full']],
])('adds without a place are left alone: %s', (_, others, due, left) => {
  const live = liveGroup({ people: crowd(others) });
  const { changes, leftAlone } = fitChanges([promoteAdded(3), add(3), add(2)], live, context);
  expect(changes.map(say)).toEqual(due);
  expect(leftAlone.map(({ change, reason }) => `${change ? say(change) : ''}: ${reason}`)).toEqual(left);
});

test('whoever an add may mean does not make room for it: only sending shows whether its number is right', () => {
  const live = liveGroup({ people: crowd(1023) });
  expect(phases([add(2), remove(102), remove(555)], live)[0]).toEqual(['remove 555']);
  expect(phases([add(2), remove(102)], live)[0]).toEqual([]);
  const ended = personChange('remove', 102, { why: { kind: 'ended', until: '2026-01-01', via: [] } });
  expect(phases([add(2), ended], live)[0]).toEqual(['remove 102']);
});

test('where numbers are secret nobody without a handle makes room, whatever the digits', () => {
  const live = liveGroup({ people: [...crowd(1023), living(9)] });
  const stranger = remove(9);
  const known = { ...stranger, person: { ...stranger.person, handle: 'zoe' } };
  const count = (loss: Change) => toPhases([add(2), loss], live, { ...context, isSecret: true }).room.length;
  expect([count(stranger), count(known)]).toEqual([0, 1]);
});

test('adds fit into the room that removals make, and no further', () => {
  const live = liveGroup({ people: crowd(1023) });
  const { changes, leftAlone } = fitChanges([add(2), add(3), remove(555)], live, context);
  expect(changes.map(say)).toEqual(['remove 555', 'add 2']);
  expect(leftAlone).toHaveLength(1);
});

test('the only removal waits for a promotion that has no place: both are said, neither hangs', () => {
  const live = liveGroup({ people: [admin(6), ...crowd(1022)] });
  const { changes, leftAlone } = fitChanges([add(2), promoteAdded(2), removeAdmin(6)], live, context);
  expect(changes.map(say)).toEqual(['remove 6']);
  expect(leftAlone.map(({ reason }) => reason)).toEqual(['full', 'full']);
});

test('a change has its needs when all of them are verified, of the same action', () => {
  const waits = personChange('demote', 6, {
    needs: [
      { action: 'promote', person: key(4) },
      { action: 'promote', person: key(5) },
    ],
  });
  expect(hasItsNeeds(waits, [])).toBe(false);
  expect(hasItsNeeds(waits, [promote(4), add(5)])).toBe(false);
  expect(hasItsNeeds(waits, [promote(4), promote(5)])).toBe(true);
  expect([hasItsNeeds(rename, []), hasItsNeeds(remove(9), [])]).toEqual([true, true]);
});

test('whoever knocks is let in before anybody is added', () => {
  const knock = personChange('add', 900, { lane: 'knock' });
  const { additive } = toPhases([add(100), rename, knock], liveGroup(), context);
  expect(additive.map(say)).toEqual(['add 900', 'add 100', 'set name']);
});
