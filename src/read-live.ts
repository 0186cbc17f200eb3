import type { LidAnswer, Reader, ReadPhoto } from './domain/gateway.ts';
import type { Day, GroupId, Reading } from './domain/group.ts';
import type { Person, PersonKey } from './domain/person.ts';
import type { KnownGroup } from './domain/plan.ts';
import type { KnownLids } from './planning/identity.ts';
import { findUnclear } from './planning/identity.ts';

/** The groups as they are, and what look-ups told of people who may hide in them. */
export interface Live {
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly lids: KnownLids;
}

export interface LookupOptions {
  readonly today: Day;
  /** So many people are looked up at the most: mass look-ups get accounts banned (contract T15). */
  readonly most: number;
  /** Told before every look-up, each of which costs `costOfLid`. */
  readonly onAsk?: (person: PersonKey) => Promise<void>;
  readonly onAnswer?: (person: PersonKey, answer: LidAnswer) => Promise<void>;
  /** Reads the photo of each group whose file has a say in it; absent: photos are no matter of this run. */
  readonly readPhoto?: ReadPhoto | undefined;
}

/** People looked up in one run at the most (design section 5). */
export const lookupsPerRun = 20;

/** `/user/info` makes two queries (design section 5). */
export const costOfLid = 2;

/** Reads these groups; whoever is missing where somebody hides their number is looked up before the plan says so. */
export async function readLive(
  reader: Reader,
  groups: readonly KnownGroup[],
  known: KnownLids,
  options: LookupOptions,
): Promise<Live> {
  const found = await reader.readGroups(groups.map(({ id }) => id));
  const readings = await addPhotos(groups, found, options.readPhoto);
  const lids = new Map(known);
  for (const person of findPeopleToAsk(groups, readings, known, options)) {
    await options.onAsk?.(person.key);
    const answer = await reader.findLid(person.phone);
    lids.set(person.key, answer);
    await options.onAnswer?.(person.key, answer);
  }
  return { readings, lids };
}

/** One query for each group that has been read and whose file has a photo, or none; nothing for the others. */
async function addPhotos(
  groups: readonly KnownGroup[],
  readings: ReadonlyMap<GroupId, Reading>,
  readPhoto: ReadPhoto | undefined,
): Promise<ReadonlyMap<GroupId, Reading>> {
  const withPhotos = new Map(readings);
  for (const { id, photo } of readPhoto ? groups : []) {
    const reading = readings.get(id);
    if (!readPhoto || !photo || reading?.kind !== 'read') continue;
    const { group } = reading;
    withPhotos.set(id, { kind: 'read', group: { ...group, photo: await readPhoto(group, photo) } });
  }
  return withPhotos;
}

function findPeopleToAsk(
  groups: readonly KnownGroup[],
  readings: ReadonlyMap<GroupId, Reading>,
  known: KnownLids,
  { today, most }: LookupOptions,
): Person[] {
  const people = new Map<PersonKey, Person>();
  for (const desired of groups) {
    const reading = readings.get(desired.id);
    if (reading?.kind !== 'read') continue;
    for (const person of findUnclear(desired, reading.group, known, today)) people.set(person.key, person);
  }
  return [...people.values()].slice(0, most);
}
