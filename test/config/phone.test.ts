import { expect, test } from 'vitest';
import type { CountryCode } from '../../src/config/phone.ts';
import { maskPhone, parsePhone, toHidden } from '../../src/config/phone.ts';

const numbers: readonly (readonly [text: string, country: CountryCode | undefined, phone: string])[] = [
  ['+44 7700 900002', undefined, '447700900002'],
  ['+44 (0)7700 900002', undefined, '447700900002'],
  ['\u202a+44\u00a07700\u00a0900\u2011002\u202c', undefined, '447700900002'],
  ['07700 900002', 'GB', '447700900002'],
  ['0044 7700 900002', 'GB', '447700900002'],
  ['0812-3456-7890', 'ID', '6281234567890'],
  ['(202) 555-0101', 'US', '12025550101'],
  ['12025550101', 'US', '12025550101'],
  ['+62 812-3456-7890', 'GB', '6281234567890'],
  ['+39 06 1234567', undefined, '39061234567'],
  // Both spellings stay as they are written.
  ['+55 20 98765-4321', undefined, '5520987654321'],
  ['+55 20 8765-4321', undefined, '552087654321'],
  ['+52 1 55 1234 5678', undefined, '5215512345678'],
  ['+52 55 1234 5678', undefined, '525512345678'],
];

test.each(numbers)('%s is a number', (text, country, phone) => {
  expect(parsePhone(text, country)).toEqual({ kind: 'phone', phone });
});

test.each<[string, CountryCode | undefined, string]>([
  ['0812 3456 7890', undefined, 'ambiguous'],
  ['447700900002', undefined, 'ambiguous'],
  // Its beginning is a country code, or it has lost its zero.
  ['447700900002', 'ID', 'ambiguous'],
  ['81234567890', 'ID', 'ambiguous'],
  ['+44', undefined, 'wrong'],
  ['+44 7700 9000020000', undefined, 'wrong'],
  ['+999 7700 900002', undefined, 'wrong'],
  ['+44 7700 900002 ext 5', undefined, 'wrong'],
  ['+44 7700 9OOOO2', undefined, 'wrong'],
  ['123', 'GB', 'wrong'],
  ['', 'GB', 'wrong'],
  ['+', undefined, 'wrong'],
])('%s in %s is %s', (text, country, kind) => {
  expect(parsePhone(text, country).kind).toBe(kind);
});

test('a masked number has its country code and three digits', () => {
  const masked = ['+44 7700 900002', '+1 202 555 0101', '+62 812-3456-7890'].map((text) => {
    const parsed = parsePhone(text);
    return parsed.kind === 'phone' ? maskPhone(parsed.phone) : parsed.kind;
  });
  expect(masked).toEqual(['+44 •••• ••• 002', '+1 •••• ••• 101', '+62 •••• ••• 890']);
});

test.each([
  ['+44 7700 900002', '+•• •••• •••002'],
  ['call 0812-3456-7890 now', 'call ••••-••••-•890 now'],
  ['until 2026-12-31', 'until 2026-12-31'],
  ['lid:330631678702157', 'lid:330631678702157'],
  ['line 12, 3 of 400', 'line 12, 3 of 400'],
])('%s is shown as %s', (text, shown) => {
  expect(toHidden(text)).toBe(shown);
});
