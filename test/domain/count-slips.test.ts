import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSlips } from '../../src/domain/count-slips.ts';

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['topic', 'topic', 0],
  ['topci', 'topic', 1],
  ['topc', 'topic', 1],
  ['toppic', 'topic', 1],
  ['tapic', 'topic', 1],
  // No place is touched twice: swapped and then parted would be two.
  ['ca', 'abc', 3],
  ['abcd', 'badc', 2],
])('from %j to %j: %i', (one, other, slips) => {
  expect(countSlips(one, other)).toBe(slips);
});

/** Both words shorter by so much at their ends, and what that cost. */
function countFromBehind(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [cutA, cutB] = [a.slice(0, -1), b.slice(0, -1)];
  const isSwap = cutB !== '' && a.endsWith(`${b.at(-1)}${b.at(-2)}`);
  return Math.min(
    countFromBehind(cutA, b) + 1,
    countFromBehind(a, cutB) + 1,
    countFromBehind(cutA, cutB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    isSwap ? countFromBehind(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  );
}

test('it is the least of all ways, found by trying each', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(countSlips(a, b)).toBe(countFromBehind(a, b));
    }),
  );
});
