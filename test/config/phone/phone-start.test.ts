import { expect, test } from 'vitest';
import { checkStart, findOverseas } from '../../../src/config/phone/phone-start.ts';
import type { PhoneNumber } from '../../../src/domain/people/person.ts';

const check = (phone: string, ...known: readonly string[]) =>
  checkStart(phone as PhoneNumber, (each) => known.includes(each)).kind;

test('a zero that makes a number one of no range in use is no part of it', () => {
  expect(check('4407700900001', '447700900001')).toBe('ambiguous');
  expect(check('4407700900001', '4407700900001', '447700900001')).toBe('phone');
  // Without the zero it would be nobody's either.
  expect(check('4407700900001')).toBe('phone');
});

test('a country code that stands twice is one too many, where one makes a number in use', () => {
  expect(check('44447700900001', '447700900001')).toBe('ambiguous');
  expect(check('447700900001', '447700900001')).toBe('phone');
});

test('numbers of France’s overseas are dialled as if they were of France', () => {
  expect(findOverseas('33639000001')).toContain('262');
  expect(findOverseas('33612345678')).toBeUndefined();
  expect(check('33639000001', '262639000001')).toBe('ambiguous');
  expect(check('33639000001', '33639000001', '262639000001')).toBe('phone');
});
