import type { Day, DesiredGroup, DesiredPerson } from '../domain/group.ts';
import type { PersonKey, Role } from '../domain/people/person.ts';

/** True when a last day lies before today; on the day itself everything still holds. */
export function isPast(until: Day | undefined, today: Day): until is Day {
  return until !== undefined && until < today;
}

/** True when a first day lies after today; on the day itself everything holds already. */
export function isAhead(from: Day | undefined, today: Day): from is Day {
  return from !== undefined && from > today;
}

/** What the file wants somebody to be today: what has ended is taken off, and what has not begun is not there yet. */
export function wantedRole(person: DesiredPerson, today: Day): Role | 'none' {
  const { role, adminFrom, adminUntil, memberFrom, memberUntil } = person;
  if (role === 'admin' && !isPast(adminUntil, today) && !isAhead(adminFrom, today)) return 'admin';
  return isPast(memberUntil, today) || isAhead(memberFrom, today) ? 'none' : 'member';
}

/** What the file wants somebody to be today or on a day to come: before it, nothing is taken from whoever has it already. */
export function wantedEver(person: DesiredPerson, today: Day): Role | 'none' {
  if (person.role === 'admin' && !isPast(person.adminUntil, today)) return 'admin';
  return isPast(person.memberUntil, today) ? 'none' : 'member';
}

/** Everybody whom the file wants in the group today, in any role. */
export function findWanted({ people }: DesiredGroup, today: Day): PersonKey[] {
  return [...people.values()].filter((person) => wantedRole(person, today) !== 'none').map(({ key }) => key);
}
