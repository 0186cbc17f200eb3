import { blankSettings } from '../../src/domain/settings.ts';
import { expect, test } from 'vitest';
import type { Settings } from '../../src/domain/settings.ts';
import type { PersonKey } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import { diffGroup } from '../../src/planning/diff.ts';
import {
  account,
  admin,
  altos,
  byKey,
  desiredGroup,
  key,
  lid,
  listed,
  liveGroup,
  living,
  phone,
  say,
  settings,
  singer,
  span,
  today,
  tomorrow,
  yesterday,
} from '../support/choir.ts';

type Files = Parameters<typeof desiredGroup>[0];
type Group = Parameters<typeof liveGroup>[0];

/** Somebody by a number in one of its spellings. */
function person(digits: string) {
  return { key: toPersonKey(phone(digits)), phone: phone(digits) };
}

function until(memberUntil: string) {
  return { memberUntil, via: ['budi'] };
}

function diff(files: Files, group: Group, accounts: readonly PersonKey[] = [account.key]) {
  const known = byKey([{ ...singer(2), handle: 'ana', name: 'Ana Alto' }]);
  return diffGroup({
    desired: desiredGroup(files),
    live: liveGroup(group),
    accounts: new Set(accounts),
    people: known,
    today,
  });
}

test('in sync: no difference', () => {
  const people = [listed(2, { role: 'admin' }), listed(3)];
  expect(diff({ people, settings }, { people: [admin(2), living(3)] })).toEqual([]);
});

test.each([
  ['name', 'Altos & Mezzos'],
  ['topic', 'Fridays'],
  ['topic', ''],
  ['announce', true],
  ['locked', true],
  ['disappearing', 604_800],
  ['may-add', 'admins'],
  ['join-approval', true],
  ['community', '120363040000000001@g.us'],
] as const)('setting %s to %j', (setting, after) => {
  expect(diff({ settings: { [setting]: after } }, {})).toEqual([
    {
      group: altos,
      action: 'set',
      setting,
      before: settings[setting],
      after,
      why: { kind: 'differs' },
      span,
    },
  ]);
});

test('a setting that is absent is neither compared nor reset', () => {
  const odd: Settings = {
    ...blankSettings,
    name: '',
    topic: 'x',
    announce: true,
    locked: true,
    disappearing: 1234,
  };
  expect(diff({ settings: {} }, { settings: odd })).toEqual([]);
});

test('settings come in their fixed order, with the place where each stands', () => {
  const place = { ...span, line: 7 };
  const all = { disappearing: 86_400, locked: true, announce: true, topic: 'x', name: 'y' };
  const changes = diff({ settings: all, settingSpans: { topic: place } }, {});
  expect(changes.map(say)).toEqual([
    'set name',
    'set topic',
    'set announce',
    'set locked',
    'set disappearing',
  ]);
  expect(changes[1]).toMatchObject({ span: place });
});

test('a change says before, why, where, and by what name the files know them', () => {
  const via = ['ana', 'team:altos'];
  const [add, promotion] = diff({ people: [listed(2, { via, role: 'admin' })] }, {});
  const person = { ...singer(2), handle: 'ana', name: 'Ana Alto' };
  const about = { group: altos, person, why: { kind: 'listed', via }, span };
  expect(add).toEqual({ ...about, action: 'add' });
  expect(promotion).toEqual({ ...about, action: 'promote', needs: [{ action: 'add', person: key(2) }] });
  const [removal] = diff({ people: [] }, { people: [living(2, { lid: lid('22222') })] });
  expect(removal).toEqual({
    group: altos,
    action: 'remove',
    person,
    before: 'member',
    why: { kind: 'unlisted' },
  });
});

test('the last day is a day in the group, the next one is not', () => {
  const group = { people: [living(2), living(3), living(4)] };
  const people = [listed(2, until(yesterday)), listed(3, until(today)), listed(4, until(tomorrow))];
  const changes = diff({ people }, group);
  expect(changes.map(say)).toEqual(['remove 2']);
  expect(changes[0]?.why).toEqual({ kind: 'ended', until: yesterday, via: ['budi'] });
});

test('whose time is over is not added', () => {
  expect(diff({ people: [listed(2, { memberUntil: yesterday })] }, {})).toEqual([]);
});

test('the admin role ends before the membership does', () => {
  const people = [listed(2, { role: 'admin', adminUntil: yesterday, memberUntil: tomorrow })];
  const changes = diff({ people }, { people: [admin(2)] });
  expect(changes.map(say)).toEqual(['demote 2']);
  expect(changes[0]?.why).toMatchObject({ kind: 'ended', until: yesterday });
});

test('an admin who was listed as one, both of whose days have passed, leaves for the later one', () => {
  const people = [listed(2, { role: 'admin', adminUntil: '2026-05-01', memberUntil: yesterday })];
  const changes = diff({ people }, { people: [admin(2)] });
  expect(changes.map(say)).toEqual(['remove 2']);
  expect(changes[0]?.why).toMatchObject({ kind: 'ended', until: yesterday });
});

test('a date demotes nobody whom the files never made an admin', () => {
  const files = { manage: { members: 'additive' as const }, people: [listed(2, { memberUntil: yesterday })] };
  const changes = diff(files, { people: [admin(2)] });
  expect(changes.map(say)).toEqual(['demote 2']);
  expect(changes[0]?.why).toEqual({ kind: 'unlisted' });
});

test("admins alone: whose days as an admin are over becomes a member for the date's sake", () => {
  const lists = { members: false, admins: true };
  const people = [listed(2, { role: 'admin', adminUntil: yesterday, memberUntil: yesterday })];
  const changes = diff({ lists, people }, { people: [admin(2)] });
  expect(changes.map(say)).toEqual(['demote 2']);
  expect(changes[0]?.why).toMatchObject({ kind: 'ended', until: yesterday });
});

test.each([
  ['to come: nobody is added', listed(2, { memberFrom: tomorrow }), {}, []],
  ['of today: added, for the sake of that day', listed(2, { memberFrom: today }), {}, ['add 2: begun']],
  ['long ago: the same', listed(2, { memberFrom: yesterday }), {}, ['add 2: begun']],
  [
    'as an admin: promoted on the day',
    listed(2, { role: 'admin', adminFrom: today }),
    { people: [living(2)] },
    ['promote 2: begun'],
  ],
  ['as an admin, to come', listed(2, { role: 'admin', adminFrom: tomorrow }), { people: [living(2)] }, []],
  [
    'to come, and there already',
    listed(2, { memberFrom: tomorrow }),
    { people: [living(2)] },
    ['remove 2: early'],
  ],
  [
    'to come, and an admin already',
    listed(2, { role: 'admin', adminFrom: tomorrow }),
    { people: [admin(2)] },
    ['demote 2: early'],
  ],
  [
    'to come as a member, and an admin: none whatever the day',
    listed(2, { memberFrom: tomorrow }),
    { people: [admin(2)] },
    ['demote 2: unlisted'],
  ],
] as const)('a first day %s', (_, person, group, said) => {
  const changes = diff({ people: [person] }, group);
  expect(changes.map((change) => `${say(change)}: ${change.why.kind}`)).toEqual(said);
});

test('the account and the other accounts are kept as they are, unlisted or over', () => {
  const people = [listed(1, { memberUntil: yesterday }), listed(9, { memberUntil: yesterday })];
  const group = { people: [admin(9), admin(8)] };
  expect(diff({ people }, group, [account.key, key(9), key(8)])).toEqual([]);
});

test('listing an account can add or promote it', () => {
  const people = [listed(8, { role: 'admin' }), listed(9)];
  const changes = diff({ people }, { people: [living(8)] }, [account.key, key(8), key(9)]);
  expect(changes.map(say)).toEqual(['promote 8', 'add 9']);
});

test('an account listed as a member keeps its role', () => {
  expect(diff({ people: [listed(1)] }, {})).toEqual([]);
});

test('whom the file knows by LID is neither removed, demoted nor promoted, number known or not', () => {
  const knownLids = new Set([lid('22222'), lid('33333'), lid('44444')]);
  const people = [listed(2, { role: 'admin' }), listed(3)];
  const group = {
    people: [
      living(2, { lid: lid('22222') }),
      admin(3, { lid: lid('33333') }),
      admin(4, { lid: lid('44444') }),
    ],
  };
  expect(diff({ knownLids, people }, group)).toEqual([]);
});

test.each([
  ['Brazil', '5520987654321', '552087654321'],
  ['Mexico', '5210012345678', '520012345678'],
  ['Argentina', '5490012345678', '540012345678'],
])('two spellings of one person are one person: %s', (_, written, known) => {
  const inSync = diff({ people: [listed(person(written))] }, { people: [living(person(known))] });
  expect(inSync).toEqual([]);
  const [promotion] = diff(
    { people: [listed(person(written), { role: 'admin' })] },
    { people: [living(person(known))] },
  );
  expect(promotion).toMatchObject({ action: 'promote', person: { phone: known } });
  const [add] = diff({ people: [listed(person(written))] }, {});
  expect(add).toMatchObject({ action: 'add', person: { phone: written } });
});

test('differences are sorted, whatever the order of the input', () => {
  const changes = diff({ people: [listed(5), listed(3)] }, { people: [living(8), living(6)] });
  expect(changes.map(say)).toEqual(['add 3', 'add 5', 'remove 6', 'remove 8']);
});
