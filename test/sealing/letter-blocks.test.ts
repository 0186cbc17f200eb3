import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from '../../src/safe/mask.ts';
import { countLetters, fromLetterBlocks, toLetterBlocks } from '../../src/sealing/letter-blocks.ts';

const blocks = fc
  .array(fc.uint8Array({ minLength: 7, maxLength: 7 }), { maxLength: 13 })
  .map((parts) => Uint8Array.of(...parts.flatMap((part) => [...part])));

test('bytes come back from their letters, which have no digit, no capital and no sign', () => {
  fc.assert(
    fc.property(blocks, (bytes) => {
      const letters = toLetterBlocks(bytes);
      expect(letters).toMatch(/^[a-z]*$/);
      expect(letters).toHaveLength(countLetters(bytes.length));
      expect(mask(letters)).toBe(letters);
      expect(fromLetterBlocks(letters)).toEqual(bytes);
    }),
  );
});

test('all ones and all zeros', () => {
  expect(toLetterBlocks(new Uint8Array(7))).toBe('aaaaaaaaaaaa');
  expect(fromLetterBlocks(toLetterBlocks(new Uint8Array(14).fill(255)))).toEqual(
    new Uint8Array(14).fill(255),
  );
});

test.each([
  ['a letter too few', 'aaaaaaaaaaa'],
  ['a capital', 'aaaaaaaaaaaA'],
  ['a digit', 'aaaaaaaaaaa1'],
  ['more than seven bytes hold', 'zzzzzzzzzzzz'],
])('%s is nothing that was written', (_what, letters) => {
  expect(fromLetterBlocks(letters)).toBeUndefined();
});

test('other numbers of bytes are a bug', () => {
  expect(() => toLetterBlocks(new Uint8Array(8))).toThrow('seven');
});
