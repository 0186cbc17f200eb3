import type { Person, PersonKey } from '../people/person.ts';
import type { Change } from './change.ts';
import { isPersonChange } from './change.ts';
import type { GroupPlan, Plan } from './plan.ts';
import { findAllGroups } from './plan.ts';

/** Everybody whom one group's plan is about: its file's people, and whoever a change or an obstacle concerns. */
export function findPeopleOf(group: GroupPlan): Person[] {
  return [...group.desired.people.values(), ...findConcerned(group)];
}

/** Whoever a change, a date, an obstacle or a notice of a group's plan concerns. */
export function findConcerned({ changes, leftAlone, scheduled, notices }: GroupPlan): Person[] {
  return [
    ...changes.flatMap(toPersonOf),
    ...scheduled.map(({ change }) => change.person),
    ...leftAlone.flatMap(({ change, other }) => [
      ...(change ? toPersonOf(change) : []),
      ...(other ? [other] : []),
    ]),
    ...notices.flatMap((notice) => (notice.kind === 'lid-known' ? [notice.person] : [])),
  ];
}

/** The person of a change; nobody where it is about a setting or a photo. */
export function toPersonOf(change: Change): Person[] {
  return isPersonChange(change) ? [change.person] : [];
}

/** True for somebody whom the files call something: a handle or a name. */
export function isNamed({ name, handle }: Person): boolean {
  return (name ?? handle) !== undefined;
}

/** True where a plan does or leaves something to somebody whom the files do not name, anywhere in them: `people` are all whom they do. */
export function hasStrangers(plan: Plan, people: ReadonlyMap<PersonKey, Person>): boolean {
  const isNamedAnywhere = (person: Person) => isNamed(person) || isNamed(people.get(person.key) ?? person);
  return findAllGroups(plan)
    .flatMap(findConcerned)
    .some((person) => !isNamedAnywhere(person));
}
