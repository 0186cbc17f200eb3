import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLetters, isLetters, letterCounts, toLetters, toLettersPattern } from '../../src/safe/letters.ts';
import { mask } from '../../src/safe/mask.ts';

test('bytes come back from their letters, and nothing masks them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      const letters = toLetters(bytes);
      expect(letters).toHaveLength(2 * bytes.length);
      expect(isLetters(letters)).toBe(true);
      expect(mask(letters)).toBe(letters);
      expect([...fromLetters(letters)]).toEqual([...bytes]);
    }),
  );
  expect(toLetters(Uint8Array.of(0x00, 0x9a, 0xff))).toBe('aajkpp');
});

test.each([
  ['', false],
  ['abcdefghijklmnop', true],
  ['q', false],
  ['A', false],
  ['a1', false],
  ['a ', false],
  ['a\n', false],
])('%j is of letters alone: %s', (text, is) => {
  expect(isLetters(text)).toBe(is);
});

test('a pattern is of the whole text and of its length', () => {
  const pattern = toLettersPattern(letterCounts.id);
  const id = 'a'.repeat(letterCounts.id);
  expect(pattern.test(id)).toBe(true);
  for (const other of [id.slice(1), `${id}a`, ` ${id}`, `${id}\n`, `${id.slice(1)}q`])
    expect(pattern.test(other)).toBe(false);
});
