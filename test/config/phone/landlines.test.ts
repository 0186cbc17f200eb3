import { expect, test } from 'vitest';
import { isLandline } from '../../../src/config/phone/known-ranges.ts';
import { findLandlines } from '../../../src/config/phone/landlines.ts';
import type { PhoneNumber } from '../../../src/domain/people/person.ts';
import { parseFiles, toMark, toSources, usual } from '../files.ts';

test.each([
  ['442079460000', true],
  ['447911123456', false],
  // In nobody's range.
  ['447700900002', false],
  ['551133334444', true],
  ['5511987654321', false],
  // The old form of a mobile phone.
  ['551187654321', false],
  ['622112345678', true],
  ['6281234567890', false],
  ['390612345678', true],
  ['493012345678', true],
  ['2290121301234', true],
  // Nobody can tell: landlines and mobile phones share these ranges.
  ['12025550123', false],
  ['525512345678', false],
  ['999123456789', false],
])('%s: %s', (phone, expected) => {
  expect(isLandline(phone as PhoneNumber)).toBe(expected);
});

test('each is told where it stands, and by no digit', () => {
  const parsed = parseFiles(
    toSources({
      ...usual,
      '_people.yaml': 'people:\n  ana: "+44 20 7946 0000"\n  budi: "+44 7700 900003"\n',
      '_defaults.yaml': 'members: ["+55 11 3333-4444"]\n',
      'g.yaml': 'name: G\nmembers: [ana, "+44 20 7946 0001"]\n',
    }),
  );
  const found = findLandlines(parsed, isLandline);
  expect(found.map(toMark)).toEqual([
    'warning _people.yaml:2:3 landline',
    'warning _defaults.yaml:1:11 landline',
    'warning g.yaml:2:16 landline',
  ]);
  expect(found.map(({ detail }) => detail).join('')).not.toMatch(/\d/);
});
