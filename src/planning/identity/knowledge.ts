import type { LidAnswer } from '../../domain/gateway.ts';
import type { LiveGroup, Reading } from '../../domain/group.ts';
import { findHiddenRequests } from '../../domain/people/join-request.ts';
import { createLidSearch } from '../../domain/people/packed-people.ts';
import type { Lid, Person, PersonKey } from '../../domain/people/person.ts';
import type { SeenPairs } from '../../domain/people/seen-pairs.ts';
import { once } from '../../domain/lazy/once.ts';

/** What look-ups have found out so far. */
export type KnownLids = ReadonlyMap<PersonKey, LidAnswer>;

/** Where it is known from who is who (docs/architecture.md#reading). */
export interface KnowledgeSources {
  /** What look-ups told, in this run and in earlier ones. */
  readonly lids: KnownLids;
  /** What groups showed in earlier runs. */
  readonly pairs: SeenPairs;
  /** What groups show in this run: a LID that hides its number here may show it elsewhere. */
  readonly readings: { values(): Iterable<Reading> };
  /** Everybody whom the files know, the accounts among them, under the name that they give them. */
  readonly people: Pick<ReadonlyMap<PersonKey, Person>, 'get'>;
}

/** All that tells who is who, made once for all groups of a plan. */
export interface Knowledge extends Omit<KnowledgeSources, 'readings'> {
  /** Who was told, by look-ups, to have this LID. */
  findTold(lid: Lid): readonly PersonKey[];
  /**
   * Everybody whom a complete reading of this run shows with this LID, once each: in the spelling that sorts first where
   * groups show two, so that their order does not matter.
   */
  findShown(lid: Lid): readonly Person[];
  /** The LID that complete readings of this run show beside a number; of a number with two of them, none. */
  findLid(person: PersonKey): Lid | undefined;
}

/** Looks at no reading before it is asked. */
export function createKnowledge({ readings, ...known }: KnowledgeSources): Knowledge {
  const told = once(() => indexAnswers(known.lids));
  const hidden = once(() => findHiddenLids(readings));
  const ofHidden = once(() => indexPeople(readings, hidden()));
  const lids = once(() => indexLids(readings));
  return {
    ...known,
    findTold: (lid) => told().get(lid) ?? [],
    // Of all LIDs of a run few are asked for, and these are known before.
    findShown: (lid) =>
      (hidden().has(lid) ? ofHidden() : indexPeople(readings, new Set([lid]))).get(lid) ?? [],
    findLid: (person) => lids().get(person),
  };
}

/** The LIDs of whoever hides their number in a group, or asks to be let in without showing it. */
function findHiddenLids(readings: KnowledgeSources['readings']): ReadonlySet<Lid> {
  const hidden = new Set<Lid>();
  for (const reading of readings.values()) {
    if (reading.kind === 'unreadable') continue;
    const { group } = reading;
    for (const { lid } of [...group.unidentified, ...findHiddenRequests(group)])
      if (lid !== undefined) hidden.add(lid);
  }
  return hidden;
}

/** Look-ups the other way round. */
function indexAnswers(lids: KnownLids): ReadonlyMap<Lid, readonly PersonKey[]> {
  const index = new Map<Lid, PersonKey[]>();
  for (const [key, answer] of lids) {
    if (answer.kind === 'lid') index.set(answer.lid, [...(index.get(answer.lid) ?? []), key]);
  }
  return index;
}

/** The LID beside each number; undefined beside a number with two of them. */
function indexLids(readings: KnowledgeSources['readings']): ReadonlyMap<PersonKey, Lid | undefined> {
  const lids = new Map<PersonKey, Lid | undefined>();
  for (const { people } of findComplete(readings)) {
    for (const { key, lid } of people.values()) {
      if (lid === undefined) continue;
      lids.set(key, lids.has(key) && lids.get(key) !== lid ? undefined : lid);
    }
  }
  return lids;
}

/** The people beside each of these LIDs. */
function indexPeople(
  readings: KnowledgeSources['readings'],
  lids: ReadonlySet<Lid>,
): ReadonlyMap<Lid, Person[]> {
  const people = new Map<Lid, Person[]>();
  const search = createLidSearch(lids);
  for (const group of findComplete(readings)) {
    const members = new Map<Lid, Person>();
    for (const member of search(group.people)) if (member.lid !== undefined) members.set(member.lid, member);
    for (const [lid, member] of members) people.set(lid, withPerson(people.get(lid) ?? [], member));
  }
  return people;
}

function* findComplete(readings: KnowledgeSources['readings']): Generator<LiveGroup> {
  for (const reading of readings.values()) {
    if (reading.kind === 'read' && reading.group.peopleComplete) yield reading.group;
  }
}

function withPerson(shown: Person[], { key, phone }: Person): Person[] {
  const known = shown.find((person) => person.key === key);
  if (!known) return [...shown, { key, phone }];
  return phone < known.phone ? shown.map((person) => (person === known ? { key, phone } : person)) : shown;
}
