import { expect, test } from 'vitest';
import { findOddZone } from '../../src/config/odd-zone.ts';

test.each([
  ['Etc/GMT-7', '7 h ahead of UTC, not behind'],
  ['Etc/GMT+3', '3 h behind UTC, not ahead of'],
  ['etc/gmt+03', '3 h behind UTC'],
  ['EST', 'several zones'],
  ['mst', 'several zones'],
])('%s is easily misread: %s', (zone, words) => {
  expect(findOddZone(zone)).toContain(words);
});

test.each(['UTC', 'utc', 'GMT', 'Asia/Jakarta', 'America/Sao_Paulo', 'Etc/GMT', 'Etc/GMT+0', 'Etc/UTC'])(
  '%s says what it means',
  (zone) => {
    expect(findOddZone(zone)).toBeUndefined();
  },
);
