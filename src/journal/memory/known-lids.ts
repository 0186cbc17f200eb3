import type { LidAnswer } from '../../domain/gateway.ts';
import { keptFor, toLookupRest } from '../../domain/patience.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { Recollection } from './recollection.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';
import type { KnownNames } from './known-names.ts';

/** What look-ups told of those whom the files know, as far as it still counts. */
export function findLids(
  memory: Recollection,
  { people }: KnownNames,
  pseudonyms: Pseudonyms,
  now: number,
): Map<PersonKey, LidAnswer> {
  const lids = new Map<PersonKey, LidAnswer>();
  for (const key of people) {
    const known = memory.lids.get(pseudonyms.person(key));
    const answer = known && isLidFresh(known, now) ? toLidAnswer(known, pseudonyms, now) : undefined;
    if (answer) lids.set(key, answer);
  }
  return lids;
}

type KnownLid = Recollection['lids'] extends Map<Pseudonym, infer Value> ? Value : never;

/** True while a look-up need not be made again. */
function isLidFresh(known: KnownLid, now: number): boolean {
  return isLidKept(known, now) && (known.lid !== 'none' || now < toLookupRest(known).until);
}

/** True while what a look-up told is remembered. */
export function isLidKept({ at, lid }: KnownLid, now: number): boolean {
  return at > now - keptFor.lid[typeof lid === 'string' ? lid : 'found'];
}

function toLidAnswer({ at, lid }: KnownLid, pseudonyms: Pseudonyms, now: number): LidAnswer | undefined {
  if (typeof lid === 'string') return { kind: lid };
  const found = pseudonyms.unseal(lid.sealed);
  const isOld = at <= now - keptFor.lid.confirmed;
  return found && { kind: 'lid', lid: found, ...(isOld && { isOld }) };
}
