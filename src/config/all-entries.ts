import { findNamed } from './groups/list-entry.ts';
import type { ListEntry, Named } from './groups/list-entry.ts';
import type { Parsed } from './parse.ts';

/** Every entry of every list: of the policy, of teams, of defaults, of groups, each in its order. */
export function findEntries({ policy, people, defaults, groups }: Parsed): readonly ListEntry[] {
  const found: ListEntry[] = [];
  // Entry by entry: there are up to two million of them.
  const add = (entries: readonly ListEntry[] = []) => {
    for (const entry of entries) found.push(entry);
  };
  add(policy?.protected);
  for (const { entries } of people.teams.values()) add(entries);
  for (const { members, admins } of [...defaults, ...groups]) {
    add(members);
    add(admins);
  }
  return found;
}

/** Every word of entries that means somebody, those among them whom an entry leaves out. */
export function findAllNamed(entries: readonly ListEntry[]): readonly Named[] {
  // An entry without exceptions is itself the one word that it has.
  if (!entries.some(({ except, alsoIn }) => except ?? alsoIn)) return entries;
  return entries.flatMap((entry) => (entry.except || entry.alsoIn ? findNamed(entry) : entry));
}

/** The handles and the teams that these words name, each once. */
export function findNames(named: readonly Named[]) {
  const [handles, teams] = [new Set<string>(), new Set<string>()];
  for (const { target } of named) {
    if (target.kind === 'handle') handles.add(target.name);
    else if (target.kind === 'team') teams.add(target.name);
  }
  return { handles, teams };
}
