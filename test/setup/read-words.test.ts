import { expect, test } from 'vitest';
import { readCountry, readPhone, readPhones, readZone } from '../../src/setup/read-words.ts';

test('a number, with its country code or as it is dialled at home', () => {
  expect(readPhone('+44 7700 900001')).toEqual({ value: '447700900001' });
  expect(readPhone('07700 900001', 'GB')).toEqual({ value: '447700900001' });
});

test.each(['', '07700 900001', 'ana', '+44'])('%j is no number, and a sentence tells why', (text) => {
  expect(readPhone(text)).toEqual({ fault: expect.stringMatching(/^(?!.*900001)[A-Z].*[.!]$/s) });
});

test('several numbers, and nobody', () => {
  expect(readPhones('+44 7700 900002, 07700 900003, 07700 900002', 'GB')).toEqual({
    value: ['447700900002', '447700900003'],
  });
  expect(readPhones(' , ')).toEqual({ value: [] });
  expect(readPhones('+44 7700 900002, budi', 'GB')).toHaveProperty('fault');
});

test('a country and a zone', () => {
  expect(readCountry('id')).toEqual({ value: 'ID' });
  expect(readCountry('XX')).toEqual({ fault: expect.stringContaining('two letters of a country') });
  expect(readCountry('')).toHaveProperty('fault');
  expect(readZone('Asia/Jakarta')).toEqual({ value: 'Asia/Jakarta' });
  expect(readZone('+07:00')).toEqual({ fault: expect.stringContaining('name of a time zone') });
});
