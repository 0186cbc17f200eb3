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

const firstLetter = 'a'.charCodeAt(0);
