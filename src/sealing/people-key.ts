import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Frame } from './framed.ts';
import { readFramed, toFramed } from './framed.ts';
import type { SealKey, WrongKey } from './seal-key.ts';
import { keyBytes, organisationBytes, parseSealKey, secretWord, toKey } from './seal-key.ts';
import { toPrivateBytes, toPrivateKey, toPublicBytes } from './x25519.ts';

/** A whole pair: whoever has it reads what was sealed with its public half. */
export interface PeopleKey extends SealKey {
  /** Of X25519, 32 bytes. */
  readonly privateKey: Uint8Array;
}

const frame: Frame = { word: secretWord, bytes: keyBytes + organisationBytes };

/** A new pair; of an organisation that has had one, its id stays. Random. */
export function makePeopleKey(organisation: Uint8Array = randomBytes(organisationBytes)): PeopleKey {
  const { privateKey } = generateKeyPairSync('x25519');
  return toPair(toPrivateBytes(privateKey), organisation);
}

/** The pair in `rollcall-secret-…`, or what is wrong with the text; `public` is the half that stands in the policy. */
export function parsePeopleKey(text: string): PeopleKey | Exclude<WrongKey, 'secret'> {
  const found = readFramed(frame, text);
  if (found.kind !== 'payload') return typeof parseSealKey(text) === 'object' ? 'public' : found.kind;
  const { publicKey: privateKey, organisation } = toKey(found.payload);
  return toPair(privateKey, organisation);
}

/** A pair as `ROLLCALL_PEOPLE_KEY` holds it. */
export function formatPeopleKey({ privateKey, organisation }: PeopleKey): string {
  return toFramed(frame, Uint8Array.of(...privateKey, ...organisation));
}

function toPair(privateKey: Uint8Array, organisation: Uint8Array): PeopleKey {
  const publicKey = toPublicBytes(toPrivateKey(privateKey));
  return { privateKey, publicKey, organisation: Uint8Array.from(organisation) };
}
