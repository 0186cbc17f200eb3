import { expect, test } from 'vitest';
import { parseDoubleZero } from '../../../src/config/phone/double-zero.ts';
import type { CountryCode } from '../../../src/config/phone/parse-phone.ts';

/** What it is read as: digits, or why it is none. `known`: the numbers of a range in use. */
function parse(text: string, country: CountryCode | undefined, known: readonly string[]): string {
  const parsed = parseDoubleZero(text, country, (phone) => known.includes(phone));
  return parsed.kind === 'phone' ? parsed.phone : `${parsed.kind}: ${parsed.text}`;
}

test.each<[what: string, text: string, country: CountryCode | undefined, known: string[], read: string]>([
  ['00 stands for +', '0044 7700 900002', undefined, [], '447700900002'],
  ['in a country as well', '00 55 31 98765-4321', 'BR', ['5531987654321'], '5531987654321'],
  ['what is no number with + is none', '0099', 'GB', [], 'wrong: It is no possible number'],
  [
    'a zero too many at home',
    '00 20 7946 0001',
    'GB',
    ['442079460001'],
    'ambiguous: It is a number in use only',
  ],
  ['with + alone', '001 202 555 0101', 'JP', ['12025550101'], '12025550101'],
  ['its own alone', '0021 98765 4321', 'JP', ['810021987654321'], '810021987654321'],
  ['its own, of no range in use', '0021 98765 4321', 'JP', [], 'wrong: It is no possible number'],
  [
    'one at home and another one with +',
    '001 202 555 0101',
    'JP',
    ['12025550101', '810012025550101'],
    'ambiguous: 00 at its beginning stands for +, but within JP',
  ],
])('%s: %s', (_, text, country, known, read) => {
  expect(parse(text, country, known).slice(0, read.length)).toBe(read);
});
