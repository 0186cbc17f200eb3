import type { LidAnswer } from '../../domain/gateway.ts';
import type { DesiredGroup, Day, LiveGroup, LivePerson, Reading, Unidentified } from '../../domain/group.ts';
import type { Lid, Person, PersonKey } from '../../domain/people/person.ts';
import type { SeenPairs } from '../../domain/people/seen-pairs.ts';
import { wantedRole } from '../desired-role.ts';

/** What look-ups have found out so far. */
export type KnownLids = ReadonlyMap<PersonKey, LidAnswer>;

/** All that tells who is who (docs/architecture.md#reading). */
export interface Knowledge {
  /** What look-ups told, in this run and in earlier ones. */
  readonly lids: KnownLids;
  /** What groups showed in earlier runs. */
  readonly pairs: SeenPairs;
  /** What groups show in this run: a LID that hides its number here may show it elsewhere. */
  readonly readings: { values(): Iterable<Reading> };
  /** Everybody whom the files know, the accounts among them, under the name that they give them. */
  readonly people: ReadonlyMap<PersonKey, Person>;
}

/** True where somebody in the group hides their number, so that whoever is missing may in truth be there. */
function hasHiddenPeople(live: LiveGroup): boolean {
  return live.unidentified.some((member) => member.key === undefined);
}

/**
 * The live group with everybody identified whose number is known from elsewhere: from another group of this run, from a
 * look-up, or from the memory, which has seen their LID beside their number. They move from the unidentified to the
 * people, whether or not this group's file names them, so that a second plan, for which GOWA has learned what the first
 * one looked up, says the same. Everything after this works on numbers alone.
 */
export function identify(live: LiveGroup, knowledge: Knowledge): LiveGroup {
  if (!hasHiddenPeople(live)) return live;
  const claims = live.unidentified.flatMap((member): [Unidentified, LivePerson][] => {
    // Two members with one key stay what they are: a LID tells the one from the other, not which of them is meant.
    if (member.key !== undefined || member.lid === undefined) return [];
    const claim = findClaim(member.lid, knowledge);
    return claim && !live.people.has(claim.person.key) ? [[member, toLivePerson(claim, member)]] : [];
  });
  // A number that two LIDs claim is nobody's.
  const isAlone = (person: LivePerson) => claims.filter(([, { key }]) => key === person.key).length === 1;
  const found = new Map(claims.filter(([, person]) => isAlone(person)));
  const people = new Map(live.people);
  for (const person of found.values()) people.set(person.key, person);
  return { ...live, people, unidentified: live.unidentified.filter((member) => !found.has(member)) };
}

/**
 * The live group, its members' LIDs learned from other groups of this run where this one is listed by numbers alone
 * (docs/gowa.md#t6): whoever has changed their number is known by their LID there, and must not leave here for it.
 */
export function withShownLids(live: LiveGroup, { readings }: Pick<Knowledge, 'readings'>): LiveGroup {
  if ([...live.people.values()].every(({ lid }) => lid !== undefined)) return live;
  const lids = shownLids.get(readings) ?? indexLids(readings);
  shownLids.set(readings, lids);
  const people = [...live.people].map(([key, person]): [PersonKey, LivePerson] => {
    const lid = person.lid ?? lids.get(key);
    return [key, lid === undefined ? person : { ...person, lid }];
  });
  return { ...live, people: new Map(people) };
}

type ShownLids = ReadonlyMap<PersonKey, Lid | undefined>;

const shownLids = new WeakMap<Knowledge['readings'], ShownLids>();

/** The LIDs that complete readings show beside numbers; of a number with two of them, none. */
function indexLids(readings: Knowledge['readings']): ShownLids {
  const lids = new Map<PersonKey, Lid | undefined>();
  for (const reading of readings.values()) {
    if (reading.kind === 'unreadable' || !reading.group.peopleComplete) continue;
    for (const { key, lid } of reading.group.people.values()) {
      if (lid !== undefined) lids.set(key, lids.has(key) && lids.get(key) !== lid ? undefined : lid);
    }
  }
  return lids;
}

/** Who somebody is, and whether only the memory of an earlier day says so. */
interface Claim {
  readonly person: Person;
  readonly isRemembered: boolean;
}

/** Whom a LID belongs to. What this run was told counts first; a LID that two people are said to have is nobody's. */
function findClaim(lid: Lid, knowledge: Knowledge): Claim | undefined {
  const { lids, pairs, people } = knowledge;
  const asked = indexAnswers(lids).get(lid) ?? [];
  const isOld = (key: PersonKey) => (lids.get(key) as { readonly isOld?: true }).isOld === true;
  const told = new Map(findShown(lid, knowledge).map((person) => [person.key, person]));
  for (const key of asked) {
    const person = people.get(key);
    if (person && !isOld(key)) told.set(key, person);
  }
  const [first] = told.values();
  if (first)
    return told.size === 1 ? { person: people.get(first.key) ?? first, isRemembered: false } : undefined;
  const seen = pairs.peopleOf(lid);
  const keys = new Set([...asked, ...seen]);
  const [key] = keys;
  const person = key === undefined ? undefined : people.get(key);
  if (!person || keys.size > 1 || isContradicted(person.key, lid, knowledge)) return undefined;
  return { person, isRemembered: true };
}

/** True where a pair from the memory is in dispute, or a look-up has told something else since. */
function isContradicted(person: PersonKey, lid: Lid, { lids, pairs }: Knowledge): boolean {
  const answer = lids.get(person);
  if (answer?.kind === 'none' || (answer?.kind === 'lid' && answer.lid !== lid)) return true;
  if (pairs.hasOther(person, lid)) return true;
  return pairs.peopleOf(lid).includes(person) && !pairs.isSure(person, lid);
}

const answersByLid = new WeakMap<KnownLids, ReadonlyMap<Lid, readonly PersonKey[]>>();

/** Look-ups the other way round: who was told to have a LID. */
function indexAnswers(lids: KnownLids): ReadonlyMap<Lid, readonly PersonKey[]> {
  const known = answersByLid.get(lids);
  if (known) return known;
  const index = new Map<Lid, PersonKey[]>();
  for (const [key, answer] of lids) {
    if (answer.kind === 'lid') index.set(answer.lid, [...(index.get(answer.lid) ?? []), key]);
  }
  answersByLid.set(lids, index);
  return index;
}

/**
 * Everybody whom a complete reading of this run shows with this LID, once each: in the spelling that sorts first where
 * groups show two, so that their order does not matter.
 */
function findShown(lid: Lid, { readings }: Knowledge): Person[] {
  const shown = new Map<PersonKey, Person>();
  for (const reading of readings.values()) {
    if (reading.kind === 'unreadable' || !reading.group.peopleComplete) continue;
    const member = indexMembers(reading.group).get(lid);
    const known = member && shown.get(member.key);
    if (member && (!known || member.phone < known.phone))
      shown.set(member.key, { key: member.key, phone: member.phone });
  }
  return [...shown.values()];
}

const membersByLid = new WeakMap<LiveGroup, ReadonlyMap<Lid, LivePerson>>();

function indexMembers(live: LiveGroup): ReadonlyMap<Lid, LivePerson> {
  const known = membersByLid.get(live);
  if (known) return known;
  const index = new Map<Lid, LivePerson>();
  for (const member of live.people.values()) if (member.lid !== undefined) index.set(member.lid, member);
  membersByLid.set(live, index);
  return index;
}

function toLivePerson({ person, isRemembered }: Claim, { role, isOwner, lid }: Unidentified): LivePerson {
  const { key, phone, handle, name } = person;
  return {
    key,
    phone,
    role,
    isOwner,
    ...(handle !== undefined && { handle }),
    ...(name !== undefined && { name }),
    ...(lid !== undefined && { lid }),
    ...(isRemembered && { isRemembered }),
  };
}

/** Somebody in a group, their number known or not. */
export type Member = LivePerson | Unidentified;

/** Who the members of a group were before, by their LIDs. */
export interface Recognised {
  /** The member who has this person's LID and another number, or hides it: they have changed their number. */
  findStanding(person: PersonKey): Member | undefined;
  /** Whom the files know that this member's LID belonged to, under another number than theirs now. */
  findFormer(member: Member): readonly PersonKey[];
}

/** `live`: with everybody identified who can be. Looks at nobody before it is asked. */
export function recognise(live: LiveGroup, { lids, pairs }: Pick<Knowledge, 'lids' | 'pairs'>): Recognised {
  const findFormer = (member: Member): readonly PersonKey[] => {
    const { lid, key } = member;
    if (lid === undefined) return [];
    const all = new Set([...(indexAnswers(lids).get(lid) ?? []), ...pairs.peopleOf(lid)]);
    return [...all].filter((other) => other !== key);
  };
  let standing: ReadonlyMap<PersonKey, Member> | undefined;
  const index = () => {
    const members: Member[] = [...live.unidentified, ...live.people.values()];
    return new Map(members.flatMap((member) => findFormer(member).map((key) => [key, member] as const)));
  };
  return { findFormer, findStanding: (person) => (standing ??= index()).get(person) };
}

/**
 * True when it is certain that they are not in the group: nobody hides there, or the one LID that they are known to have
 * is not there, by whatever number.
 */
export function isProvablyMissing(
  live: LiveGroup,
  person: PersonKey,
  knowledge: Pick<Knowledge, 'lids' | 'pairs'> & { readonly recognised: Recognised },
): boolean {
  if (knowledge.recognised.findStanding(person)) return false;
  if (!hasHiddenPeople(live)) return true;
  return knowledge.lids.get(person)?.kind === 'lid' || knowledge.pairs.isUnique(person);
}

/** True where anybody has this LID, by whatever number: they may have changed it. */
export function hasLid({ people, unidentified }: LiveGroup, lid: Lid): boolean {
  return [...people.values(), ...unidentified].some((member) => member.lid === lid);
}

/** The people who must be looked up before anybody may call them missing, sorted by key. `live`: as `identify` leaves it. */
export function findUnclear(
  desired: DesiredGroup,
  live: LiveGroup,
  knowledge: Pick<Knowledge, 'lids' | 'pairs'>,
  today: Day,
): Person[] {
  if (!live.peopleComplete || !hasHiddenPeople(live)) return [];
  const recognised = recognise(live, knowledge);
  const isSettled = (key: PersonKey) =>
    recognised.findStanding(key)?.key !== undefined ||
    isProvablyMissing(live, key, { ...knowledge, recognised });
  return [...desired.people.values()]
    .filter((person) => wantedRole(person, today) !== 'none' && !person.byInvite)
    .filter(({ key }) => !live.people.has(key) && !knowledge.lids.has(key))
    .filter(({ key }) => live.unidentified.every((member) => member.key !== key))
    .filter(({ key }) => !isSettled(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
