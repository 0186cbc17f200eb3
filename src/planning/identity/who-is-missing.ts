import { comparePeople } from '../../domain/people/compare-people.ts';
import type { Day, DesiredGroup, LiveGroup } from '../../domain/group.ts';
import type { Person, PersonKey } from '../../domain/people/person.ts';
import { findRoster } from '../../domain/lazy/made-map.ts';
import { hasEverybody } from '../../domain/people/roster.ts';
import { wantedRole } from '../desired-role.ts';
import type { Knowledge } from './knowledge.ts';
import type { Recognised } from './recognise.ts';
import { recognise } from './recognise.ts';
import { findHiddenRequests, findRequest } from '../../domain/people/join-request.ts';

/** True where somebody in the group hides their number, so that whoever is missing may in truth be there. */
function hasHiddenPeople(live: LiveGroup): boolean {
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

/**
 * The people who must be looked up before anybody may call them missing, or know that it is not they who ask to be let in,
 * sorted by key. `live`: as `identify` and `identifyRequests` leave it.
 */
export function findUnclear(
  desired: DesiredGroup,
  live: LiveGroup,
  knowledge: Knowledge,
  today: Day,
): Person[] {
  const someoneAsks = findHiddenRequests(live).length > 0;
  if (!live.peopleComplete || !(hasHiddenPeople(live) || someoneAsks)) return [];
  if (isEverybodyThere(desired, live)) return [];
  const recognised = recognise(live, knowledge);
  const isSettled = (key: PersonKey) => {
    if (findRequest(live, key) || recognised.findStanding(key)?.key !== undefined) return true;
    // Whoever asks by a LID that is known to be somebody's was named already.
    if (someoneAsks && !knowledge.pairs.isUnique(key)) return false;
    return isProvablyMissing(live, key, { knowledge, recognised });
  };
  return [...desired.people.values()]
    .filter((person) => wantedRole(person, today) !== 'none' && (someoneAsks || !person.byInvite))
    .filter(({ key }) => !live.people.has(key) && !knowledge.lids.has(key))
    .filter(({ key }) => live.unidentified.every((member) => member.key !== key))
    .filter(({ key }) => !isSettled(key))
    .toSorted(comparePeople);
}

/** True where everybody is there by number, as in nearly every group of a run. False says nothing. */
function isEverybodyThere(desired: DesiredGroup, live: LiveGroup): boolean {
  const [wanted, there] = [findRoster(desired.people), findRoster(live.people)];
  return wanted !== undefined && there !== undefined && hasEverybody(wanted, there);
}
