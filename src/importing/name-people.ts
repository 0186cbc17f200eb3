import type { LivePerson } from '../domain/group.ts';
import type { Person, PersonKey, PhoneNumber } from '../domain/people/person.ts';
import type { Handles } from './handles.ts';
import type { NewPerson, SheetPerson } from './new-person.ts';

/** What is known of people's names, the first that has one counts. */
export interface NameSources {
  /** The files that are there. */
  readonly people: ReadonlyMap<PersonKey, Person>;
  readonly sheet: readonly SheetPerson[];
  /** The account's contacts, where their names are to be believed. */
  readonly contacts: ReadonlyMap<PersonKey, string>;
  /** A handle made of a name; undefined where nothing is left of it. */
  readonly makeHandle: (name: string) => string | undefined;
  readonly handles: Handles;
  /** False for a number that the files cannot hold. */
  readonly isWritable: (phone: PhoneNumber) => boolean;
  /** Numbers are sealed in these files: everybody gets a handle, whoever has no name too. */
  readonly isSealed?: boolean;
}

/** What whoever has no name is called where numbers are sealed: "person", "person-2", … */
export const unnamed = 'person';

/** What somebody may be called by; `isLast`: by nothing, and they get a handle all the same. */
type Row = Omit<SheetPerson, 'key' | 'phone' | 'place'> & { readonly isLast?: boolean };

/**
 * Who of these members gets a handle: whoever has none in the files and a name in the spreadsheet, or among the contacts.
 * In the order of the spreadsheet and then of their numbers, so that the same people get the same handles on every run.
 */
export function namePeople(
  members: ReadonlyMap<PersonKey, LivePerson>,
  sources: NameSources,
): ReadonlyMap<PersonKey, NewPerson> {
  const { people, sheet, contacts, isWritable, isSealed } = sources;
  const found = new Map<PersonKey, NewPerson>();
  const name = (key: PersonKey, row: Row) => {
    const member = members.get(key);
    if (!member || found.has(key) || people.get(key)?.handle !== undefined) return;
    if (!isWritable(member.phone)) return;
    const handle = toHandle(row, sources) ?? (row.isLast ? sources.handles.take(unnamed) : undefined);
    if (handle === undefined) return;
    found.set(key, { key, handle, phone: member.phone, ...toDetails(row) });
  };
  for (const row of sheet) name(row.key, row);
  for (const key of [...members.keys()].toSorted()) {
    const called = contacts.get(key);
    if (called !== undefined) name(key, { name: called, teams: [] });
  }
  if (isSealed) for (const key of [...members.keys()].toSorted()) name(key, { teams: [], isLast: true });
  return found;
}

function toHandle(
  { handle, name }: Pick<SheetPerson, 'handle' | 'name'>,
  { handles, makeHandle }: NameSources,
): string | undefined {
  const made = name === undefined ? undefined : makeHandle(name);
  return (handle === undefined ? undefined : handles.take(handle)) ?? (made && handles.take(made));
}

/** A name of more than this is no name. Letters. */
const longestName = 100;

function toDetails({ name = '', note = '' }: Pick<SheetPerson, 'name' | 'note'>) {
  return {
    ...(name.trim() !== '' && { name: [...name].slice(0, longestName).join('') }),
    ...(note.trim() !== '' && { note }),
  };
}
