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

/** Every word of entries that means somebody, those among them whom an entry leaves out. */
export function findAllNamed(entries: readonly ListEntry[]): readonly Named[] {
  // Nearly all of them name one: no list of one for each of 100,000.
  return entries.flatMap((entry) => (entry.except || entry.alsoIn ? findNamed(entry) : entry));
}
