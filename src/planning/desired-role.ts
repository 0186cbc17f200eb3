import type { Day, DesiredGroup, DesiredPerson } from '../domain/group.ts';
import type { PersonKey, Role } from '../domain/people/person.ts';

/** True when a last day lies before today; on the day itself everything still holds. */
export function isPast(until: Day | undefined, today: Day): until is Day {
  return until !== undefined && until < today;
}

/** What the file wants somebody to be today: dates that have passed are taken off. */
export function wantedRole(person: DesiredPerson, today: Day): Role | 'none' {
  if (person.role === 'admin' && !isPast(person.adminUntil, today)) return 'admin';
  return isPast(person.memberUntil, today) ? 'none' : 'member';
}

/** Everybody whom the file wants in the group today, in any role. */
export function findWanted({ people }: DesiredGroup, today: Day): PersonKey[] {
  return [...people.values()].filter((person) => wantedRole(person, today) !== 'none').map(({ key }) => key);
}
