import { expect, test } from 'vitest';
import { asksReset } from '../../../src/gowa/line/asks-reset.ts';

test.each([
  ['', false],
  ['group_id=1', false],
  ['preset=true&resets=1', false],
  ['reset=true', true],
  ['group_id=1&RESET=', true],
  ['ReSeT=false', true],
  ['%72eset=1', true],
])('%j asks for another link: %s', (query, expected) => {
  expect(asksReset(new URLSearchParams(query))).toBe(expected);
});
