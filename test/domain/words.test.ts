import { expect, test } from 'vitest';
import { isPersonChange, toSubject } from '../../src/domain/plan/change.ts';
import { hasEnded, nextDay, toDay } from '../../src/domain/day.ts';
import { countMembers, isGroupId } from '../../src/domain/group.ts';
import { isLid, isPhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import { isRefused } from '../../src/domain/plan/plan.ts';
import { findLimitKinds } from '../../src/domain/plan/refusal.ts';
import type { GroupPlan, Plan } from '../../src/domain/plan/plan.ts';
import { byteLength, normaliseText } from '../../src/domain/text.ts';
import {
  admin,
  altos,
  desiredGroup,
  hidden,
  liveGroup,
  living,
  personChange,
  phone,
} from '../support/choir.ts';

test.each([
  ['120363025982934543@g.us', true],
  ['6281234567890-1598765432@g.us', true],
  ['120363025982934543', false],
  ['120363025982934543@s.whatsapp.net', false],
  ['123@g.us', false],
  ['120363025982934543@g.us\n', false],
])('group id %j: %s', (text, is) => {
  expect(isGroupId(text)).toBe(is);
});

test.each([
  ['447700900001', true],
  ['1234567', true],
  ['123456', false],
  ['123456789012345', true],
  ['1234567890123456', false],
  ['0447700900001', false],
  ['+447700900001', false],
  ['', false],
])('phone number %j: %s', (text, is) => {
  expect(isPhoneNumber(text)).toBe(is);
});

test.each([
  ['330631678702157', true],
  ['1234', false],
  ['330631678702157@lid', false],
])('lid %j: %s', (text, is) => {
  expect(isLid(text)).toBe(is);
});

// Brazil's area code 20 is not in use; the Mexican and Argentine ones are possible but unassigned.
test.each([
  ['the ninth digit of Brazil', '5520987654321', '552087654321', true],
  ['a Brazilian number whose eight digits begin with 9', '5520998765432', '552098765432', true],
  ['a Brazilian land line is no mobile with a digit more', '5520923456789', '552023456789', false],
  ["Mexico's 1", '5210012345678', '520012345678', true],
  ["Argentina's 9", '5490012345678', '540012345678', true],
  ["Benin's 01", '2290190011234', '22990011234', true],
  ['two of Benin', '2290190011234', '2290190011235', false],
  ["Moov's 01", '2250141020304', '22541020304', true],
  ["MTN's 05", '2250504020304', '22504020304', true],
  ["Orange's 07", '2250707020304', '22507020304', true],
  ['two operators', '2250507020304', '22507020304', false],
  ['an Ivorian land line', '2252722445566', '22522445566', false],
  // The old form of one looks like the beginning of the other.
  ['two new numbers of Orange', '2250701020304', '2250101020304', false],
  ['two people', '447700900001', '447700900002', false],
])('two spellings: %s', (_, one, other, same) => {
  expect(toPersonKey(phone(one)) === toPersonKey(phone(other))).toBe(same);
});

test('a key is the key of itself, so that nothing changes by asking twice', () => {
  for (const number of ['5520987654321', '552098765432', '5210012345678', '521234567890', '5499123456789']) {
    const once = toPersonKey(phone(number));
    expect(toPersonKey(phone(once))).toBe(once);
  }
});

test.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['Thursdays\n\n', 'Thursdays'],
  ['Thursdays ', 'Thursdays '],
  ['\nThursdays', '\nThursdays'],
  ['e\u0301', '\u00e9'],
  ['\n', ''],
])('text %j is compared as %j', (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

test('bytes are those of UTF-8', () => {
  expect(byteLength('é'.repeat(12) + 'x')).toBe(25);
  expect(byteLength('🎶')).toBe(4);
});

test('a day is that of the time zone', () => {
  const time = Date.parse('2026-03-31T22:30:00Z');
  expect(toDay(time)).toBe('2026-03-31');
  expect(toDay(time, 'Asia/Jakarta')).toBe('2026-04-01');
  expect(toDay(time, 'America/Sao_Paulo')).toBe('2026-03-31');
});

test('a day ends when it ends in the time zone, wherever that is', () => {
  const zones = ['Etc/GMT+12', 'Pacific/Kiritimati', 'Asia/Jakarta', 'America/Sao_Paulo', undefined];
  const start = Date.parse('2026-03-28T00:00:00Z');
  for (const zone of zones) {
    for (let hour = 0; hour < 24 * 6; hour += 1) {
      const time = start + hour * 3_600_000;
      expect(hasEnded('2026-03-31', time, zone)).toBe('2026-03-31' < toDay(time, zone));
    }
  }
});

test.each([
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
  ['2026-03-29', '2026-03-30'],
])('after %s comes %s', (day, next) => {
  expect(nextDay(day)).toBe(next);
});

test('members are counted without the account, with those who hide their number', () => {
  const live = liveGroup({ people: [living(2), living(3)], unidentified: [hidden('11111')] });
  expect(countMembers(live)).toBe(3);
  expect(countMembers({ ...live, self: 'unknown' })).toBe(4);
});

test('a change is about a person or a setting', () => {
  const change = personChange('remove', 2);
  expect(toSubject(change)).toBe('remove 447700900002');
  expect(isPersonChange(change)).toBe(true);
});

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
