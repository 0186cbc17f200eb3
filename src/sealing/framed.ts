import { countLetters, fromLetterBlocks, toLetterBlocks } from './letter-blocks.ts';

/** What a text of letters holds: each is told apart by a word before it, and by that word's part in the checksum. */
export interface Frame {
  /** What stands before the letters: "sealed:". */
  readonly word: string;
  /** Of what is told, without the version before it and the checksum behind it. */
  readonly bytes: number;
}

/** Of all forms that are written today. */
const today = 1;
const checksumBytes = 4;

/** Bytes as `word` and letters, with a version before them and a checksum behind them. */
export function toFramed({ word, bytes }: Frame, payload: Uint8Array, version = today): string {
  if (payload.length !== bytes) throw new Error(`\`${word}\` takes ${bytes} bytes.`);
  const body = Uint8Array.of(version, ...payload);
  return word + toLetterBlocks(Uint8Array.of(...body, ...toChecksum(word, body)));
}

/** How many characters such a text has. */
export function countFramed({ word, bytes }: Frame): number {
  return word.length + countLetters(1 + bytes + checksumBytes);
}

/**
 * What such a text holds, or what is wrong with it: `other` is no such text at all, `bare` is one whose word is missing,
 * `cut` has lost letters, `long` has too many, `mistyped` has others than were written, `newer` is of a later Rollcall.
 */
export type Framed =
  | { readonly kind: 'payload'; readonly payload: Uint8Array }
  | { readonly kind: 'other' | 'bare' | 'cut' | 'long' | 'mistyped' | 'newer' };

/** Fewer than so many of a hundred letters are no text that was cut, but another one. */
const leastShare = 25;

/** Reads what `toFramed` wrote. */
export function readFramed(frame: Frame, text: string): Framed {
  const whole = countFramed(frame);
  if (!text.startsWith(frame.word)) {
    const isBare = text.length === whole - frame.word.length && /^[a-z]+$/.test(text);
    return { kind: isBare ? 'bare' : 'other' };
  }
  if (text.length * 100 < whole * leastShare) return { kind: 'other' };
  if (text.length !== whole) return { kind: text.length < whole ? 'cut' : 'long' };
  const bytes = fromLetterBlocks(text.slice(frame.word.length));
  if (!bytes) return { kind: 'mistyped' };
  const body = bytes.subarray(0, bytes.length - checksumBytes);
  const isRight = isSame(toChecksum(frame.word, body), bytes.subarray(body.length));
  if (!isRight) return { kind: 'mistyped' };
  return body[0] === today ? { kind: 'payload', payload: body.slice(1) } : { kind: 'newer' };
}

/** True for the same bytes. Not for secrets: it takes as long as they are alike. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** CRC-32 (ISO 3309, as in zlib) over the word and the bytes: it tells slips, and keeps nobody from writing another one. */
function toChecksum(word: string, bytes: Uint8Array): Uint8Array {
  let sum = 0xff_ff_ff_ff;
  for (const byte of [...new TextEncoder().encode(word), ...bytes]) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0);
  }
  const checksum = new Uint8Array(checksumBytes);
  new DataView(checksum.buffer).setUint32(0, ~sum >>> 0);
  return checksum;
}
