import type { LidAnswer } from '../../domain/gateway.ts';
import type { LivePerson, Reading } from '../../domain/group.ts';
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
  const shown = once(() => indexReadings(readings));
  return {
    ...known,
    findTold: (lid) => told().get(lid) ?? [],
    findShown: (lid) => shown().people.get(lid) ?? [],
    findLid: (person) => shown().lids.get(person),
  };
}

/** Look-ups the other way round. */
function indexAnswers(lids: KnownLids): ReadonlyMap<Lid, readonly PersonKey[]> {
  const index = new Map<Lid, PersonKey[]>();
  for (const [key, answer] of lids) {
    if (answer.kind === 'lid') index.set(answer.lid, [...(index.get(answer.lid) ?? []), key]);
  }
  return index;
}

/** Numbers and LIDs that stand beside each other, from both sides. */
function indexReadings(readings: KnowledgeSources['readings']) {
  const lids = new Map<PersonKey, Lid | undefined>();
  const people = new Map<Lid, Person[]>();
  for (const reading of readings.values()) {
    if (reading.kind === 'unreadable' || !reading.group.peopleComplete) continue;
    const members = new Map<Lid, LivePerson>();
    for (const member of reading.group.people.values()) {
      const { key, lid } = member;
      if (lid === undefined) continue;
      lids.set(key, lids.has(key) && lids.get(key) !== lid ? undefined : lid);
      members.set(lid, member);
    }
    for (const [lid, member] of members) people.set(lid, withPerson(people.get(lid) ?? [], member));
  }
  return { lids, people };
}

function withPerson(shown: Person[], { key, phone }: LivePerson): Person[] {
  const known = shown.find((person) => person.key === key);
  if (!known) return [...shown, { key, phone }];
  return phone < known.phone ? shown.map((person) => (person === known ? { key, phone } : person)) : shown;
}
