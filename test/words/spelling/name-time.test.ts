import { expect, test } from 'vitest';
import { disappearingTimes } from '../../../src/domain/whatsapp-facts.ts';
import { say } from '../../../src/safe/inline.ts';
import { nameTime } from '../../../src/words/spelling/name-time.ts';

const names = { '24h': say`a day`, '7d': say`a week`, '90d': say`a season` };
const seconds = (count: number) => say`${count} s`;

test.each([
  [disappearingTimes['24h'], 'a day'],
  [disappearingTimes['90d'], 'a season'],
  [3600, '3600 s'],
  // Where nobody says what “off” is called, it is told by its number.
  [0, '0 s'],
])('%i s: %s', (count, text) => {
  expect(nameTime(count, names, seconds)).toBe(text);
});

test('off has a name where one is given', () => {
  expect(nameTime(0, { ...names, off: say`off` }, seconds)).toBe('off');
});
