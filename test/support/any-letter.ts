import * as fc from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, assigned or not: `unit: 'binary'` of fast-check, which for that one makes a table of a million
 * letters in each process, in a second and 85 MB.
 */
export const anyLetter: fc.Arbitrary<string> = fc
  .nat({ max: 0x10ffff - surrogates.count })
  .map(toLetter, toIndex);

function toLetter(index: number): string {
  return String.fromCodePoint(index < surrogates.first ? index : index + surrogates.count);
}

/** Throws for what is no such letter, as fast-check asks for. */
function toIndex(letter: unknown): number {
  const code = typeof letter === 'string' ? (letter.codePointAt(0) ?? 0) : 0;
  const index = code < surrogates.first ? code : code - surrogates.count;
  if (toLetter(index) !== letter) throw new Error('This is no letter.');
  return index;
}
