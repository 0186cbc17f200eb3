import { expect, test } from 'vitest';
import { ambiguous, toPhoneCode, wrong } from '../../../src/config/phone/parsed-phone.ts';

const fault = { cause: 'form', text: 'x' } as const;

test.each([
  [wrong(fault), 'bad-phone'],
  [ambiguous(fault), 'ambiguous-phone'],
  [{ ...wrong(fault), needsCountry: true as const }, 'no-country'],
  [{ ...ambiguous(fault), needsCountry: true as const }, 'no-country'],
])('%j is reported as %s', (parsed, code) => {
  expect(toPhoneCode(parsed as ReturnType<typeof wrong> & { kind: 'wrong' })).toBe(code);
});
