import type { ListEntry } from '../groups/list-entry.ts';
import type { Sheet } from '../sheet/read-sheet.ts';
import type { PeopleFile } from './merge-people.ts';
import type { ParsedPerson, ParsedTeam } from './parse-people.ts';

/** The people of a spreadsheet, and the teams that its rows put them into; `sheet` is its path below the groups folder. */
export function toPeople({ rows }: Sheet, sheet: string): PeopleFile {
  const people = new Map<string, ParsedPerson>();
  const teams = new Map<string, ParsedTeam & { readonly entries: ListEntry[] }>();
  for (const { handle, phone, sealed, name, span, teams: own } of rows) {
    const number = { ...(phone && { phone }), ...(sealed && { sealed }) };
    people.set(handle, { handle, span, ...number, ...(name !== undefined && { name }) });
    for (const { name: team, span: place } of own) {
      const known = teams.get(team) ?? { name: team, span: place, entries: [] };
      known.entries.push({ target: { kind: 'handle', name: handle }, byInvite: false, span: place, sheet });
      teams.set(team, known);
    }
  }
  return { people, teams, isSheet: true };
}
