import { expect, test } from 'vitest';
import { ambiguous, toPhoneCode, wrong } from '../../../src/config/phone/parsed-phone.ts';

test.each([
  [wrong('x'), 'bad-phone'],
  [ambiguous('x'), 'ambiguous-phone'],
  [{ ...wrong('x'), needsCountry: true as const }, 'no-country'],
  [{ ...ambiguous('x'), needsCountry: true as const }, 'no-country'],
])('%j is reported as %s', (parsed, code) => {
  expect(toPhoneCode(parsed as ReturnType<typeof wrong> & { kind: 'wrong' })).toBe(code);
});
