import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LivePerson } from '../../../src/domain/group.ts';
import { findRoster } from '../../../src/domain/lazy/made-map.ts';
import type { Lid, PhoneNumber } from '../../../src/domain/people/person.ts';
import { toPersonKey } from '../../../src/domain/people/person-key.ts';
import {
  createLidSearch,
  hasTwice,
  mayShareKeys,
  PackedPeople,
  packPeople,
  withMorePeople,
} from '../../../src/domain/people/packed-people.ts';

const start = fc.constantFrom(
  '55',
  '5520',
  '55209',
  '52',
  '521',
  '54',
  '549',
  '229',
  '22901',
  '225',
  '22507',
  '44',
  '1',
  '',
);
const phone = fc
  .tuple(start, fc.stringMatching(/^[1-9]\d{6,10}$/))
  .map(([code, rest]) => `${code}${rest}`.slice(0, 15) as PhoneNumber);
const lid = fc.stringMatching(/^[1-9]\d{4,14}$/).map((text) => text as Lid);
const role = fc.constantFrom('member' as const, 'admin' as const);
const people = fc.uniqueArray(fc.record({ phone, role, isOwner: fc.boolean() }), {
  selector: (each) => toPersonKey(each.phone),
});

test('whoever is packed is unpacked as they were, and found by key and LID', () => {
  fc.assert(
    fc.property(people, fc.uniqueArray(lid, { minLength: 5 }), (each, lids) => {
      const members: LivePerson[] = each.map((person, place) => ({
        key: toPersonKey(person.phone),
        ...person,
        ...(place % 3 > 0 && lids[place] !== undefined && { lid: lids[place] }),
      }));
      const packed = packPeople(members);
      expect([...(packed?.toMap() ?? [])]).toStrictEqual(members.map((one) => [one.key, one]));
      for (const [place, one] of members.entries()) {
        expect(packed?.findPlace(one.key)).toBe(place);
        expect(packed?.lidAt(place)).toBe(one.lid);
        expect(packed?.findPlaceOfLid(one.lid ?? ('none' as Lid))).toBe(one.lid ? place : -1);
      }
    }),
  );
});

test('whoever hides their number is in no map, and told apart by LID', () => {
  const [phones, lids] = [
    [0, 447700900001, 0],
    [22222, 0, 447700900001],
  ];
  const people = new PackedPeople(Float64Array.from(phones), Float64Array.from(lids), Uint8Array.of(1, 0, 2));
  expect([...people.toMap().values()]).toEqual([
    { key: '447700900001', phone: '447700900001', role: 'member', isOwner: false },
  ]);
  expect(people.findHidden()).toEqual([
    { lid: '22222', role: 'admin', isOwner: false },
    { lid: '447700900001', role: 'member', isOwner: true },
  ]);
  expect([0, 1, 3].map((place) => people.phoneAt(place))).toEqual([undefined, '447700900001', undefined]);
  const shown = people.findShown();
  expect([shown.length, shown.findShown() === shown, shown.findHidden()]).toEqual([1, true, []]);
});

const own = '447700900001' as PhoneNumber;
const known: LivePerson = { key: toPersonKey(own), phone: own, role: 'member', isOwner: false };

test('a few more people are there as the others are, and of packed ones nobody is made for it', () => {
  const ana = {
    ...known,
    key: '447700900002',
    phone: '447700900002',
    handle: 'ana',
    lid: '22222',
  } as LivePerson;
  const packed = packPeople([known])?.toMap() ?? new Map();
  for (const people of [packed, new Map(packed)]) {
    expect([...withMorePeople(people, [ana])]).toEqual([...people, [ana.key, ana]]);
  }
  expect([...(findRoster(withMorePeople(packed, [ana]))?.keys ?? [])]).toEqual([known.key, ana.key]);
});

test('whoever has a LID is found by it, packed or not', () => {
  const [short, long] = ['22222', '12345678901234567890'] as Lid[];
  const people = [known, { ...known, key: '447700900002', phone: '447700900002', lid: short } as LivePerson];
  const map = new Map(people.map((person) => [person.key, person]));
  for (const each of [map, packPeople(people)?.toMap() ?? map]) {
    const search = createLidSearch(new Set([short, long] as Lid[]));
    expect(search(each).map(({ key, phone, lid: found }) => [key, phone, found])).toEqual([
      ['447700900002', '447700900002', short],
    ]);
  }
});

test.each(['1234567890123456', '012345678901234', '00000'])(
  'a LID like %s is not packed, nor found',
  (text) => {
    const [one] = [{ phone: '447700900001' as PhoneNumber, role: 'member', isOwner: false } as const];
    const member = { ...one, key: toPersonKey(one.phone), lid: text as Lid };
    expect(packPeople([member])).toBeUndefined();
    const other = packPeople([{ ...member, lid: String(Number(text) || 7) as Lid }]);
    expect(other?.findPlaceOfLid(text as Lid) ?? -1).toBe(-1);
  },
);

test('two who have one key are seen by the end of their numbers, whatever their spellings', () => {
  fc.assert(
    fc.property(phone, (one) => {
      const key = toPersonKey(one);
      expect(mayShareKeys(Float64Array.of(Number(one), Number(key)))).toBe(true);
    }),
  );
});

test('an end of nothing but zeros is shared as well, and no number is not', () => {
  expect(mayShareKeys(Float64Array.of(44700000000, 44700000000))).toBe(true);
  expect(mayShareKeys(Float64Array.of(0, 0, 44700000000))).toBe(false);
});

test('no LID at all is nobody twice', () => {
  expect(hasTwice(Float64Array.of(0, 0, 5))).toBe(false);
  expect(hasTwice(Float64Array.of(0, 5, 7, 5))).toBe(true);
});
