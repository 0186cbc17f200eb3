import * as z from 'zod';
import { gowaVersions } from '../domain/whatsapp-facts.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';
import type { Client } from './client.ts';

/**
 * How a server stands to what is known of GOWA. `sensible`: older than what is known well, and still one that tells whose
 * session it has; `unknown`: what it calls its version is none.
 */
export type ServerAge = 'too-old' | 'mute' | 'sensible' | 'known' | 'newer' | 'unknown';

/** How old a server is by what it says, "v9.2.0". */
export function toServerAge(version: string): ServerAge {
  const found = /^v?(\d{1,6})\.(\d{1,6})(?:\.|$|[-+])/.exec(version);
  if (!found) return 'unknown';
  const is = (other: string) => compare([Number(found[1]), Number(found[2])], other);
  if (is(gowaVersions.oldest) < 0) return 'too-old';
  if (is(gowaVersions.tellsNumber) < 0) return 'mute';
  const toKnown = is(gowaVersions.known);
  return toKnown === 0 ? 'known' : toKnown < 0 ? 'sensible' : 'newer';
}

function compare([major, minor]: readonly [number, number], other: string): number {
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}

/**
 * How old a server is that does not say, by what it has: one that is older than `oldest` has no `/health`. That path is
 * never below a base path, so that with one nothing is learned (docs/gowa.md#02-order-of-middleware).
 */
export async function findMuteAge(
  client: Pick<Client, 'get' | 'connection'>,
  tellsNumber: boolean,
): Promise<'too-old' | 'mute' | 'sensible'> {
  if (tellsNumber) return 'sensible';
  if (client.connection.basePath !== '') return 'mute';
  const answer = await attempt(client.get('/health', {}, z.unknown()));
  return answer instanceof GowaError && answer.status === 404 ? 'too-old' : 'mute';
}
