import * as fc from 'fast-check';
import type { CountryCode } from 'libphonenumber-js';
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';

/** A mobile number of every country of the metadata: digits, and as its country and others write it. */
export const numbersOfTheWorld = getCountries().flatMap((country: CountryCode) => {
  const number = getExampleNumber(country, examples);
  if (!number) return [];
  return [
    {
      country,
      digits: number.number.slice(1),
      written: [number.number, number.formatInternational(), number.formatNational(), number.getURI()],
    },
  ];
});

/** What people, programs and those who want to get past a mask put between digits. */
const gaps = [
  ' ',
  '-',
  '.',
  '(',
  ')',
  '/',
  ',',
  ';',
  ':',
  '_',
  '·',
  '~',
  '  ',
  '     ',
  ' - ',
  ') ',
  '\t',
  "'",
  '%20',
  '&nbsp;',
  '\u00a0',
  '\u202f',
  '\u2009',
  '\u3000',
  '\u2011',
  '\u2013',
  '\u2212',
  '\u30fc',
  '\uff0d',
  '\uff08',
  '\uff0e',
  '\u200b',
  '\u200e',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2066',
  '\ufeff',
  '\u00ad',
  '\ufe0f\u20e3',
  '\u{e0020}',
  String.raw`\u00a0`,
  String.raw`\x20`,
  String.raw`\t`,
];

const zeros = ['0', '٠', '۰', '०', '０', '๐'];

/** The number in a spelling that somebody may have thought of. */
export function spellings(digits: string): fc.Arbitrary<string> {
  return fc
    .record({
      lead: fc.constantFrom('', '+', '00', '(+', 'tel:', '+ '),
      between: fc.array(fc.option(fc.constantFrom(...gaps), { nil: '', freq: 1 }), {
        minLength: digits.length,
        maxLength: digits.length,
      }),
      keep: fc.array(fc.boolean(), { minLength: digits.length, maxLength: digits.length }),
      zero: fc.constantFrom(...zeros),
    })
    .map(({ lead, between, keep, zero }) => {
      const spelt = [...digits].map(
        (digit, index) =>
          String.fromCodePoint(zero.codePointAt(0)! + Number(digit)) +
          (index < digits.length - 1 && keep[index] ? (between[index] ?? '') : ''),
      );
      return lead + spelt.join('');
    });
}

/** 7 to 15 digits that do not begin with 0: whatever may be a number (src/domain/people/person.ts). */
export const anyNumber = fc.stringMatching(/^[1-9]\d{6,14}$/);

/** All digits of a text in a row, as ASCII: what somebody reads who wants to read a number. */
export function readDigits(text: string): string {
  return text
    .replace(/\\u[\da-f]{4}|\\x\d\d|%20|\\u\{[\da-f]+\}/g, '')
    .replace(/\P{Nd}/gu, '')
    .replace(/\p{Nd}/gu, toAscii);
}

function toAscii(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = zeros.map((each) => each.codePointAt(0)!).find((each) => code >= each && code < each + 10);
  return zero === undefined ? digit : String(code - zero);
}
