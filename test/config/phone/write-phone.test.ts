import { expect, test } from 'vitest';
import { createPhoneReader } from '../../../src/config/phone/phone-reader.ts';
import { findRange } from '../../../src/config/phone/known-ranges.ts';
import { createPhoneWriter } from '../../../src/config/phone/write-phone.ts';
import type { PhoneNumber } from '../../../src/domain/people/person.ts';
import { numbersOfTheWorld } from '../../safe/world-numbers.ts';

function createWriter(country?: 'GB' | 'BR') {
  const reader = createPhoneReader();
  reader.setCountry(country);
  reader.setRanges(findRange);
  return { write: createPhoneWriter(reader.parse), parse: reader.parse };
}

test('as it is written internationally', () => {
  expect(createWriter().write('447700900002' as PhoneNumber)).toBe('+44 7700 900002');
});

test.each([undefined, 'GB', 'BR'] as const)(
  'numbers of all countries read back as they are in %s',
  (country) => {
    const { write, parse } = createWriter(country);
    for (const { digits } of numbersOfTheWorld)
      expect(parse(write(digits as PhoneNumber) ?? '')).toEqual({ kind: 'phone', phone: digits });
  },
);

test('none that would be read as something else, or as nothing', () => {
  expect(createWriter().write('999999999999999' as PhoneNumber)).toBeUndefined();
});
