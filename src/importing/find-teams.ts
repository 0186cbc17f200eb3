import type { PersonKey } from '../domain/people/person.ts';
import type { SheetPerson } from './new-person.ts';

/** A team that a column of the spreadsheet names. */
export interface SheetTeam {
  readonly name: string;
  readonly handles: readonly string[];
}

/** Teams that the columns of a spreadsheet name and the files do not have, of whoever has a handle; sorted by name. */
export function findTeams(
  sheet: readonly SheetPerson[],
  handles: ReadonlyMap<PersonKey, string>,
  taken: readonly string[],
): readonly SheetTeam[] {
  const members = new Map<string, Set<string>>();
  for (const { key, teams } of sheet) {
    const handle = handles.get(key);
    if (handle === undefined) continue;
    for (const team of teams) members.set(team, (members.get(team) ?? new Set()).add(handle));
  }
  const known = new Set(taken);
  return [...members]
    .filter(([name]) => !known.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, people]) => ({ name, handles: [...people] }));
}

/** A list that several files share. */
export interface SharedList {
  readonly files: readonly string[];
  readonly people: number;
}

/** Fewer people make no team. */
const fewest = 3;

/** Files whose lists name the same people, whatever their roles: each such list could be a team. */
export function findSameLists(
  groups: readonly { readonly file: string; readonly people: readonly string[] }[],
): readonly SharedList[] {
  const byPeople = new Map<string, { files: string[]; people: number }>();
  for (const { file, people } of groups) {
    if (people.length < fewest) continue;
    const key = people.toSorted().join('\n');
    const found = byPeople.get(key) ?? { files: [], people: people.length };
    found.files.push(file);
    byPeople.set(key, found);
  }
  return [...byPeople.values()].filter(({ files }) => files.length > 1);
}
