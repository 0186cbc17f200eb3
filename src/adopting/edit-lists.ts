import { addItems, findComment, removeItems } from '../config/edit/edit-list.ts';
import { applyEdits } from '../config/edit/edits.ts';
import type { YamlNode } from '../config/yaml/node.ts';
import type { NotAdopted } from '../domain/adoption.ts';
import type { DesiredPerson, Way } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Contacts } from '../domain/people/contacts.ts';
import type { Lid, Person, PersonKey } from '../domain/people/person.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import type { SettingName } from '../domain/settings.ts';
import { isOfToday, toEntryText, toHiddenText, toExceptEdits, toMovedText } from './entry-text.ts';
import type { PersonWish, Wishes } from './find-wishes.ts';
import { readList } from '../config/edit/read-map.ts';

/** What a first edit did not bring about. */
export interface Stubborn {
  /**
   * Whose ways do not mean what they seem to: a team names them on other days, two entries bridge the days between. They
   * get an entry of their own, or lose all.
   */
  readonly people: ReadonlySet<PersonKey>;
  /** Settings for which a defaults file speaks where this file does not. */
  readonly settings: ReadonlySet<SettingName>;
}

/** The lists of a group's file, and what tells whom an entry of theirs means. */
export interface ListScope {
  readonly desired: KnownGroup;
  /** The number of the line and of the column at which a node of the text begins, both from 1. */
  readonly spanOf: (node: YamlNode) => { readonly line: number; readonly column: number };
  /** Everybody whom the files know, by number and by LID. */
  readonly people: ReadonlyMap<PersonKey, Person>;
  readonly hidden: Organisation['hidden'];
  /** Numbers are sealed in these files: none may get into one in plain text. */
  readonly isSealed: boolean;
  /** What whoever is in no file is called by the account's contacts, or by themselves; absent: nobody is. */
  readonly contacts?: Contacts | undefined;
  /** The comment that says so. */
  readonly toCalled: (name: string) => string;
  readonly today: string;
  readonly stubborn: Pick<Stubborn, 'people'>;
}

type ListName = Way['list'];

const listNames = ['members', 'admins'] as const;

/** An entry of one of the lists, and its place among the others. */
interface Entry {
  readonly list: ListName;
  readonly item: YamlNode;
  readonly index: number;
}

/** An entry of the group's own lists that names somebody. */
interface OwnEntry extends Entry {
  readonly isTeam: boolean;
  readonly isActive: boolean;
}

/** An entry to be put at the end of a list, with the comment that stands behind it. */
interface NewEntry {
  readonly text: string;
  readonly comment?: string | undefined;
}

/** What is to become of the entries of both lists. */
interface Draft {
  readonly replaced: Map<YamlNode, string>;
  /** The words of those whom an entry of a team no longer means. */
  readonly excepted: Map<YamlNode, string[]>;
  /** Places of entries. */
  readonly removed: Readonly<Record<ListName, Set<number>>>;
  readonly added: Readonly<Record<ListName, NewEntry[]>>;
}

/** The text with everybody where the wishes want them, each entry with the comment behind it; and who could not be moved. */
export function editLists(
  text: string,
  wishes: Pick<Wishes, 'people' | 'hidden' | 'known'>,
  scope: ListScope,
): { readonly text: string; readonly left: readonly NotAdopted[] } {
  // Most files of an organisation: they are not even read again.
  if (wishes.people.length + wishes.hidden.length + wishes.known.length === 0) return { text, left: [] };
  const draft: Draft = {
    replaced: new Map(),
    excepted: new Map(),
    removed: { members: new Set(), admins: new Set() },
    added: { members: [], admins: [] },
  };
  const page = { text, scope, draft, entries: findEntries(text, scope) };
  const left = wishes.people.flatMap((wish): NotAdopted[] => {
    if (!isWritable(wish, scope)) return [{ reason: 'no-handle', person: wish.person }];
    return settle(wish, page) ? [] : [{ reason: 'by-defaults', person: wish.person }];
  });
  // Whose number may not stand there stays listed by the LID.
  for (const { lid, person, role } of wishes.known)
    if (isWritable({ person, role }, scope)) nameKnown({ lid, person, role }, page);
  for (const { lid, role } of wishes.hidden) draft.added[toList(role)].push(toHidden(lid, scope));
  return { text: carryOut(text, draft), left };
}

/** One file's text while its lists are edited. */
interface Page {
  readonly text: string;
  readonly scope: ListScope;
  readonly draft: Draft;
  /** By line and column. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** False where it would take a number in plain text that must not stand there. */
function isWritable({ person, role, lid }: PersonWish, { isSealed, people }: ListScope): boolean {
  return !isSealed || role === 'none' || lid !== undefined || people.get(person.key)?.handle !== undefined;
}

function toList(role: 'member' | 'admin'): ListName {
  return role === 'admin' ? 'admins' : 'members';
}

function findEntries(text: string, { spanOf }: ListScope): Page['entries'] {
  return new Map(
    listNames.flatMap((list) =>
      (readList(text, list)?.items ?? []).map(
        (item, index) => [toPlace(spanOf(item)), { list, item, index }] as const,
      ),
    ),
  );
}

function toPlace({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}

/** Puts one person where they are wanted. False, with nothing done, where a defaults file names them. */
function settle({ person, role, lid }: PersonWish, page: Page): boolean {
  const { scope, draft } = page;
  const listed = scope.desired.people.get(person.key);
  const ways = listed?.ways ?? [];
  const isTooMuch = (list: ListName) => role === 'none' || (role === 'member' && list === 'admins');
  if (ways.some(({ defaults, list }) => defaults !== undefined && isTooMuch(list))) return false;
  const own = findOwn(ways, page);
  const fresh = lid === undefined ? toNumbered(person, listed, scope) : toHidden(lid, scope);
  const isStubborn = scope.stubborn.people.has(person.key);
  const gone = own.filter(({ list, isActive }) => (isActive || isStubborn) && isTooMuch(list));
  for (const { item, isTeam, list, index } of gone) {
    if (isTeam) draft.excepted.set(item, [...(draft.excepted.get(item) ?? []), fresh.text]);
    else draft.removed[list].add(index);
  }
  if (role === 'none') return true;
  const isElsewhere = ways.some(({ defaults, list }) => defaults !== undefined && list === toList(role));
  if (!isElsewhere || isStubborn) enlist(toList(role), { fresh, own, person }, page);
  return true;
}

/** Somebody new by handle or number; whoever has no handle with what they are called. */
function toNumbered(person: Person, listed: Person | undefined, scope: ListScope): NewEntry {
  const text = toEntryText(person, { people: scope.people, listed });
  const called = scope.people.has(person.key) ? undefined : scope.contacts?.byPerson.get(person.key);
  return { text, ...(called !== undefined && { comment: scope.toCalled(called) }) };
}

/** The same for whoever hides their number. */
function toHidden(lid: Lid, { hidden, contacts, toCalled }: ListScope): NewEntry {
  const called = hidden.has(lid) ? undefined : contacts?.byLid.get(lid);
  return { text: toHiddenText(lid, hidden), ...(called !== undefined && { comment: toCalled(called) }) };
}

function findOwn(ways: DesiredPerson['ways'], { entries, scope }: Page): OwnEntry[] {
  return ways.flatMap(({ defaults, span, team }): OwnEntry[] => {
    const entry = defaults === undefined ? entries.get(toPlace(span)) : undefined;
    const isTeam = team !== undefined;
    return entry ? [{ ...entry, isTeam, isActive: isOfToday(entry.item, scope.today) }] : [];
  });
}

/** Whom to put into a list, and which entries name them already. */
interface Newcomer {
  readonly fresh: NewEntry;
  readonly own: readonly OwnEntry[];
  readonly person: Person;
}

/** Makes sure that a list names somebody today: by the entry that it has, by one of the other list, or by a new one. */
function enlist(to: ListName, { fresh, own, person }: Newcomer, page: Page): void {
  const { draft, text, scope } = page;
  const here = own.filter(({ list }) => list === to);
  const isStubborn = scope.stubborn.people.has(person.key);
  if (here.some(({ isActive, isTeam }) => isActive && !(isTeam && isStubborn))) return;
  const ended = here.find(({ isTeam }) => !isTeam);
  if (ended) return void draft.replaced.set(ended.item, toMovedText(text, ended.item, true));
  const isInBoth = to === 'admins' && listsAdminsTwice(scope);
  const other = own.find(({ list, isTeam, isActive }) => list !== to && !isTeam && isActive);
  const isMoved = other !== undefined && !isInBoth;
  if (isMoved && to === 'admins') draft.removed.members.add(other.index);
  draft.added[to].push(
    isMoved ? { text: toMovedText(text, other.item), comment: findComment(text, other.item) } : fresh,
  );
  if (isInBoth && !other && scope.desired.lists.members) enlist('members', { fresh, own, person }, page);
}

/** True for a file that names each of its admins among the members, too. */
function listsAdminsTwice({ desired: { people, lists } }: ListScope): boolean {
  const admins = [...people.values()].filter(({ ways }) => ways.some(({ list }) => list === 'admins'));
  if (!lists.members || admins.length === 0) return false;
  return admins.every(({ ways }) => ways.some(({ list }) => list === 'members'));
}

/** Writes who somebody is whom the file knows by LID, in the list in which they belong. */
function nameKnown(
  { lid, person, role }: Wishes['known'][number],
  { text, scope, draft, entries }: Page,
): void {
  const named = [...entries.values()].filter(({ item }) => isLidEntry(item, lid));
  const [first, ...others] = named.toSorted((a) => (a.list === toList(role) ? -1 : 1));
  if (!first) return;
  const word = toEntryText(person, { people: scope.people, listed: undefined });
  for (const { list, index } of others) draft.removed[list].add(index);
  if (first.list === toList(role)) return void draft.replaced.set(first.item, word);
  draft.removed[first.list].add(first.index);
  draft.added[toList(role)].push({ text: word, comment: findComment(text, first.item) });
}

function isLidEntry(item: YamlNode, lid: Lid): boolean {
  const word = item.kind === 'map' ? item.pairs.find(({ key }) => key === 'person')?.value : item;
  return word?.kind === 'scalar' && String(word.value).trim() === `lid:${lid}`;
}

/** Replaces, then adds, then removes: additions come last, so that the places of all others in their list stay as they are. */
function carryOut(text: string, { replaced, excepted, removed, added }: Draft): string {
  const replacements = [
    ...[...replaced].map(([item, word]) => ({ ...item, text: word })),
    ...[...excepted].flatMap(([item, words]) => toExceptEdits(text, item, words)),
  ];
  let edited = applyEdits(text, replacements);
  for (const list of listNames) edited = addTo(edited, list, added[list]);
  for (const list of listNames) edited = removeFrom(edited, list, removed[list]);
  return edited;
}

/** The comments come along where there is room for them: in brackets on one line there is none. */
function addTo(text: string, list: ListName, entries: readonly NewEntry[]): string {
  const node = entries.length === 0 ? undefined : readList(text, list);
  if (!node) return text;
  const add = (items: readonly string[]) => applyEdits(text, addItems(text, node, items));
  const commented = add(entries.map(({ text: word, comment }) => (comment ? `${word} # ${comment}` : word)));
  const isWhole = readList(commented, list)?.items.length === node.items.length + entries.length;
  return isWhole ? commented : add(entries.map(({ text: word }) => word));
}

function removeFrom(text: string, list: ListName, places: ReadonlySet<number>): string {
  const node = places.size === 0 ? undefined : readList(text, list);
  if (!node) return text;
  const gone = new Set(node.items.filter((_item, index) => places.has(index)));
  return applyEdits(text, removeItems(text, node, gone));
}
