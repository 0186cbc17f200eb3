import type { PeopleFile } from '../config/edit/add-people.ts';
import type { GroupId } from '../domain/group.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import type { PersonKey, PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { Organisation } from '../domain/organisation.ts';
import { holdsNumber } from '../safe/mask.ts';
import type { ToSkeleton } from '../safe/plain-letters.ts';
import type { FileComments } from '../words/import-words.ts';
import type { Choice } from './choose-groups.ts';
import type { SheetTeam } from './find-teams.ts';
import { findTeams } from './find-teams.ts';
import { toFree } from './file-name.ts';
import type { ImportedGroup } from './group-text.ts';
import { createHandles } from './handles.ts';
import { nameHidden } from './name-hidden.ts';
import { namePeople } from './name-people.ts';
import type { NewHidden, NewPerson, SheetPerson } from './new-person.ts';
import type { NewFile } from './new-file.ts';
import { photoFolder, usualPeopleFile } from './new-file.ts';
import { toPeopleText } from './people-text.ts';
import type { GroupFile } from './to-group-files.ts';
import { toGroupFile } from './to-group-files.ts';

/** All that files are made from; the same input always gives the same texts. */
export interface ImportInput {
  /** What the files say that are there. */
  readonly organisation: Organisation;
  /** The names of all handles and teams in them. */
  readonly taken: { readonly handles: readonly string[]; readonly teams: readonly string[] };
  /** Where new people go; absent: there is no such file yet. */
  readonly peopleFile?: (PeopleFile & { readonly path: string }) | undefined;
  /** The account that acts. */
  readonly account: string;
  readonly choice: Choice;
  readonly sheet: readonly SheetPerson[];
  readonly contacts: Contacts;
  /** Take the names of contacts for those of the address book. */
  readonly believesContacts: boolean;
  readonly photos: ReadonlyMap<GroupId, LivePhotoFile>;
  /** True for the name of a photo that is there already, its ending left out. */
  readonly isPhotoTaken: (name: string) => boolean;
  readonly ways: {
    readonly makeHandle: (name: string) => string | undefined;
    readonly toSkeleton: ToSkeleton;
    /** A number in a form that reads back as it is; undefined where there is none. */
    readonly writePhone: (phone: PhoneNumber) => string | undefined;
  };
  readonly words: FileComments;
}

/** A group's photo, ready for a file; or why there can be none. */
export type LivePhotoFile =
  | { readonly bytes: Uint8Array; readonly ending: string }
  | { readonly reason: string };

/** What is to be written, and what it is made of. */
export interface ImportPlan {
  readonly groups: readonly GroupFile[];
  /** What is to be written, in this order: people before the groups that name them. */
  readonly files: readonly NewFile[];
  readonly newPeople: readonly NewPerson[];
  readonly newHidden: readonly NewHidden[];
  /** Teams of the spreadsheet that the files could have. */
  readonly teams: readonly SheetTeam[];
}

/** Who gets a handle, and who has one by then. */
export type Naming = ReturnType<typeof nameAll>;

/**
 * Live groups, the files that are there, a spreadsheet and contacts → files. Pure. `sealed`: the new people's numbers by handle,
 * where the files have sealed ones.
 */
export function planImport(
  given: ImportInput,
  names: Naming = nameAll(given),
  sealed: ReadonlyMap<string, string> = new Map(),
): ImportPlan {
  const input = withoutNumbers(given);
  const { organisation, choice, contacts, ways, words } = input;
  const { policy } = organisation;
  const { newPeople, newHidden, handles, hidden } = names;
  const photos = toPhotoFiles(input);
  const groups = choice.chosen.map((group) =>
    toGroupFile(group, {
      accounts: new Set(findAccounts(organisation)),
      handles,
      hidden,
      writePhone: ways.writePhone,
      contacts,
      ...(policy.accounts.size > 1 && { account: input.account }),
      photos: photos.named,
      words,
      isSealed: isSealed(input),
    }),
  );
  const teams = findTeams(input.sheet, handles, input.taken.teams);
  const people = toPeopleFile(input, { newPeople, newHidden }, sealed);
  const texts = groups.map(({ file, text }) => ({ path: `${file}.yaml`, content: text }));
  return { groups, newPeople, newHidden, teams, files: [...people, ...photos.files, ...texts] };
}

function isSealed({ organisation }: Pick<ImportInput, 'organisation'>): boolean {
  return organisation.policy.seal !== undefined;
}

/** Where numbers are sealed, nobody is called by a name that seems to hold one. */
function withoutNumbers(input: ImportInput): ImportInput {
  if (!isSealed(input)) return input;
  const { byPerson, byLid } = input.contacts;
  const contacts = {
    ...input.contacts,
    byPerson: new Map([...byPerson].filter(isHarmless)),
    byLid: new Map([...byLid].filter(isHarmless)),
  };
  return { ...input, contacts, sheet: input.sheet.map(withoutNumber) };
}

function isHarmless([, name]: readonly [unknown, string]): boolean {
  return !holdsNumber(name);
}

function withoutNumber({ handle, name, note, ...row }: SheetPerson): SheetPerson {
  return {
    ...row,
    ...(handle !== undefined && !holdsNumber(handle) && { handle }),
    ...(name !== undefined && !holdsNumber(name) && { name }),
    ...(note !== undefined && !holdsNumber(note) && { note }),
  };
}

/** Gives out handles; everybody has one where numbers are sealed. */
export function nameAll(input: ImportInput) {
  const { organisation, taken, choice, sheet, contacts, believesContacts, ways } = withoutNumbers(input);
  const { people } = organisation;
  const handles = createHandles(taken.handles, ways.toSkeleton);
  const { makeHandle } = ways;
  const newPeople = namePeople(findMembers(choice, organisation), {
    people,
    sheet,
    contacts: believesContacts ? contacts.byPerson : new Map(),
    makeHandle,
    handles,
    isWritable: (phone) => ways.writePhone(phone) !== undefined,
    isSealed: isSealed(input),
  });
  const newHidden = nameHidden(
    choice.chosen.map(({ live }) => live),
    { known: organisation.hidden, contacts: contacts.byLid, believesContacts, makeHandle, handles },
  );
  const named = [...people.values(), ...newPeople.values()];
  return {
    newPeople: [...newPeople.values()],
    newHidden,
    handles: new Map(named.flatMap(({ key, handle }) => (handle === undefined ? [] : [[key, handle]]))),
    hidden: new Map([...organisation.hidden.values(), ...newHidden].map(({ lid, handle }) => [lid, handle])),
  };
}

function findAccounts({ policy }: Organisation): PersonKey[] {
  return [...policy.accounts.values()].map(toPersonKey);
}

/** Whoever is in a group that gets a file; and of those that have one, whoever stands there as a LID and is known by now. */
function findMembers({ chosen, lives }: Choice, organisation: Organisation) {
  const members = new Map(chosen.flatMap(({ live }) => [...live.people]));
  const lids = new Map(organisation.groups.map(({ id, knownLids }) => [id, knownLids]));
  for (const { id, people } of lives)
    for (const person of people.values())
      if (person.lid !== undefined && lids.get(id)?.has(person.lid)) members.set(person.key, person);
  for (const key of findAccounts(organisation)) members.delete(key);
  return members;
}

function toPeopleFile(
  { peopleFile, ways, words }: ImportInput,
  { newPeople, newHidden }: Pick<Naming, 'newPeople' | 'newHidden'>,
  sealed: ReadonlyMap<string, string>,
): NewFile[] {
  if (newPeople.length + newHidden.length === 0) return [];
  const written = newPeople.map((person) => ({
    ...person,
    written: sealed.get(person.handle) ?? ways.writePhone(person.phone) ?? '',
  }));
  const content = toPeopleText(peopleFile, [...written, ...newHidden], words);
  if (!peopleFile) return [{ path: usualPeopleFile, content }];
  return [{ path: peopleFile.path, content, before: peopleFile.text }];
}

/** Pictures in a folder of their own, called as the file of their group; by group, and as files. */
function toPhotoFiles({ choice, photos, isPhotoTaken }: ImportInput) {
  const files: NewFile[] = [];
  const named = new Map<GroupId, NonNullable<ImportedGroup['photo']>>();
  for (const { live, file } of choice.chosen) {
    const photo = photos.get(live.id);
    if (!photo) continue;
    if ('reason' in photo) named.set(live.id, photo);
    else {
      const path = `${photoFolder}/${toFree(file, isPhotoTaken)}.${photo.ending}`;
      named.set(live.id, { path });
      files.push({ path, content: photo.bytes });
    }
  }
  return { named, files };
}
