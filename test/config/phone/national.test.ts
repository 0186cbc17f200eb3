import { expect, test } from 'vitest';
import { parseNational } from '../../../src/config/phone/national.ts';

const parse = (text: string, country: 'GB' | 'ID' | 'BR' | 'US', ...known: readonly string[]) => {
  const parsed = parseNational(text, country, (each) => known.includes(each));
  return parsed.kind === 'phone' ? parsed.phone : parsed.kind;
};

test.each([
  ['07700 900001', 'GB', '447700900001'],
  ['0812-3456-7890', 'ID', '6281234567890'],
  ['(20) 98765-4321', 'BR', '5520987654321'],
  ['0770', 'GB', 'wrong'],
] as const)('%s in %s is %s', (text, country, wanted) => {
  expect(parse(text, country)).toBe(wanted);
});

test('what could begin with a country code is not guessed, unless only one of the two is in use', () => {
  expect(parse('44 (0)7700 900001', 'ID')).not.toBe('447700900001');
  expect(parse('6281234567890', 'ID')).not.toMatch(/^6262/);
  expect(parse('2025550123', 'US', '12025550123', '2025550123')).not.toBe('2025550123');
});
