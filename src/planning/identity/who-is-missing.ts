import type { Day, DesiredGroup, LiveGroup } from '../../domain/group.ts';
import type { Person, PersonKey } from '../../domain/people/person.ts';
import { wantedRole } from '../desired-role.ts';
import type { Knowledge } from './knowledge.ts';
import type { Recognised } from './recognise.ts';
import { recognise } from './recognise.ts';

/** True where somebody in the group hides their number, so that whoever is missing may in truth be there. */
export function hasHiddenPeople(live: LiveGroup): boolean {
  return live.unidentified.some((member) => member.key === undefined);
}

/**
 * True when it is certain that they are not in the group: nobody hides there, or the one LID that they are known to have
 * is not there, by whatever number.
 */
export function isProvablyMissing(
  live: LiveGroup,
  person: PersonKey,
  { knowledge, recognised }: { readonly knowledge: Knowledge; readonly recognised: Recognised },
): boolean {
  if (recognised.findStanding(person)) return false;
  if (!hasHiddenPeople(live)) return true;
  return knowledge.lids.get(person)?.kind === 'lid' || knowledge.pairs.isUnique(person);
}

/** The people who must be looked up before anybody may call them missing, sorted by key. `live`: as `identify` leaves it. */
export function findUnclear(
  desired: DesiredGroup,
  live: LiveGroup,
  knowledge: Knowledge,
  today: Day,
): Person[] {
  if (!live.peopleComplete || !hasHiddenPeople(live)) return [];
  const recognised = recognise(live, knowledge);
  const isSettled = (key: PersonKey) =>
    recognised.findStanding(key)?.key !== undefined ||
    isProvablyMissing(live, key, { knowledge, recognised });
  return [...desired.people.values()]
    .filter((person) => wantedRole(person, today) !== 'none' && !person.byInvite)
    .filter(({ key }) => !live.people.has(key) && !knowledge.lids.has(key))
    .filter(({ key }) => live.unidentified.every((member) => member.key !== key))
    .filter(({ key }) => !isSettled(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
