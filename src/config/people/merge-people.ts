import { tellPlace } from '../../domain/diagnostic.ts';
import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { toMistake } from '../mistake.ts';
import type { ParsedPeople, ParsedPerson, ParsedTeam } from './parse-people.ts';

/** What one file of people holds. */
export interface PeopleFile extends ParsedPeople {
  /** True for a spreadsheet: whom it puts into a team of the others joins that team. */
  readonly isSheet: boolean;
  /** Encrypted, and nobody here has the key: of people their handles are known, of teams their names. */
  readonly isLocked?: boolean;
}

/**
 * All files of people as one: a handle or a team that two files describe is reported at the second of the two, whose word
 * does not count.
 */
export function mergePeople(files: readonly PeopleFile[], diagnostics: Diagnostic[]): ParsedPeople {
  const people = new Map<string, ParsedPerson>();
  const teams = new Map<string, ParsedTeam>();
  // Teams as files write them come first, so that spreadsheets join them, whatever the files are called.
  for (const file of files.toSorted((a, b) => Number(a.isSheet) - Number(b.isSheet))) {
    for (const person of file.people.values()) {
      const before = people.get(person.handle);
      if (before)
        diagnostics.push(toMistake('duplicate-handle', toTwice(person.handle, before.span), person.span));
      else people.set(person.handle, person);
    }
    for (const team of file.teams.values()) {
      const before = teams.get(team.name);
      if (before && !file.isSheet)
        diagnostics.push(toMistake('duplicate-team', toTwoTeams(team.name, before.span), team.span));
      else teams.set(team.name, before ? { ...before, entries: [...before.entries, ...team.entries] } : team);
    }
  }
  return { people, teams };
}

function toTwice(handle: string, other: Span): string {
  return `\`${handle}\` is the handle of somebody in ${tellPlace(other)} as well, and only one of the two can be meant. If they are one person, keep one of the lines; else give one of them another handle.`;
}

function toTwoTeams(name: string, other: Span): string {
  return `The team \`${name}\` stands in ${tellPlace(other)} as well, so nobody knows which list counts. Put all of it into one file, or call one of them otherwise.`;
}
