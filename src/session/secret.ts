import { createHmac, randomBytes } from 'node:crypto';
import type { Organisation } from '../domain/organisation.ts';
import { findSealed } from '../domain/people/everybody.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { KeyLookup } from '../journal/key.ts';
import { keyLength, loadKey } from '../journal/key.ts';
import { peopleKeyVariable } from '../files/open-people.ts';
import { ageKeyVariable } from '../files/with-data-keys.ts';
import type { StateOptions } from '../options.ts';

/** The sandbox has nobody to protect, and a rehearsal's ids should be the same every time. */
const sandboxSecret = new TextEncoder().encode('rollcall sandbox: nothing here is a secret');

/**
 * The constant; where numbers are secret, one that only whoever may read them can make: with a key that everybody has,
 * the ids of a rehearsed plan could be guessed back to the numbers.
 */
function toSandboxSecret({ policy, people }: Organisation, { env }: Io): Uint8Array {
  const make = (known: string) => createHmac('sha256', sandboxSecret).update(known).digest();
  if (policy.seal) return make(env[peopleKeyVariable] ?? '');
  const kept = findSealed(people).map(({ phone }) => phone);
  if (kept.length === 0) return sandboxSecret;
  // Of whoever is kept elsewhere, or encrypted by SOPS: what is at hand and in no repository.
  const keys = `${env['ROLLCALL_KEY'] ?? ''}${env[ageKeyVariable] ?? ''}`;
  return make(keys === '' ? kept.toSorted().join() : keys);
}

/** Where the key lies when neither `--state` nor the policy names a folder. */
const defaultFolder = '.rollcall';

export interface SecretUse {
  readonly isSandbox: boolean;
  /** Ids or pseudonyms made with the key are read again by another process. */
  readonly isKept: boolean;
}

/** The key, and whether another process will find the same one. */
export interface Secret {
  readonly secret: Uint8Array;
  readonly isLasting: boolean;
}

/**
 * What change ids and the journal's pseudonyms are made with, 32 bytes: `ROLLCALL_KEY`, else `key` in the state folder,
 * made on first use; for a sandbox a constant, or one made of the key that sealed numbers open with. In CI no key is made, since it would be gone with the runner; throws
 * `UsageError` where one is needed there, and for one that is none.
 */
export function loadSecret(
  { state }: StateOptions,
  organisation: Organisation,
  { isSandbox, isKept }: SecretUse,
  io: Io,
): Secret {
  if (isSandbox) return { secret: toSandboxSecret(organisation, io), isLasting: true };
  const key = lookUp(state ?? organisation.policy.state ?? defaultFolder, isKept, io);
  if (key.kind === 'key') return { secret: key.secret, isLasting: true };
  if (key.kind === 'malformed') throw new UsageError(key.text);
  if (!isKept) return { secret: randomBytes(keyLength), isLasting: false };
  throw new UsageError(
    `There is no key to make change ids with. Set ROLLCALL_KEY to ${keyLength} random bytes (\`openssl rand -hex ${keyLength}\`), the same for plan and apply.`,
  );
}

/** A secret that a memory may have been written with. */
interface FoundSecret {
  readonly secret: Uint8Array;
  readonly isSandbox: boolean;
}

/**
 * The secrets that a memory may have been written with: the one that is there, and the sandbox's, which keeps one in a folder
 * that is named alone. No key is made.
 */
export function findSecrets({ state }: StateOptions, organisation: Organisation, io: Io): FoundSecret[] {
  const stateFolder = state ?? organisation.policy.state ?? defaultFolder;
  const key = loadKey({ fromEnvironment: io.env['ROLLCALL_KEY'], stateFolder, mayCreate: false });
  if (key.kind === 'malformed') throw new UsageError(key.text);
  return [
    ...(key.kind === 'key' ? [{ secret: key.secret, isSandbox: false }] : []),
    { secret: toSandboxSecret(organisation, io), isSandbox: state !== undefined },
  ];
}

function lookUp(stateFolder: string, isKept: boolean, { env }: Io): KeyLookup {
  try {
    return loadKey({ fromEnvironment: env['ROLLCALL_KEY'], stateFolder, mayCreate: !env['CI'] });
  } catch (error) {
    if (!isKept) return { kind: 'missing' };
    throw new UsageError(`The key of the state folder cannot be used: ${(error as Error).message}`);
  }
}
