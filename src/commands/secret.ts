import { randomBytes } from 'node:crypto';
import type { Organisation } from '../domain/organisation.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';

/** The sandbox has nobody to protect, and a rehearsal's ids should be the same every time. */
const sandboxSecret = new TextEncoder().encode('rollcall sandbox: nothing here is a secret');

/** What ids are made with: `ROLLCALL_KEY`, 32 bytes in base64 or hex; for a sandbox a constant. Throws `UsageError`. */
export async function loadSecret(
  _organisation: Organisation,
  isSandbox: boolean,
  io: Io,
): Promise<Uint8Array> {
  if (isSandbox) return sandboxSecret;
  const text = io.env['ROLLCALL_KEY'];
  if (!text) return randomBytes(32);
  const secret = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (secret.length !== 32)
    throw new UsageError('ROLLCALL_KEY must be 32 bytes, in base64 or as 64 hex digits.');
  return secret;
}
