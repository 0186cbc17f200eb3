import type { LiveGroup, LivePerson, Unidentified } from '../../domain/group.ts';
import { findRoster } from '../../domain/lazy/made-map.ts';
import { withMorePeople } from '../../domain/people/packed-people.ts';
import type { Lid, Person, PersonKey } from '../../domain/people/person.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * The live group with everybody identified whose number is known from elsewhere: from another group of this run, from a
 * look-up, or from the memory, which has seen their LID beside their number. They move from the unidentified to the
 * people, whether or not this group's file names them, so that a second plan, for which GOWA has learned what the first
 * one looked up, says the same. Everything after this works on numbers alone.
 */
export function identify(live: LiveGroup, knowledge: Knowledge): LiveGroup {
  const found = findHiding(live, knowledge);
  if (found.size === 0) return live;
  return {
    ...live,
    people: withMorePeople(live.people, [...found.values()]),
    unidentified: live.unidentified.filter((member) => !found.has(member)),
  };
}

/** Who hides in the group and can be told: each as one of its people. */
export function findHiding(live: LiveGroup, knowledge: Knowledge): ReadonlyMap<Unidentified, LivePerson> {
  const claims = live.unidentified.flatMap((member): [Unidentified, LivePerson][] => {
    // Two members with one key stay what they are: a LID tells the one from the other, not which of them is meant.
    if (member.key !== undefined || member.lid === undefined) return [];
    const claim = findClaim(member.lid, knowledge);
    return claim && !live.people.has(claim.person.key) ? [[member, toLivePerson(claim, member)]] : [];
  });
  // A number that two LIDs claim is nobody's.
  const isAlone = (person: LivePerson) => claims.filter(([, { key }]) => key === person.key).length === 1;
  return new Map(claims.filter(([, person]) => isAlone(person)));
}

/**
 * The live group, its members' LIDs learned from other groups of this run where this one is listed by numbers alone
 * (docs/gowa.md#t6): whoever has changed their number is known by their LID there, and must not leave here for it.
 */
export function withShownLids(live: LiveGroup, { findLid }: Pick<Knowledge, 'findLid'>): LiveGroup {
  if (findRoster(live.people)?.hasLids) return live;
  if ([...live.people.values()].every(({ lid }) => lid !== undefined)) return live;
  const people = [...live.people].map(([key, person]): [PersonKey, LivePerson] => {
    const lid = person.lid ?? findLid(key);
    return [key, lid === undefined ? person : { ...person, lid }];
  });
  return { ...live, people: new Map(people) };
}

/** Who somebody is, and whether only the memory of an earlier day says so. */
export interface Claim {
  readonly person: Person;
  readonly isRemembered: boolean;
}

/** Whom a LID belongs to. What this run was told counts first; a LID that two people are said to have is nobody's. */
export function findClaim(lid: Lid, knowledge: Knowledge): Claim | undefined {
  const { lids, pairs, people } = knowledge;
  const asked = knowledge.findTold(lid);
  const isOld = (key: PersonKey) => (lids.get(key) as { readonly isOld?: true }).isOld === true;
  const told = new Map(knowledge.findShown(lid).map((person) => [person.key, person]));
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

function toLivePerson({ person, isRemembered }: Claim, { role, isOwner, lid }: Unidentified): LivePerson {
  const { key, phone, handle, name, isSealed } = person;
  return {
    key,
    phone,
    role,
    isOwner,
    ...(handle !== undefined && { handle }),
    ...(name !== undefined && { name }),
    ...(isSealed && { isSealed }),
    ...(lid !== undefined && { lid }),
    ...(isRemembered && { isRemembered }),
  };
}
