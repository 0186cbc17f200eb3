import { findNamed } from './groups/list-entry.ts';
import type { ListEntry, Named } from './groups/list-entry.ts';
import type { Parsed } from './parse.ts';

/** Every entry of every list: of the policy, of teams, of defaults, of groups, each in its order. */
export function findEntries({ policy, people, defaults, groups }: Parsed): readonly ListEntry[] {
  return [
    ...(policy?.protected ?? []),
    ...[...people.teams.values()].flatMap(({ entries }) => entries),
    ...[...defaults, ...groups].flatMap(({ members = [], admins = [] }) => [...members, ...admins]),
  ];
}

/** Every word in a list that means somebody, those among them whom an entry leaves out. */
export function findAllNamed(parsed: Parsed): readonly Named[] {
  return findEntries(parsed).flatMap(findNamed);
}
