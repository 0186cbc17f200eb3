import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findSheetForm,
  hasNumber,
  toPhoneText,
  withoutQuotes,
} from '../../../src/config/phone/phone-text.ts';

describe('brought into one form', () => {
  test.each([
    ['+44\u00a07700\u202f900\u2013002', '+44 7700 900-002'],
    ['＋４４（０）７７００　９００００２', '+44(0)7700 900002'],
    ['٤٤٧٧٠٠٩٠٠٠٠٢', '447700900002'],
    ['\u202a+44 7700 900002\u202c', '+44 7700 900002'],
    ['“+44 7700 900002”', '+44 7700 900002'],
    ['(+44) 7700 900002', '+44  7700 900002'],
    ['(+44 7700 900002)', '+44 7700 900002'],
    ['06.12.34.56.00', '06.12.34.56.00'],
  ])('%s', (text, expected) => {
    expect(toPhoneText(text)).toEqual({ kind: 'number', text: expected });
  });

  test('digits of any script are read as they count', () => {
    const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce];
    fc.assert(
      fc.property(fc.constantFrom(...zeros), fc.stringMatching(/^[1-9]\d{8,12}$/), (zero, digits) => {
        const written = [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
        expect(toPhoneText(`+${written}`)).toEqual({ kind: 'number', text: `+${digits}` });
      }),
    );
  });

  test('in Brazil whoever dials puts a carrier in', () => {
    expect(toPhoneText('0xx11 98765-4321', 'BR')).toEqual({ kind: 'number', text: '(11)  98765-4321' });
    expect(toPhoneText('0xx11 98765-4321').kind).toBe('wrong');
  });
});

test.each([
  ['4.477E+11', 'spreadsheet has shortened'],
  ['=447700900002', 'formula'],
  ['447700900002.0', 'decimal'],
  ["'447700900002", 'quote before it'],
  ['tel:+447700900002', 'link'],
  ['+44 7700 900002 / +44 7700 900003', 'Two numbers'],
  ['447700900002, 447700900003', 'Two numbers'],
  ['447700900002 or 447700900003', 'Two numbers'],
  ['447700900002+', 'at its end'],
  ['+44 7700 900002 ext 12', 'extension'],
  ['+44 7700 O00002', 'Letters'],
  ['+44 7700 9000,02', 'comma'],
  ['+0 7700 900002', 'country code'],
  ['+44 •••• ••• 002', 'hidden'],
  ['1'.repeat(201), 'too long'],
  ['++', 'written with digits'],
  ['', 'written with digits'],
])('%s is none, and its cause is told', (text, words) => {
  const read = toPhoneText(text);
  expect(read.kind).toBe('wrong');
  expect(read.text).toContain(words);
  expect(read.text).not.toContain('900002');
});

test.each([
  ['+44 7700 900002', true],
  ['tel 447700', true],
  ['12', true],
  ['5b', false],
  ['ana', false],
])('somebody wrote a number in %j: %s', (text, expected) => {
  expect(hasNumber(text)).toBe(expected);
});

test('what a spreadsheet did is told of an unquoted number as well', () => {
  expect(findSheetForm('4.477E+11')).toContain('shortened');
  expect(findSheetForm('447700900002')).toBeUndefined();
  expect([withoutQuotes('«ana»'), withoutQuotes("o'neil"), withoutQuotes('ana')]).toEqual([
    'ana',
    "o'neil",
    'ana',
  ]);
});
