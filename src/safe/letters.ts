/**
 * Bytes as letters from a to p, one for each four bits: no digits, so nothing in them can be taken for a number or be
 * masked as one. Ids, fingerprints and pseudonyms are written so.
 */
export function toLetters(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += toLetter(byte >> 4) + toLetter(byte & 15);
  return letters;
}

function toLetter(half: number): string {
  return String.fromCharCode(firstLetter + half);
}

/** The bytes that `toLetters` wrote; what comes of other letters is anything. */
export function fromLetters(letters: string): Uint8Array {
  const toHalf = (at: number) => letters.charCodeAt(at) - firstLetter;
  return Uint8Array.from({ length: letters.length / 2 }, (_, at) => toHalf(2 * at) * 16 + toHalf(2 * at + 1));
}

/** How many letters ids of changes and fingerprints have, and names of keys. */
export const letterCounts = { id: 32, keyId: 16 } as const;

/** The pattern of a whole text of so many such letters. */
export function toLettersPattern(count: number): RegExp {
  return new RegExp(`^[a-p]{${count}}$`);
}

/** True for a text of such letters alone. */
export function isLetters(text: string): boolean {
  return /^[a-p]+$/.test(text);
}

const firstLetter = 'a'.charCodeAt(0);
