import { expect, test } from 'vitest';
import type { CountryCode } from '../../../src/config/phone/parse-phone.ts';
import { findRange } from '../../../src/config/phone/known-ranges.ts';
import { parsePhone } from '../../../src/config/phone/parse-phone.ts';

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
  // 00 is +, and a zero in brackets is for those who dial within the country.
  ['0055 31 98765-4321', undefined, '5531987654321'],
  ['0055 31 98765-4321', 'BR', '5531987654321'],
  ['0062 812 345 678', 'ID', '62812345678'],
  ['00 44 7700 900002', 'US', '447700900002'],
  ['011 44 7700 900002', 'US', '447700900002'],
  ['+39 (0)347 000 0002', undefined, '393470000002'],
  ['0039 (0) 347 000 0002', 'GB', '393470000002'],
  ['+0044 7700 900002', undefined, '447700900002'],
  // Brazil: brackets round the area code, a carrier before it, xx in the carrier's place.
  ['(11) 96123-4567', 'BR', '5511961234567'],
  ['(31) 98765-4321', 'BR', '5531987654321'],
  ['31 98765-4321', 'BR', '5531987654321'],
  ['62 99123-4567', 'BR', '5562991234567'],
  ['011 96123-4567', 'BR', '5511961234567'],
  ['(011) 96123-4567', 'BR', '5511961234567'],
  ['015 11 96123-4567', 'BR', '5511961234567'],
  ['0xx11 96123-4567', 'BR', '5511961234567'],
  ['(0xx11) 96123-4567', 'BR', '5511961234567'],
  ['0**11 96123-4567', 'BR', '5511961234567'],
  ['(11) 3333-4444', 'BR', '551133334444'],
  ['+55 55 99876-5432', undefined, '5555998765432'],
  ['45 3025-1234', 'BR', '554530251234'],
  // China writes no zero before mobile numbers, and they have as many digits as American ones with their 1.
  ['138 1234 5678', 'CN', '8613812345678'],
  ['13812345678', 'CN', '8613812345678'],
  ['151 2345 6789', 'CN', '8615123456789'],
  ['010 6123 4567', 'CN', '861061234567'],
  ['9 6123 4567', 'CL', '56961234567'],
  ['(9) 6123 4567', 'CL', '56961234567'],
  ['(2) 2123 4567', 'CL', '56221234567'],
  ['347 000 0002', 'IT', '393470000002'],
  ['06 1234567', 'IT', '39061234567'],
  // What is in brackets is an area code where the country writes it so, whatever else it could be.
  ['(49) 99123-4567', 'BR', '5549991234567'],
  ['(501) 622-1234', 'US', '15016221234'],
  ['(07700 900002)', 'GB', '447700900002'],
  ['(+44 7700 900002)', undefined, '447700900002'],
  // Old forms that accounts keep.
  ['90 01 12 34', 'BJ', '22990011234'],
  ['0692 12 34 56', 'RE', '262692123456'],
  ['+225 07 02 03 04', undefined, '22507020304'],
  ['+225 07 07 02 03 04', undefined, '2250707020304'],
  ['+229 90 01 12 34', undefined, '22990011234'],
  // Digits of other scripts, and what stands between them.
  ['٠٧٧٠٠ ٩٠٠٩٨٢', 'GB', '447700900982'],
  ['+۴۴ ۷۷۰۰ ۹۰۰۹۸۳', undefined, '447700900983'],
  ['+९१ ८१२३४ ५६७८९', undefined, '918123456789'],
  ['＋４４（７７００）９００００２', undefined, '447700900002'],
  ['+44\u20097700\u202f900\u00ad002', undefined, '447700900002'],
  ['+44 7700・900・002', undefined, '447700900002'],
  ['\u2068+44 7700 900002\u2069', undefined, '447700900002'],
  ['(+44) 7700 900002', undefined, '447700900002'],
  ['+(44) 7700 900002', undefined, '447700900002'],
  ['[+44] 7700-900-002', undefined, '447700900002'],
  ['06.12.34.56.00', 'FR', '33612345600'],
  ['030/123456', 'DE', '4930123456'],
  ['“+44 7700 900982”', undefined, '447700900982'],
  ["'+44 7700 900982'", undefined, '447700900982'],
  ['‘07700 900982’', 'GB', '447700900982'],
  ['„+44 7700 900982“', undefined, '447700900982'],
  ['«+44 7700 900982»', undefined, '447700900982'],
];

test.each(numbers)('%s is a number', (text, country, phone) => {
  expect(parsePhone(text, country, findRange)).toEqual({ kind: 'phone', phone });
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
  // The zero is none of the number's, or needed.
  ['+39 0347 000 0002', undefined, 'ambiguous'],
  ['0347 000 0002', 'IT', 'ambiguous'],
  ['09 6123 4567', 'CL', 'ambiguous'],
  ['+56 09 6123 4567', undefined, 'ambiguous'],
  ['+39 (0)6 1234567', undefined, 'ambiguous'],
  ['+11 96123-4567', 'BR', 'ambiguous'],
  ['+31 98765-4321', 'BR', 'ambiguous'],
  ['1 512 345 6789', 'CN', 'ambiguous'],
  // A zero and the own country code: one zero of 00 is lost.
  ['062 812 3456 7890', 'ID', 'ambiguous'],
  ['+62 62 812 3456 7890', undefined, 'ambiguous'],
  ['0062 62 812 3456 7890', 'ID', 'ambiguous'],
  ['+494915123456789', undefined, 'ambiguous'],
  ['+0812 3456 7890', 'ID', 'wrong'],
  // A country code in brackets, the whole in brackets (a negative number in a sheet), a zero in brackets after a code.
  ['(971) 50 123 4567', 'DE', 'ambiguous'],
  ['(4915123456789)', 'DE', 'ambiguous'],
  ['44 (0)7700 900002', 'GB', 'ambiguous'],
  ['244 (0) 923 123 456', 'DE', 'ambiguous'],
  // France dials its overseas numbers as its own.
  ['0692 12 34 56', 'FR', 'ambiguous'],
  ['+33 690 12 34 56', undefined, 'ambiguous'],
  // A digit is missing, or the area code: no phone of the country is so.
  ['06.12.34.56.7', 'FR', 'wrong'],
  ['+91 9876 543 21', undefined, 'wrong'],
  ['98765-4321', 'BR', 'wrong'],
  ['+44 7700 900002 ext 5', undefined, 'wrong'],
  ['+44 7700 9OOOO2', undefined, 'wrong'],
  ['123', 'GB', 'wrong'],
  ['', 'GB', 'wrong'],
  ['+', undefined, 'wrong'],
])('%s in %s is %s', (text, country, kind) => {
  expect(parsePhone(text, country, findRange).kind).toBe(kind);
});

test.each<[string, string]>([
  ['628123456789.0', 'spreadsheets write'],
  ['628123456789,0', 'spreadsheets write'],
  ['+44 7700 900002.00', 'spreadsheets write'],
  ['628,123,456,789.0', 'spreadsheets write'],
  ['٦٢٨١٢٣٤٥٦٧٨٩٫٠', 'spreadsheets write'],
  ['4.477E+11', 'spreadsheet has shortened'],
  ['4,477009e11', 'spreadsheet has shortened'],
  ['="+447700900982"', 'formula'],
  ['=+447700900982', 'formula'],
  ['+44 7700 900982;+44 7700 900983', 'Two numbers'],
  ['+44 7700 900982 / +44 7700 900983', 'Two numbers'],
  ['07700 900982, 07700 900983', 'Two numbers'],
  ['07700 900982 or 07700 900983', 'Two numbers'],
  ['07700 900982 atau 07700 900983', 'Two numbers'],
  ['07700 900982\n07700 900983', 'Two numbers'],
  ['+44 7700 900982 +44 7700 900983', 'Two numbers'],
  ['+62 21 5551234/35', 'Two numbers'],
  ['+44 7700 900982 x12', 'extension'],
  ['+44 7700 900982 ramal 3', 'extension'],
  ['+44 7700 900982 #12', 'extension'],
  ['+44 7700 900982 (Ana)', 'Letters'],
  ['0xx11 96123-4567', 'Letters'],
  ['+44 7700 9OOOO2', 'Letters'],
  ['447700900982+', 'at its end'],
  [`1${'x'.repeat(500_000)}`, 'far too long'],
  [`+44 7700${' '.repeat(500_000)}`, 'far too long'],
  ['+44 •••• ••• 002', 'hidden'],
  ['+49 151 2345•••', 'hidden'],
  ['+49 151 2345……', 'hidden'],
  ["'+447700900982", 'spreadsheet marks'],
  ['’07700 900982', 'spreadsheet marks'],
  ['tel:+44-7700-900982', 'a link'],
  ['https://wa.me/447700900982?text=hi', 'a link'],
  ['https://api.whatsapp.com/send?phone=447700900982', 'a link'],
])('%.60s is told what it is', (text, says) => {
  const found = parsePhone(text, 'GB', findRange);
  expect(found).toMatchObject({ kind: 'wrong', text: expect.stringContaining(says) as string });
});

test('the fuller table is asked for only where a number could be another one', () => {
  const usual = [
    '+44 7700 900002',
    '+62 812-3456-7890',
    '+1 202 555 0101',
    '+39 347 000 0002',
    '+49 (0)151 23456789',
  ];
  for (const text of usual) expect([text, parsePhone(text).kind]).toEqual([text, 'phone']);
  for (const text of ['0812-3456-7890', '+55 11 96123-4567']) {
    expect([text, parsePhone(text, 'ID').kind]).toEqual([text, 'phone']);
  }
  expect(parsePhone('+39 0347 000 0002').kind).toBe('unsure');
});
