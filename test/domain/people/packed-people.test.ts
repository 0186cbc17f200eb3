import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LivePerson } from '../../../src/domain/group.ts';
import type { Lid, PhoneNumber } from '../../../src/domain/people/person.ts';
import { toPersonKey } from '../../../src/domain/people/person-key.ts';
import { hasTwice, mayShareKeys, packPeople } from '../../../src/domain/people/packed-people.ts';

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

test('no LID at all is nobody twice', () => {
  expect(hasTwice(Float64Array.of(0, 0, 5))).toBe(false);
  expect(hasTwice(Float64Array.of(0, 5, 7, 5))).toBe(true);
});
