import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, countSlips, normaliseText, toFileWord } from '../../src/domain/text.ts';

test.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['Thursdays\n\n', 'Thursdays'],
  ['Thursdays ', 'Thursdays '],
  ['\nThursdays', '\nThursdays'],
  ['e\u0301', '\u00e9'],
  ['\n', ''],
])('text %j is compared as %j', (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

test('bytes are those of UTF-8', () => {
  expect(byteLength('é'.repeat(12) + 'x')).toBe(25);
  expect(byteLength('🎶')).toBe(4);
});

test('what was normalised once stays as it is, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', 'e', '\u0301', ' ', '🎶') }), (raw) => {
      const once = normaliseText(raw);
      expect(normaliseText(once)).toBe(once);
      expect(once).not.toContain('\r');
    }),
  );
});

test.each([
  ['youth/altos.yaml', 'altos'],
  ['Altos.YML', 'Altos'],
  ['altos', 'altos'],
])('the file %j is called %j', (file, word) => expect(toFileWord(file)).toBe(word));

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
])('slips of the pen from %j to %j: %i', (one, other, slips) => {
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

test('slips are the least of all ways from one word to another, found by trying each', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(countSlips(a, b)).toBe(countFromBehind(a, b));
    }),
  );
});
