/**
 * Bytes as letters from a to p, one for each four bits: no digits, so nothing in them can be taken for a number or be
 * masked as one. Ids, fingerprints and pseudonyms are written so.
 */
export function toLetters(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/./g, (digit) => String.fromCharCode(firstLetter + Number.parseInt(digit, 16)));
}

/** The bytes that `toLetters` wrote; what comes of other letters is anything. */
export function fromLetters(letters: string): Buffer {
  return Buffer.from(
    letters.replace(/./g, (letter) => (letter.charCodeAt(0) - firstLetter).toString(16)),
    'hex',
  );
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
