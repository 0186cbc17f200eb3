import type { RunEvent } from '../../domain/event.ts';
import { keptFor, pairRenewal } from '../../domain/patience.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';
import type { SeenPairs } from '../../domain/people/seen-pairs.ts';
import type { Entry, EntryOf } from '../entries/entry.ts';
import type { Recollection } from './recollection.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';
import type { EntryContext } from '../entries/to-entry.ts';

/** Nobody changes numbers so often; a server that says so had better not fill the memory. */
const numbersPerLid = 4;

/** The most LIDs that a compacted journal keeps, those seen last: about 12 MB of it. */
const lidsKept = 200_000;

const pairsPerLine = 500;

/** Takes in a line about pairs. */
export function rememberPairs(
  { pairs: { byLid, byPerson } }: Recollection,
  entry: EntryOf<'pairs'>,
  at: number,
): void {
  for (const [lid, person] of entry.pairs) {
    const known = byLid.get(lid);
    const numbers = known && isFresh(known, at) ? known : new Map<Pseudonym, number>();
    // Those seen last stand last.
    numbers.delete(person);
    numbers.set(person, at);
    byLid.set(lid, numbers);
    byPerson.set(person, (byPerson.get(person) ?? new Set()).add(lid));
    const [oldest] = numbers.keys();
    if (numbers.size <= numbersPerLid || oldest === undefined) continue;
    numbers.delete(oldest);
    byPerson.get(oldest)?.delete(lid);
  }
}

/**
 * The line about the numbers that a complete reading shows beside LIDs: those that were not known, or not seen for long.
 * Undefined where there are none. Who is only remembered to have a number is not seen with it.
 */
export function toPairs(
  event: RunEvent,
  { memory, pseudonyms, at, paired }: EntryContext,
): Entry | undefined {
  if (event.type !== 'group-read' || !event.live.peopleComplete) return undefined;
  const since = Date.parse(at) - pairRenewal;
  const fresh: [Pseudonym, Pseudonym][] = [];
  for (const { lid, key, isRemembered } of event.live.people.values()) {
    if (lid === undefined || isRemembered || paired.get(lid) === key) continue;
    paired.set(lid, key);
    const pair = [pseudonyms.lid(lid), pseudonyms.person(key)] as [Pseudonym, Pseudonym];
    const seen = memory.pairs.byLid.get(pair[0])?.get(pair[1]);
    if (seen === undefined || seen < since) fresh.push(pair);
  }
  return fresh.length > 0 ? { at, type: 'pairs', pairs: fresh } : undefined;
}

/** The pairs as planning asks for them: about those whom the files know, by number and LID instead of pseudonyms. */
export function findPairs(
  { pairs: { byLid, byPerson } }: Recollection,
  people: Iterable<PersonKey>,
  pseudonyms: Pseudonyms,
  now: number,
): SeenPairs {
  const known = [...people];
  const findKey = once(() => new Map(known.map((key) => [pseudonyms.person(key), key])));
  const toName = remembering(pseudonyms.lid);
  const toNumbers = (name: Pseudonym) => {
    const numbers = byLid.get(name);
    return numbers && isFresh(numbers, now) ? [...numbers.keys()].toReversed() : [];
  };
  const toLids = (person: Pseudonym) =>
    [...(byPerson.get(person) ?? [])].filter((lid) => toNumbers(lid).includes(person));
  const peopleOf = remembering((lid: Lid): readonly PersonKey[] =>
    byLid.size === 0 ? [] : toNumbers(toName(lid)).flatMap((number) => findKey().get(number) ?? []),
  );
  const isUnique = (person: PersonKey) => {
    const [lid, ...others] = byPerson.size === 0 ? [] : toLids(pseudonyms.person(person));
    return lid !== undefined && others.length === 0 && toNumbers(lid).length === 1;
  };
  return {
    peopleOf,
    isSure: (person, lid) => peopleOf(lid).includes(person) && isUnique(person),
    isUnique,
    hasOther: (person, lid) =>
      byPerson.size > 0 && toLids(pseudonyms.person(person)).some((other) => other !== toName(lid)),
  };
}

/**
 * All numbers that were seen with a LID of this one's, itself the first: one account has had them, one after the other.
 * Of LIDs that nobody was seen with for long this says nothing: they may be somebody else's by now.
 */
export function findNumbersOf(
  { pairs: { byLid, byPerson } }: Recollection,
  person: Pseudonym,
  now: number,
): readonly Pseudonym[] {
  const lids = byPerson.get(person);
  if (!lids) return [person];
  const numbers = [...lids].flatMap((lid) => {
    const known = byLid.get(lid);
    return known?.has(person) && isFresh(known, now) ? [...known.keys()] : [];
  });
  return [...new Set([person, ...numbers])];
}

/** The fewest lines from which the pairs come about again, the oldest first. */
export function toPairEntries({ pairs: { byLid } }: Recollection, now: number): Entry[] {
  const kept = [...byLid]
    .filter(([, numbers]) => isFresh(numbers, now))
    .toSorted(([, a], [, b]) => findLast(b) - findLast(a))
    .slice(0, lidsKept);
  const all = kept.flatMap(([lid, numbers]) => [...numbers].map(([person, at]) => ({ at, lid, person })));
  return groupByTime(all.toSorted((a, b) => a.at - b.at)).flatMap(([at, same]) =>
    toLines(same).map((line): Entry => ({ at: new Date(at).toISOString(), type: 'pairs', pairs: line })),
  );
}

interface Pair {
  readonly at: number;
  readonly lid: Pseudonym;
  readonly person: Pseudonym;
}

/** Sorted pairs, those of one time together. */
function groupByTime(sorted: readonly Pair[]): [number, Pair[]][] {
  const groups = new Map<number, Pair[]>();
  for (const pair of sorted) {
    const same = groups.get(pair.at);
    if (same) same.push(pair);
    else groups.set(pair.at, [pair]);
  }
  return [...groups];
}

function toLines(same: readonly Pair[]): [Pseudonym, Pseudonym][][] {
  const lines = Array.from({ length: Math.ceil(same.length / pairsPerLine) }, (_, i) =>
    same.slice(i * pairsPerLine, (i + 1) * pairsPerLine),
  );
  return lines.map((line) => line.map(({ lid, person }) => [lid, person]));
}

/** True while the LID was seen lately, with whichever number: then its former ones count as well. */
function isFresh(numbers: ReadonlyMap<Pseudonym, number>, now: number): boolean {
  return findLast(numbers) > now - keptFor.pair;
}

function findLast(numbers: ReadonlyMap<Pseudonym, number>): number {
  return Math.max(...numbers.values());
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
