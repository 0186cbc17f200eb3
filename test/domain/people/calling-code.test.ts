import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { findCallingCode } from '../../../src/domain/people/calling-code.ts';

test('every country of libphonenumber is found by its code, whatever follows', () => {
  const codes = new Set(getCountries().map((country) => String(getCountryCallingCode(country))));
  for (const code of codes)
    for (const rest of ['0000000', '9999999', '1234567']) expect(findCallingCode(code + rest)).toBe(code);
});

test.each(['', 'x', '+44'])('%j has none', (text) => {
  expect(findCallingCode(text)).toBe('');
});
