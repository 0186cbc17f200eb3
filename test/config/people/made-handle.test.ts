import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isName } from '../../../src/config/people/handle.ts';
import { isReserved } from '../../../src/safe/reserved-words.ts';
import { makeHandle } from '../../../src/config/people/made-handle.ts';
import { toAscii } from '../../../src/config/people/to-ascii.ts';

test.each([
  ['Budi Santoso', 'budi-santoso'],
  ['  Ana-Luísa  O’Neill (5B) ', 'ana-luisa-oneill-5b'],
  ['J. R. R. Silva', 'j-r-r-silva'],
  ['2Pac', '2pac'],
  ['a'.repeat(70), 'a'.repeat(64)],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
  ['Ibu\u00a0Ani', 'ibu-ani'],
])('%s', (name, handle) => {
  expect(makeHandle(name, toAscii)).toBe(handle);
});

test.each(['', '😀', '12', '4e11', 'Todos', 'Saya', '…'])('nothing is made of %j', (name) => {
  expect(makeHandle(name, toAscii)).toBeUndefined();
});

test('what is made is a usable handle, and the same for the same name in another encoding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const made = makeHandle(name, toAscii);
      expect(made === undefined || (isName(made) && !isReserved(made) && /^[a-z0-9-]+$/.test(made))).toBe(
        true,
      );
      expect(makeHandle(name.normalize('NFD'), toAscii)).toBe(makeHandle(name.normalize('NFC'), toAscii));
    }),
  );
});
