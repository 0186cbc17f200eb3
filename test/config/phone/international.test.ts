import { expect, test } from 'vitest';
import { parseInternational } from '../../../src/config/phone/international.ts';

const parse = (text: string, country?: 'BR' | 'GB', ...known: readonly string[]) => {
  const parsed = parseInternational(text, country, (each) => known.includes(each));
  return parsed.kind === 'phone' ? parsed.phone : parsed.kind;
};

test.each([
  ['44 7700 900001', '447700900001'],
  ['0044 7700 900001', '447700900001'],
  ['44 (0)7700 900001', '447700900001'],
  ['39 (0)347 1234567', '393471234567'],
  ['44 770', 'wrong'],
  ['999 1234567', 'wrong'],
])('%s is %s', (text, wanted) => {
  expect(parse(text)).toBe(wanted);
});

test('a zero in brackets that the number needs to be one in use is not left out by guessing', () => {
  expect(parse('39 (0)6 12345678', undefined, '390612345678')).toBe('ambiguous');
  expect(parse('39 (0)6 12345678', undefined, '390612345678', '39612345678')).toBe('39612345678');
});

test('with + no number in use, without it one of the policy’s country: somebody has to say which', () => {
  expect(parse('31 98765-4321', 'BR', '5531987654321')).toBe('ambiguous');
  expect(parse('31 98765-4321', 'BR', '5531987654321', '31987654321')).toBe('31987654321');
  expect(parse('31 98765-4321', 'GB', '5531987654321')).toBe('31987654321');
});
