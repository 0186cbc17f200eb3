import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPersonKey } from '../../../src/domain/people/person-key.ts';
import { phone } from '../../support/choir.ts';

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

test('whatever the number: the key of its key is itself, and no other country is touched', () => {
  const digits = fc.stringMatching(/^[1-9]\d{6,14}$/);
  fc.assert(
    fc.property(digits, (number) => {
      const key = toPersonKey(phone(number));
      expect(toPersonKey(phone(key))).toBe(key);
      expect(/^(?:55|52|54|229|225)/.test(number) || key === number).toBe(true);
    }),
  );
});

test('two numbers of the new Ivorian form never share a key', () => {
  const long = fc.stringMatching(/^225(?:01|05|07|2[157])\d{8}$/);
  fc.assert(
    fc.property(long, long, (one, other) => {
      expect(toPersonKey(phone(one)) === toPersonKey(phone(other))).toBe(one === other);
    }),
  );
});
