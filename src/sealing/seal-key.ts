import { toLetters } from '../safe/letters.ts';
import type { Frame } from './framed.ts';
import { readFramed, toFramed } from './framed.ts';

/** The public half of a pair, `seal:` of the policy: whoever has it can seal a number, and nobody can open one with it. */
export interface SealKey {
  /** Of X25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Random, 12 bytes: what is sealed for one organisation opens in no other, whatever keys the two have. */
  readonly organisation: Uint8Array;
}

/** In bytes. */
export const [keyBytes, organisationBytes] = [32, 12] as const;

const frame: Frame = { word: 'rollcall-', bytes: keyBytes + organisationBytes };

/** What stands before the letters of a private key; a policy must never hold one. */
export const secretWord = 'rollcall-secret-';

/** A text that is no key: which kind of mistake it is, for whoever finds words for it. */
export type WrongKey = 'other' | 'bare' | 'cut' | 'long' | 'mistyped' | 'newer' | 'secret' | 'public';

/** The key in `rollcall-…`, or what is wrong with the text; `secret` is the private half. */
export function parseSealKey(text: string): SealKey | Exclude<WrongKey, 'public'> {
  if (text.startsWith(secretWord)) return 'secret';
  const found = readFramed(frame, text);
  return found.kind === 'payload' ? toKey(found.payload) : found.kind;
}

/** A key as a policy has it. */
export function formatSealKey({ publicKey, organisation }: SealKey): string {
  return toFramed(frame, Uint8Array.of(...publicKey, ...organisation));
}

/** 32 bytes of a key, and the organisation behind them. */
export function toKey(payload: Uint8Array): SealKey {
  return { publicKey: payload.slice(0, keyBytes), organisation: payload.slice(keyBytes) };
}

/** The beginning of a public key and of an organisation's id, which stand in each line: which of them it was sealed for. */
export const tagBytes = 4;

/** What a pair is called in messages: eight letters, the beginning of its public half. */
export function toKeyId(publicKey: Uint8Array): string {
  return toLetters(publicKey.subarray(0, tagBytes));
}
