import { expect, test } from 'vitest';
import { findCountries } from '../../../src/config/phone/find-countries.ts';
import type { PhoneNumber } from '../../../src/domain/people/person.ts';

test.each([
  ['a calling code of one country', '6281234567890', 'ID', []],
  ['no range in use: the country that the code is mostly of', '447700900001', 'GB', ['GG', 'IM', 'JE']],
  ['a range of another country that shares it', '77011234567', 'KZ', ['RU']],
  ['a territory', '5999123456', 'CW', ['BQ']],
  ['a satellite', '882123456789', undefined, []],
])('%s', (_what, phone, country, others) => {
  const found = findCountries(phone as PhoneNumber);
  expect([found.country, found.others]).toEqual([country, others]);
});

test('of all who share a calling code each is named once', () => {
  const { country, others } = findCountries('12045550123' as PhoneNumber);
  expect(country).toBe('CA');
  expect(others).toContain('US');
  expect(others).not.toContain('CA');
});
