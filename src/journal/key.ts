import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardWriting, StorageError } from '../disk/storage-error.ts';
import { writeAtomically } from '../disk/write-atomically.ts';

/** The state's key: what change ids and the journal's pseudonyms are made with. */
export type KeyLookup =
  /** 32 bytes. */
  | { readonly kind: 'key'; readonly secret: Uint8Array }
  /** Neither in the environment nor in the state folder, and none may be made. */
  | { readonly kind: 'missing' }
  /** `text` says what is wrong and what to do. */
  | { readonly kind: 'malformed'; readonly text: string };

/** How the key of a state folder is found. */
export interface KeyOptions {
  /** The value of ROLLCALL_KEY. */
  readonly fromEnvironment: string | undefined;
  /** Absent: there is only the environment. */
  readonly stateFolder?: string;
  /** False in CI, where a key made now would be gone with the runner. */
  readonly mayCreate: boolean;
}

/** The key from ROLLCALL_KEY, else from the file `key` in the state folder, which is made on first use. */
export function loadKey({ fromEnvironment, stateFolder, mayCreate }: KeyOptions): KeyLookup {
  if (fromEnvironment) return parseKey(fromEnvironment, 'ROLLCALL_KEY');
  if (stateFolder === undefined) return { kind: 'missing' };
  const file = join(stateFolder, 'key');
  if (!existsSync(file)) {
    if (!mayCreate) return { kind: 'missing' };
    createKey(stateFolder, file);
  }
  return parseKey(readFileSync(file, 'utf8'), file);
}

/** Bytes of a key. */
export const keyLength = 32;

/** A key's bytes as 64 hexadecimal digits, or in base64 or base64url with or without padding. */
function parseKey(text: string, where: string): KeyLookup {
  const trimmed = text.trim();
  const isHex = /^[\da-f]{64}$/i.test(trimmed);
  const isBase64 = /^[\w+/-]{43}=?$/.test(trimmed);
  if (isHex || isBase64) return { kind: 'key', secret: Buffer.from(trimmed, isHex ? 'hex' : 'base64url') };
  return {
    kind: 'malformed',
    text: `${where} does not hold a key: ${keyLength} random bytes, as 43 characters of base64url or 64 hexadecimal digits. \`openssl rand -hex ${keyLength}\` makes one.`,
  };
}

/** Two runs may do this at once: the first one's key stays. */
function createKey(stateFolder: string, file: string): void {
  prepareFolder(stateFolder);
  try {
    writeAtomically(file, `${randomBytes(keyLength).toString('base64url')}\n`, { isNew: true, mode: 0o600 });
  } catch (error) {
    if (!(error instanceof StorageError && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Makes a state folder and sees to it that git takes neither the key nor the lock. The journal may be committed, to a
 * branch of its own: it holds nothing that tells who anybody is.
 */
export function prepareFolder(stateFolder: string): void {
  guardWriting(stateFolder, () => mkdirSync(stateFolder, { recursive: true }));
  const ignore = join(stateFolder, '.gitignore');
  if (!existsSync(ignore)) writeAtomically(ignore, 'key\nlock\nlock.*\njournal.head\n*.new\n');
}
