import { expect, test } from 'vitest';
import { findPossible, parsePossible } from '../../../src/config/phone/possible.ts';

test.each([
  ['447700900001', '447700900001'],
  // What is written stays, though the library takes Mexico's 1 for a mistake, and Brazil's form without the 9 is older.
  ['5215512345678', '5215512345678'],
  ['552087654321', '552087654321'],
  ['4477009000011234', undefined],
  ['44770', undefined],
  ['9991234567', undefined],
])('%s is possible as %s', (digits, phone) => {
  expect(findPossible(digits)).toBe(phone);
});

test.each([
  ['07700 900001', 'GB', '447700900001'],
  ['07700 900001 ext. 5', 'GB', undefined],
  ['call 07700 900001', 'GB', undefined],
  ['0812-3456-7890', 'ID', '6281234567890'],
  ['812', 'ID', undefined],
] as const)('%s in %s is %s', (text, country, phone) => {
  expect(parsePossible(text, country)).toBe(phone);
});
