import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { findRange } from '../../../src/config/phone/known-ranges.ts';
import { findOverseas } from '../../../src/config/phone/phone-start.ts';
import { parsePhone, parsePlainPhone } from '../../../src/config/phone/parse-phone.ts';
import { isPlainlyPossible } from '../../../src/config/phone/numbering.ts';
import { isPhoneNumber } from '../../../src/domain/people/person.ts';

const code = constantFrom(
  ...new Set(getCountries().map((country) => String(getCountryCallingCode(country)))),
);
const digits = tuple(code, array(integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 13 })).map(
  ([start, rest]) => start + rest.join(''),
);
/** What people write between digits. */
const between = array(constantFrom('', '', '', ' ', '-', ' (', ') '), {
  minLength: 16,
  maxLength: 16,
});

test('what is plainly possible is what the library leaves as it is, however it is written', () => {
  let plain = 0;
  assert(
    property(digits, between, (number, gaps) => {
      // French mobiles that may be somebody's overseas are told by the ranges.
      const isPlain = isPhoneNumber(number) && isPlainlyPossible(number) && !findOverseas(number);
      if (!isPlain) return;
      plain += 1;
      const text = `+${[...number].map((digit, index) => digit + (gaps[index] ?? '')).join('')}`;
      const found = parsePhoneNumberFromString(text, { extract: false });
      expect([found?.number, found?.isPossible(), found?.ext]).toEqual([`+${number}`, true, undefined]);
      expect(parsePhone(text)).toEqual({ kind: 'phone', phone: number });
    }),
    { numRuns: 20_000 },
  );
  // Otherwise hardly anything was compared.
  expect(plain).toBeGreaterThan(1000);
});

test('what is told without the library is what the library tells, whatever the country', () => {
  let told = 0;
  assert(
    property(digits, between, constantFrom(undefined, ...getCountries()), (number, gaps, country) => {
      const text = `+${[...number].map((digit, index) => digit + (gaps[index] ?? '')).join('')}`;
      const plain = parsePlainPhone(text, country);
      if (!plain) return;
      told += 1;
      // What cannot be seen is for the library to read.
      expect(parsePhone(`${text}\u200b`, country, findRange)).toEqual(plain);
    }),
    { numRuns: 10_000 },
  );
  expect(told).toBeGreaterThan(500);
});

test('what is told without the library is + and digits, and no zero behind the + or a bracket', () => {
  const sign = constantFrom(...'+4400123 -()7x/');
  let told = 0;
  assert(
    property(array(sign, { maxLength: 12 }), (signs) => {
      for (const text of [`+4477009${signs.join('')}`, signs.join(''), `+${signs.join('')}7700900123`]) {
        const plain = parsePlainPhone(text);
        if (!plain) continue;
        told += 1;
        expect(text).toMatch(/^\+[\d ()-]+$/);
        expect(text).not.toMatch(/\( *0|^\+ *0/);
        expect(plain).toEqual({ kind: 'phone', phone: text.replace(/\D/g, '') });
      }
    }),
    { numRuns: 3_000 },
  );
  expect(told).toBeGreaterThan(20);
});

test.each(['447700900002', '12025550101', '5520987654321', '6281234567890', '34600000000', '5491123456789'])(
  '%s is plain',
  (number) => {
    expect(isPhoneNumber(number) && isPlainlyPossible(number)).toBe(true);
  },
);

test.each(['4407700900002', '44770090000200', '5215512345678', '999123456789', '0447700900002'])(
  '%s is for the library',
  (number) => {
    expect(isPhoneNumber(number) && isPlainlyPossible(number)).toBe(false);
  },
);
