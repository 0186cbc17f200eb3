import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlipOf } from '../../../src/planning/obstacles/slip-of-pen.ts';
import { phone } from '../../support/choir.ts';

test.each([
  ['the same', '447700900123', '447700900123', true],
  ['a digit wrong', '447700900123', '447700900128', true],
  ['two digits wrong', '447700900123', '447710900128', true],
  ['three digits wrong', '447700900123', '447711900128', false],
  ['a digit missing', '447700900123', '44770090012', true],
  ['two digits missing', '447700900123', '4477009001', true],
  ['two too many', '447700900123', '44770090012377', true],
  ['three too many', '447700900123', '447700900123777', false],
  ['neighbours that changed places twice', '447700900123', '447700901032', true],
  ['neighbours that changed places three times', '447700912345', '447709021354', false],
  [
    'a pair that changed places, one of them wrong as well, and another',
    '447700900123',
    '447700908932',
    false,
  ],
  ['another country', '447700900123', '6281234567890', false],
])('%s', (_, one, other, expected) => {
  expect(isSlipOf(phone(one), phone(other))).toBe(expected);
  expect(isSlipOf(phone(other), phone(one))).toBe(expected);
});

test('any number is a slip of itself with one digit dropped, and any two that differ in all are none', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{6,14}$/), fc.nat(), (number, at) => {
      const place = at % number.length;
      expect(isSlipOf(phone(number), phone(number.slice(0, place) + number.slice(place + 1)))).toBe(true);
      const other = number.replace(/\d/g, (digit) => (Number(digit) < 5 ? '9' : '0'));
      expect(isSlipOf(phone(number), phone(other))).toBe(false);
    }),
  );
});
