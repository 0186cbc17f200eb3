import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonKey, PhoneNumber } from '../../../src/domain/people/person.ts';
import { toPersonKey } from '../../../src/domain/people/person-key.ts';
import type { Roster } from '../../../src/domain/people/roster.ts';
import { hasEverybody, isSameRoster, withMore } from '../../../src/domain/people/roster.ts';

/** A roster of these words; those with a star are admins. */
function roster(text: string, isDated = false): Roster {
  const words = text.split(' ').filter(Boolean);
  const keys = words.map((word) => word.replace('*', '')) as PersonKey[];
  return { keys, admins: keys.filter((_, place) => words[place]?.endsWith('*')), isDated, hasLids: true };
}

const apart = new Set(['self'] as PersonKey[]);

test.each([
  ['', '', true],
  ['ana budi', 'budi ana', true],
  ['ana* budi', 'ana* budi self*', true],
  ['ana* self', 'ana* self*', true],
  ['ana self*', 'ana self', false],
  ['ana self', 'ana', false],
  ['ana budi', 'ana', false],
  ['ana', 'ana budi', false],
  ['ana*', 'ana', false],
  ['ana', 'ana*', false],
])('wanted "%s", there "%s": the same is %s', (wanted, there, expected) => {
  expect(isSameRoster(roster(wanted), roster(there), apart)).toBe(expected);
});

test.each([
  ['', 'ana', true],
  ['ana budi*', 'budi caio* ana', true],
  ['ana budi', 'ana', false],
])('wanted "%s", there "%s": everybody is there is %s', (wanted, there, expected) => {
  expect(hasEverybody(roster(wanted), roster(there))).toBe(expected);
  expect(hasEverybody(roster(wanted, true), roster(there))).toBe(false);
});

test('a few more people stand behind the others, in their roles', () => {
  const more = [
    { key: '447700900003' as PersonKey, role: 'admin' as const },
    { key: '447700900004' as PersonKey, role: 'member' as const },
  ];
  const numbers = { ...roster('447700900002*'), phones: Float64Array.of(447700900002) };
  for (const one of [numbers, roster('447700900002*')]) {
    const { keys, admins, phones, hasLids } = withMore(one, more);
    expect([[...keys], keys.length, admins, hasLids]).toEqual([
      ['447700900002', '447700900003', '447700900004'],
      3,
      ['447700900002', '447700900003'],
      false,
    ]);
    expect([...(phones ?? keys)].map(String)).toEqual([...keys]);
  }
});

test('where a day changes something, a roster says nothing', () => {
  expect(isSameRoster(roster('ana', true), roster('ana'), apart)).toBe(false);
  expect(isSameRoster(roster('ana'), roster('ana', true), apart)).toBe(false);
});

test('numbers in whatever spelling are compared as the keys of them are', () => {
  const phone = fc.constantFrom(
    '447700900001',
    '447700900002',
    '5520998765432',
    '552098765432',
    '5215512345678',
    '525512345678',
  ) as fc.Arbitrary<PhoneNumber>;
  const people = fc.uniqueArray(phone, { selector: toPersonKey });
  fc.assert(
    fc.property(people, people, fc.constantFrom('447700900001', 'ana'), (wanted, phones, other) => {
      const [ours, keys] = [wanted.map(toPersonKey), phones.map(toPersonKey)];
      const rest = { admins: [], isDated: false, hasLids: true };
      const numbers = Float64Array.from(phones, Number);
      const [one, accounts] = [{ ...rest, keys: ours }, new Set([other as PersonKey])];
      const [byNumber, byKey] = [
        { ...rest, keys: [], phones: numbers },
        { ...rest, keys },
      ];
      expect(isSameRoster(one, byNumber, accounts)).toBe(isSameRoster(one, byKey, accounts));
      expect(hasEverybody(one, byNumber)).toBe(hasEverybody(one, byKey));
    }),
  );
});

test('what is no number is nobody', () => {
  const rest = { admins: [], isDated: false, hasLids: true };
  const there = { ...rest, keys: [], phones: Float64Array.of(447700900001) };
  expect(isSameRoster({ ...rest, keys: ['ana'] as PersonKey[] }, there, apart)).toBe(false);
});

test('a key is its own key, so that a number that is one need not be looked at closer', () => {
  const start = fc.constantFrom('55', '52', '521', '54', '549', '229', '225', '22507', '44', '');
  const phone = fc
    .tuple(start, fc.stringMatching(/^[1-9]\d{6,9}$/))
    .map(([code, digits]) => `${code}${digits}` as PhoneNumber);
  fc.assert(
    fc.property(phone, (one) => {
      const key = toPersonKey(one);
      expect(toPersonKey(key as string as PhoneNumber)).toBe(key);
    }),
    { numRuns: 2_000 },
  );
});
