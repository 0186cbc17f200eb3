import { isPersonChange } from '../domain/change.ts';
import type { LidAnswer, Reader, ReadPhoto } from '../domain/gateway.ts';
import type { GroupId, Reading } from '../domain/group.ts';
import { negativesToConfirm } from '../domain/patience.ts';
import type { Person, PersonKey } from '../domain/person.ts';
import type { KnownGroup } from '../domain/plan.ts';
import { costOfLid } from '../domain/facts.ts';
import type { KnownLids } from '../planning/identity.ts';
import { identify, findUnclear } from '../planning/identity.ts';
import type { PlanInput } from '../planning/plan.ts';
import { planGroup, toGuard, toKnowledge } from '../planning/plan.ts';

/** The groups as they are, and what look-ups told of people who may hide in them. */
export interface Live {
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly lids: KnownLids;
}

export interface LookupOptions {
  /** So many people are looked up at the most: mass look-ups get accounts banned (docs/gowa.md#t15). */
  readonly people: number;
  /** So often may be asked, each time for `costOfLid`: whoever is not found is asked about twice. */
  readonly asks: number;
  /** Told before every look-up, each of which costs `costOfLid`; `isFirst`: the first about this person. */
  readonly onAsk?: (person: PersonKey, isFirst: boolean) => Promise<void>;
  readonly onAnswer?: (person: PersonKey, answer: LidAnswer) => Promise<void>;
  /** Reads the photo of each group whose file has a say in it; absent: photos are no matter of this run. */
  readonly readPhoto?: ReadPhoto | undefined;
}

/** So many look-ups it costs at the most to look up so many people. */
export function toMostLookups(people: number): number {
  return people * costOfLid * negativesToConfirm;
}

/**
 * Reads these groups. Whoever is missing where somebody hides their number is looked up before the plan says so; then
 * whoever is to lose or gain something and is known by the memory of another day alone. `input`: what is known so far;
 * its readings of other groups count as well.
 */
export async function readLive(
  reader: Reader,
  groups: readonly KnownGroup[],
  input: PlanInput,
  options: LookupOptions,
): Promise<Live> {
  const found = await reader.readGroups(groups.map(({ id }) => id));
  const readings = await addPhotos(groups, found, options.readPhoto);
  const all = new Map([...input.readings, ...readings]);
  const left = { people: options.people, asks: Math.floor(options.asks) };
  const lookUp = createLookUp(reader, left, options);
  const lids = await lookUp(findMissing(groups, { ...input, readings: all }), input.lids);
  const confirmed = await lookUp(findUnconfirmed(groups, { ...input, readings: all, lids }), lids);
  return { readings, lids: confirmed };
}

/** Looks people up, one after the other, as far as there is something left; returns what was known before with it. */
function createLookUp(
  reader: Reader,
  left: { people: number; asks: number },
  { onAsk, onAnswer }: LookupOptions,
): (people: readonly Person[], known: KnownLids) => Promise<KnownLids> {
  const askOnce = async ({ key, phone }: Person, isFirst: boolean) => {
    if (left.asks < 1) return undefined;
    left.asks -= 1;
    await onAsk?.(key, isFirst);
    return reader.findLid(phone);
  };
  /** GOWA says "not on WhatsApp" also where one look-up failed, and without a check no LID at first: asked once more. */
  const ask = async (person: Person): Promise<LidAnswer | undefined> => {
    let answer = await askOnce(person, true);
    for (let asked = 1; asked < negativesToConfirm && isDoubtful(answer); asked += 1)
      answer = await askOnce(person, false);
    return answer?.kind === 'untold' ? { kind: 'unknown' } : answer;
  };
  return async (people, known) => {
    const lids = new Map(known);
    for (const person of people) {
      if (left.people < 1) break;
      left.people -= 1;
      const answer = await ask(person);
      if (!answer || (answer.kind === 'unknown' && lids.get(person.key)?.kind === 'lid')) continue;
      lids.set(person.key, answer);
      await onAnswer?.(person.key, answer);
    }
    return lids;
  };
}

function isDoubtful(answer: Awaited<ReturnType<Reader['findLid']>> | undefined): boolean {
  return answer?.kind === 'none' || answer?.kind === 'untold';
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

/** Who may hide in one of the groups, once each. */
function findMissing(groups: readonly KnownGroup[], input: PlanInput): Person[] {
  const knowledge = toKnowledge(input);
  const { today } = toGuard(input);
  const people = new Map<PersonKey, Person>();
  for (const desired of groups) {
    const reading = input.readings.get(desired.id);
    if (reading?.kind !== 'read') continue;
    const live = identify(reading.group, knowledge);
    for (const person of findUnclear(desired, live, knowledge, today)) people.set(person.key, person);
  }
  return [...people.values()];
}

/** Who would lose or gain something in one of the groups, and is not known well enough for that, once each. */
function findUnconfirmed(groups: readonly KnownGroup[], input: PlanInput): Person[] {
  const knowledge = toKnowledge(input);
  const people = new Map<PersonKey, Person>();
  for (const desired of groups) {
    const reading = input.readings.get(desired.id);
    if (reading?.kind !== 'read' || !hasRemembered(reading, knowledge)) continue;
    for (const { reason, change } of planGroup(desired, reading, input).leftAlone) {
      if (reason === 'unconfirmed' && change && isPersonChange(change))
        people.set(change.person.key, change.person);
    }
  }
  return [...people.values()].filter(({ key }) => input.lids.get(key)?.kind !== 'unknown');
}

function hasRemembered(
  { group }: Extract<Reading, { kind: 'read' }>,
  knowledge: ReturnType<typeof toKnowledge>,
): boolean {
  if (group.unidentified.length === 0) return false;
  return [...identify(group, knowledge).people.values()].some(({ isRemembered }) => isRemembered);
}
