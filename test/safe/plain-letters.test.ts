import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSkeleton } from '../../src/safe/lookalikes.ts';
import { toAsciiSkeleton, toPlainLetters } from '../../src/safe/plain-letters.ts';

test.each([
  ['José', 'jose'],
  ['ÅSE', 'ase'],
  ['ﬁona', 'fiona'],
  ['Ｂｕｄｉ', 'budi'],
  // A vowel sign is no accent.
  ['எழில்', 'எழில்'],
])('%s without accents and capitals: %s', (text, plain) => {
  expect(toPlainLetters(text)).toBe(plain);
});

test('of ASCII texts it says what the whole table says', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/), (text) => {
      expect(toAsciiSkeleton(text)).toBe(toSkeleton(text));
    }),
  );
});
