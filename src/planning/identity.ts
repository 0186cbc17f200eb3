import type { LidAnswer } from '../domain/gateway.ts';
import type { DesiredGroup, Day, LiveGroup, LivePerson } from '../domain/group.ts';
import type { Lid, Person, PersonKey } from '../domain/person.ts';
import { wantedRole } from './wanted.ts';

/** What look-ups have found out so far. */
export type KnownLids = ReadonlyMap<PersonKey, LidAnswer>;

/** True where somebody in the group hides their number, so that whoever is missing may in truth be there. */
function hasHiddenPeople(live: LiveGroup): boolean {
  return live.unidentified.some((member) => member.key === undefined);
}

/**
 * The live group with everybody identified whose LID a look-up has told: they move from the unidentified to the
 * people. Everything after this works on numbers alone.
 */
export function identify(live: LiveGroup, desired: DesiredGroup, lids: KnownLids): LiveGroup {
  if (!hasHiddenPeople(live)) return live;
  const byLid = findClaims(live, desired, lids);
  const people = new Map(live.people);
  const unidentified = live.unidentified.filter((member) => {
    // Two members with one key stay what they are: a LID tells the one from the other, not which of them is meant.
    const person = member.key === undefined && member.lid !== undefined ? byLid.get(member.lid) : undefined;
    if (!person) return true;
    people.set(person.key, toLivePerson(person, member));
    return false;
  });
  return { ...live, people, unidentified };
}

/** Whom each LID belongs to, as far as look-ups have told; a LID that two people are said to have is nobody's. */
function findClaims(live: LiveGroup, desired: DesiredGroup, lids: KnownLids): ReadonlyMap<Lid, Person> {
  const claims = new Map<Lid, Person>();
  const disputed = new Set<Lid>();
  for (const person of desired.people.values()) {
    const answer = lids.get(person.key);
    if (answer?.kind !== 'lid' || live.people.has(person.key)) continue;
    if (claims.has(answer.lid)) disputed.add(answer.lid);
    claims.set(answer.lid, person);
  }
  for (const lid of disputed) claims.delete(lid);
  return claims;
}

function toLivePerson(person: Person, member: LiveGroup['unidentified'][number]): LivePerson {
  const { key, phone, handle, name } = person;
  const { role, isOwner, lid } = member;
  return {
    key,
    phone,
    role,
    isOwner,
    ...(handle !== undefined && { handle }),
    ...(name !== undefined && { name }),
    ...(lid !== undefined && { lid }),
  };
}

/** True when it is certain that they are not in the group: nobody is hidden, or a look-up told a LID that is not there. */
export function isProvablyMissing(live: LiveGroup, person: PersonKey, lids: KnownLids): boolean {
  const answer = lids.get(person);
  if (answer?.kind === 'lid') return !hasLid(live, answer.lid);
  return !hasHiddenPeople(live);
}

/** True where anybody has this LID, by whatever number: they may have changed it. */
export function hasLid({ people, unidentified }: LiveGroup, lid: Lid): boolean {
  return [...people.values(), ...unidentified].some((member) => member.lid === lid);
}

/** The people who must be looked up before anybody may call them missing, sorted by key. */
export function findUnclear(desired: DesiredGroup, live: LiveGroup, lids: KnownLids, today: Day): Person[] {
  if (!live.peopleComplete || !hasHiddenPeople(live)) return [];
  return [...desired.people.values()]
    .filter((person) => wantedRole(person, today) !== 'none' && !person.byInvite)
    .filter(({ key }) => !live.people.has(key) && !lids.has(key))
    .filter(({ key }) => live.unidentified.every((member) => member.key !== key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
