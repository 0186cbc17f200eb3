import { expect, test } from 'vitest';
import type { Lid, PersonKey, PhoneNumber } from '../../../src/domain/people/person.ts';
import { Roll } from '../../../src/config/groups/roll.ts';

function person(key: string, phone = key) {
  return { key: key as PersonKey, phone: phone as PhoneNumber };
}

test('is a roster of everybody once, in their order, and tells who is an admin and no member', () => {
  const roll = new Roll();
  for (const key of ['1', '2', '1']) roll.add(person(key), 'members');
  for (const key of ['2', '3', '3']) roll.add(person(key), 'admins');
  expect(roll.toRoster()).toEqual({ keys: ['1', '2', '3'], admins: ['2', '3'], isDated: false, hasLids: false });
  expect(['1', '2', '3'].map((key) => roll.isAloneInAdmins(key as PersonKey))).toEqual([false, false, true]);
  expect(roll.hasSpellings).toBe(false);
});

test('knows of two spellings of one number', () => {
  const roll = new Roll();
  roll.add(person('1', '11'), 'members');
  roll.add(person('1', '11'), 'admins');
  expect(roll.hasSpellings).toBe(false);
  roll.add(person('1', '111'), 'admins');
  expect(roll.hasSpellings).toBe(true);
});

test('takes down all whom an entry stands for, LIDs as well, and whether a day counts for one of them', () => {
  const roll = new Roll();
  const lids = ['900000000000001' as Lid];
  const found = [person('1'), person('2')].map((each) => ({ person: each, byInvite: false }));
  roll.addAll({ people: found, lids }, 'members');
  expect([roll.count('members'), roll.count('admins')]).toEqual([2, 0]);
  expect([roll.toRoster().isDated, [...roll.knownLids]]).toEqual([false, lids]);
  roll.addAll({ people: [{ person: person('3'), byInvite: false, until: '2026-12-31' }], lids: [] }, 'members');
  expect(roll.toRoster()).toMatchObject({ keys: ['1', '2', '3'], isDated: true });
});
