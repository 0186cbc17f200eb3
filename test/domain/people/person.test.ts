import { expect, test } from 'vitest';
import { isLid, isPhoneNumber } from '../../../src/domain/people/person.ts';

test.each([
  ['447700900001', true],
  ['1234567', true],
  ['123456', false],
  ['123456789012345', true],
  ['1234567890123456', false],
  ['0447700900001', false],
  ['+447700900001', false],
  ['', false],
])('phone number %j: %s', (text, is) => {
  expect(isPhoneNumber(text)).toBe(is);
});

test.each([
  ['330631678702157', true],
  ['1234', false],
  ['330631678702157@lid', false],
])('lid %j: %s', (text, is) => {
  expect(isLid(text)).toBe(is);
});
