import type { Frame } from './framed.ts';
import { countFramed, isSame, readFramed, toFramed } from './framed.ts';
import type { SealKey } from './seal-key.ts';
import { keyBytes, tagBytes, toKeyId } from './seal-key.ts';

/**
 * A sealed number, taken apart: `sealed:` and letters that hold, after a version, for which key, organisation and handle it
 * was sealed (the beginning of each), HPKE's encapsulated key and its ciphertext; then a checksum.
 */
export interface SealedNumber {
  /** Beginning of the public key. */
  readonly key: Uint8Array;
  /** Beginning of the organisation's id. */
  readonly organisation: Uint8Array;
  /** A short hash of the handle, which stands beside the line for all to read. */
  readonly handle: Uint8Array;
  readonly encapsulated: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** What is sealed is as long for all numbers: the longest has 15 digits and a +. In bytes. */
export const paddedBytes = 20;
const handleBytes = 3;
/** AES-GCM's own check of what it decrypts. */
const proofBytes = 16;

/** What stands before the letters. */
export const sealedWord = 'sealed:';
const frame: Frame = {
  word: sealedWord,
  bytes: 2 * tagBytes + handleBytes + keyBytes + paddedBytes + proofBytes,
};

/** How many characters each sealed number has. */
export const sealedLength = countFramed(frame);

/** Why a text is no sealed number that could be opened here. */
export type SealedMistake =
  /** No sealed number at all; or one without `sealed:` before it. */
  | 'other'
  | 'bare'
  /** Letters are missing; there are too many; there are others than were written; a later Rollcall wrote it. */
  | 'cut'
  | 'long'
  | 'mistyped'
  | 'newer'
  /** Sealed for somewhere else, for another pair, for somebody else. */
  | 'other-organisation'
  | 'other-key'
  | 'other-handle'
  /** What is within it does not fit to where it stands, though its own words say so. */
  | 'damaged'
  /** It opens, and no number is in it. */
  | 'no-number';

/** True for a text that says of itself that it is a sealed number, or is one without its first word. */
export function isLikeSealed(text: string): boolean {
  return text.startsWith(sealedWord) || readFramed(frame, text).kind === 'bare';
}

/**
 * The sealed number in a text, as far as can be told without the private key; `seal` is the policy's. Which key a line was
 * sealed for says `toKeyId(sealed.key)`.
 */
export function parseSealed(text: string): SealedNumber | SealedMistake {
  const found = readFramed(frame, text);
  if (found.kind !== 'payload') return found.kind;
  let at = 0;
  const take = (bytes: number) => found.payload.slice(at, (at += bytes));
  return {
    key: take(tagBytes),
    organisation: take(tagBytes),
    handle: take(handleBytes),
    encapsulated: take(keyBytes),
    ciphertext: take(paddedBytes + proofBytes),
  };
}

/** A sealed number as files have it. */
export function formatSealed(sealed: SealedNumber): string {
  const { key, organisation, handle, encapsulated, ciphertext } = sealed;
  return toFramed(frame, Uint8Array.of(...key, ...organisation, ...handle, ...encapsulated, ...ciphertext));
}

/** For what the number says that it was sealed, and is not where it stands; undefined where both are one. */
export function findMisplaced(
  sealed: SealedNumber,
  { publicKey, organisation }: SealKey,
  handle: string,
): SealedMistake | undefined {
  if (!isSame(sealed.organisation, organisation.subarray(0, tagBytes))) return 'other-organisation';
  if (!isSame(sealed.key, publicKey.subarray(0, tagBytes))) return 'other-key';
  return isSame(sealed.handle, toHandleTag(handle)) ? undefined : 'other-handle';
}

/** The key that a line says it was sealed for, as messages call it. */
export function findKeyId({ key }: SealedNumber): string {
  return toKeyId(key);
}

/** FNV-1a of the handle's bytes in NFC, folded to three: enough to tell that a line was copied to somebody else. */
export function toHandleTag(handle: string): Uint8Array {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(handle.normalize('NFC'))) {
    hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  }
  const folded = (hash >>> 24) ^ (hash & 0xff_ff_ff);
  return Uint8Array.of(folded >>> 16, (folded >>> 8) & 0xff, folded & 0xff);
}
