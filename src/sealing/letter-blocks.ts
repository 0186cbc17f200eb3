/** Seven bytes are twelve letters: 26^12 is a little more than 256^7. */
const [blockBytes, blockLetters] = [7, 12] as const;

const firstLetter = 'a'.charCodeAt(0);

/**
 * Bytes as small letters from a to z, twelve for each seven bytes: no digits, so no masking touches them; no capitals and no
 * signs, so a double click selects all of them. Throws for a number of bytes that is no multiple of seven.
 */
export function toLetterBlocks(bytes: Uint8Array): string {
  if (bytes.length % blockBytes !== 0) throw new Error('Blocks of letters are made of seven bytes each.');
  let letters = '';
  for (let at = 0; at < bytes.length; at += blockBytes) {
    letters += toBlock(bytes.subarray(at, at + blockBytes));
  }
  return letters;
}

function toBlock(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  let letters = '';
  while (letters.length < blockLetters) {
    letters = String.fromCharCode(firstLetter + Number(value % 26n)) + letters;
    value /= 26n;
  }
  return letters;
}

/** The bytes that `toLetterBlocks` wrote; undefined for letters that it never writes. */
export function fromLetterBlocks(letters: string): Uint8Array | undefined {
  if (letters.length % blockLetters !== 0 || !/^[a-z]*$/.test(letters)) return undefined;
  const bytes = new Uint8Array((letters.length / blockLetters) * blockBytes);
  for (let at = 0; at * blockLetters < letters.length; at += 1) {
    const block = fromBlock(letters.slice(at * blockLetters, (at + 1) * blockLetters));
    if (!block) return undefined;
    bytes.set(block, at * blockBytes);
  }
  return bytes;
}

function fromBlock(letters: string): number[] | undefined {
  let value = 0n;
  for (const letter of letters) value = value * 26n + BigInt(letter.charCodeAt(0) - firstLetter);
  const bytes: number[] = [];
  while (bytes.length < blockBytes) {
    bytes.unshift(Number(value % 256n));
    value /= 256n;
  }
  return value === 0n ? bytes : undefined;
}

/** How many letters so many bytes become. */
export function countLetters(bytes: number): number {
  return (bytes / blockBytes) * blockLetters;
}
