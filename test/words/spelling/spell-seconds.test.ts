import { expect, test } from 'vitest';
import { say } from '../../../src/safe/inline.ts';
import { spellSeconds } from '../../../src/words/spelling/spell-seconds.ts';

test.each([
  [300, 900, '0,3 até 0,9'],
  [5000, 5000, '5'],
  [0, 1500, '0 até 1,5'],
])('from %i to %i ms: %s', (min, max, text) => {
  expect(spellSeconds({ min, max }, { point: ',', to: say`até` })).toBe(text);
});
