import type { LastRead, Past, Recall, Tried } from '../../domain/past.ts';
import { keptFor, toRefusalRest, toRest } from '../../domain/patience.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { Recollection, SeenGroup, TriedChange } from './recollection.ts';
import { findNumbersOf } from './pairs.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';
import { recall, ifAny } from './recall.ts';

/** What is known of people, group by group. */
export function toGroups(
  memory: Recollection,
  pseudonyms: Pseudonyms,
  now: number,
): Pick<Past, 'untold' | 'messaged' | 'lastMessage' | 'declined' | 'tried' | 'verified' | 'lastRead'> {
  // A wish, or having been there, is an account's: it does not end with its number.
  const people = (map: ReadonlyMap<Pseudonym, number>, keep: number) =>
    recall(pseudonyms.person, (name) => fresh(findLatest(map, findNumbersOf(memory, name, now)), now - keep));
  return {
    untold: {
      has: (lid) => fresh(memory.untold.get(pseudonyms.lid(lid)), now - keptFor.untold) !== undefined,
    },
    messaged: recall(pseudonyms.group, (name) =>
      ifAny(memory.messaged.get(name), (map) => people(map, keptFor.invited)),
    ),
    lastMessage: recall(pseudonyms.person, (name) => {
      const names = findNumbersOf(memory, name, now);
      const times = [...memory.messaged.values()].map((map) => findLatest(map, names) ?? 0);
      return fresh(Math.max(0, ...times), now - keptFor.invited);
    }),
    declined: recall(pseudonyms.group, (name) =>
      ifAny(memory.declined.get(name), (map) => people(map, keptFor.wish)),
    ),
    tried: recall(pseudonyms.group, (name) =>
      ifAny(memory.tried.get(name), (map) => recallTried(map, pseudonyms)),
    ),
    verified: recall(pseudonyms.group, (name) =>
      ifAny(memory.seen.get(name)?.times, (map) => people(map, Number.POSITIVE_INFINITY)),
    ),
    lastRead: recall(pseudonyms.group, (name) =>
      ifAny(memory.seen.get(name), (known) => toLastRead(known, pseudonyms)),
    ),
  };
}

/** By `toTriedKey`, whose second word is the person. */
function recallTried(map: ReadonlyMap<string, TriedChange>, { person }: Pseudonyms): Recall<string, Tried> {
  const toName = (identity: string) => {
    const [action = '', key = ''] = identity.split(' ');
    return `${action} ${person(key as PersonKey)}`;
  };
  return recall(toName, (name) =>
    ifAny(map.get(name), (tried) => ({
      ...(tried.isRefused ? toRefusalRest(tried) : toRest(tried)),
      isRefused: tried.isRefused,
    })),
  );
}

function toLastRead({ last, doubt }: SeenGroup, pseudonyms: Pseudonyms): LastRead {
  const toShown = (people: ReadonlySet<Pseudonym>) => ({
    count: people.size,
    has: (key: PersonKey) => people.has(pseudonyms.person(key)),
  });
  return { ...toShown(last), ...(doubt && { doubt: { at: doubt.at, ...toShown(doubt.present) } }) };
}

function findLatest(map: ReadonlyMap<Pseudonym, number>, names: readonly Pseudonym[]): number | undefined {
  const times = names.flatMap((name) => map.get(name) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

function fresh(at: number | undefined, since: number): number | undefined {
  return at !== undefined && at > since ? at : undefined;
}
