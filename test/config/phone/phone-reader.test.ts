import { expect, test } from 'vitest';
import { findRange } from '../../../src/config/phone/known-ranges.ts';
import { parsePhone } from '../../../src/config/phone/parse-phone.ts';
import { createPhoneReader } from '../../../src/config/phone/phone-reader.ts';

test('a number without its country is read by the policy’s, also where it was read before without one', () => {
  const reader = createPhoneReader();
  reader.setRanges(findRange);
  expect(reader.parse('020 7946 0123').kind).not.toBe('phone');
  reader.setCountry('GB');
  expect(reader.country()).toBe('GB');
  expect(reader.parse('020 7946 0123')).toMatchObject({ kind: 'phone', phone: '442079460123' });
  reader.setCountry('ID');
  expect(reader.parse('020 7946 0123')).not.toMatchObject({ phone: '442079460123' });
});

test('what the ranges are needed for is remembered to be so until they are there, and then read', () => {
  const reader = createPhoneReader();
  reader.setCountry('GB');
  expect(reader.parse('+44 7700 900002')).toMatchObject({ kind: 'phone', phone: '447700900002' });
  expect(reader.isUnsure()).toBe(false);
  const italian = '+39 0347 000 0002';
  // Asked twice: the first answer must not be kept.
  for (const _ of [1, 2]) {
    expect(reader.parse(italian).kind).toBe('wrong');
    expect(reader.isUnsure()).toBe(true);
  }
  reader.setRanges(findRange);
  expect(reader.isUnsure()).toBe(false);
  expect(reader.parse(italian)).toEqual(parsePhone(italian, 'GB', findRange));
  expect(reader.isUnsure()).toBe(false);
});
