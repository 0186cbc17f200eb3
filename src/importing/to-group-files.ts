import { toScalarText } from '../config/edit/scalar-text.ts';
import type { GroupId, LiveGroup, LivePerson, Unidentified } from '../domain/group.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import type { Lid, PersonKey, PhoneNumber } from '../domain/people/person.ts';
import type { FileComments } from '../words/import-words.ts';
import type { ChosenGroup } from './choose-groups.ts';
import type { Entry, ImportedGroup } from './group-text.ts';
import { countRemarks, toGroupText } from './group-text.ts';

/** How people stand in lists. */
export interface ListWays {
  /** The policy's accounts, which are kept wherever they are and stand in no list. */
  readonly accounts: ReadonlySet<PersonKey>;
  readonly handles: ReadonlyMap<PersonKey, string>;
  /** The same for those who hide their number. */
  readonly hidden: ReadonlyMap<Lid, string>;
  /** A number in a form that reads back as it is; undefined where there is none. */
  readonly writePhone: (phone: PhoneNumber) => string | undefined;
  readonly contacts: Contacts;
  /** The account that acts, where the policy has several. */
  readonly account?: string;
  readonly photos: ReadonlyMap<GroupId, NonNullable<ImportedGroup['photo']>>;
  readonly words: FileComments;
  /** Numbers are sealed in these files: no name and no topic brings one into them. */
  readonly isSealed?: boolean;
}

/** A group's file, and what is told of it. */
export interface GroupFile {
  /** Without its ending. */
  readonly file: string;
  readonly text: string;
  readonly group: ImportedGroup;
  /** Lines that say what the file cannot carry. */
  readonly remarks: number;
}

/** The file of one group. */
export function toGroupFile({ live, file, observed }: ChosenGroup, ways: ListWays): GroupFile {
  const listed = [...toListed(live, ways), ...live.unidentified.map((member) => toHidden(member, ways))];
  const photo = ways.photos.get(live.id);
  const group: ImportedGroup = {
    live,
    ...(ways.account !== undefined && { account: ways.account }),
    ...(observed && { observed }),
    ...(ways.isSealed && { isSealed: true }),
    members: toEntries(listed, 'member'),
    admins: toEntries(listed, 'admin'),
    unwritable: listed.filter(({ entry, isHidden }) => !entry && !isHidden).length,
    nameless: live.unidentified.filter(({ lid }) => lid === undefined).length,
    ...(photo && { photo }),
  };
  const text = toGroupText(group, ways.words);
  return { file, text, group, remarks: countRemarks(text) };
}

interface Listed {
  readonly role: LivePerson['role'];
  /** What they are sorted by. */
  readonly order: string;
  readonly isHidden: boolean;
  /** Absent: they cannot be written. */
  readonly entry?: Entry;
}

function toListed({ people }: LiveGroup, ways: ListWays): Listed[] {
  const others = [...people.values()].filter(({ key }) => !ways.accounts.has(key));
  return others.map((person) => {
    const entry = toEntry(person, ways);
    return { role: person.role, order: entry?.text ?? '', isHidden: false, ...(entry && { entry }) };
  });
}

/** A handle, else the number, with what its contact is called beside it, else the LID. */
function toEntry({ key, phone, lid }: LivePerson, ways: ListWays): Entry | undefined {
  const handle = ways.handles.get(key);
  if (handle !== undefined) return { text: toScalarText(handle) };
  const written = ways.writePhone(phone);
  const text = written === undefined ? lid && `lid:${lid}` : toScalarText(written, true);
  if (text === undefined) return undefined;
  const called = ways.contacts.byPerson.get(key);
  return { text, ...(called !== undefined && { called }) };
}

function toHidden({ lid, role }: Unidentified, { hidden }: ListWays): Listed {
  if (lid === undefined) return { role, order: '', isHidden: true };
  const handle = hidden.get(lid);
  const text = handle === undefined ? `lid:${lid}` : toScalarText(handle);
  return { role, order: text, isHidden: true, entry: { text } };
}

/** Handles before numbers before LIDs, each sorted. */
function toEntries(listed: readonly Listed[], role: Listed['role']): Entry[] {
  return listed
    .filter((each) => each.role === role)
    .toSorted((a, b) => compare(rank(a), rank(b)) || compare(a.order, b.order))
    .flatMap(({ entry }) => entry ?? []);
}

function rank({ order }: Listed): number {
  return order.startsWith('"+') ? 1 : order.startsWith('lid:') ? 2 : 0;
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b);
}
