import { tellPlace } from '../../domain/diagnostic.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Day, DesiredPerson, Modes, Way } from '../../domain/group.ts';
import { Shelf } from '../../domain/lazy/made-map.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { maskPhone } from '../../safe/mask.ts';
import { isPlainPath, withoutQuotes } from '../../safe/quotes.ts';
import { toMistake } from '../mistake.ts';
import type { Directory } from '../people/directory.ts';
import type { Found } from '../people/expansion.ts';
import { findPlainRoster } from './plain-lists.ts';
import { Roll } from './roll.ts';
import { span as bridge, toTerm } from '../people/term.ts';
import type { ParsedDefaults } from './defaults.ts';
import { findIdleEnds, findRepeated, toWord } from './judge-entries.ts';
import { findLoneAdmins } from './list-warnings.ts';
import type { SingleAdmin } from './list-warnings.ts';
import type { ListEntry } from './list-entry.ts';
import type { ParsedGroup } from './parse-group.ts';

/** Everybody in the lists of one group. */
export interface ResolvedLists {
  readonly people: ReadonlyMap<PersonKey, DesiredPerson>;
  readonly knownLids: ReadonlySet<Lid>;
}

/** A group's file and the defaults that add to its lists. */
export interface Lists {
  readonly group: ParsedGroup;
  /** The nearest first. */
  readonly defaults: readonly ParsedDefaults[];
  readonly manage: Modes;
}

/**
 * Everybody whom a group's lists name, and what is wrong in them. All ways in which somebody is named are brought together
 * into one person only when somebody looks: a large account has two million of them, nearly all in groups in which there is
 * nothing to do.
 */
export function resolveLists(lists: Lists, directory: Directory, diagnostics: Diagnostic[]): ResolvedLists {
  const toPeople = (roster: Roster) => shelf.toMap(roster, () => bringTogether(lists, directory));
  const isAddedTo = lists.defaults.some(({ members, admins }) => members ?? admins);
  const plain = isAddedTo ? undefined : findPlainRoster(lists.group, directory);
  if (plain) return { people: toPeople(plain), knownLids: nobody };
  const { roster, knownLids, hasSpellings } = callRoll(lists, directory, diagnostics);
  if (hasSpellings) bringTogether(lists, directory, diagnostics);
  return { people: toPeople(roster), knownLids };
}

const shelf = new Shelf(20_000);
const nobody: ReadonlySet<Lid> = new Set();

/** Who is in the lists, and all that is wrong in them but two spellings of a number (`hasSpellings`). */
function callRoll(lists: Lists, directory: Directory, diagnostics: Diagnostic[]) {
  const roll = new Roll();
  for (const list of ['members', 'admins'] as const) {
    const own = lists.group[list] ?? [];
    diagnostics.push(...findIdleEnds(own, list, lists.manage));
    for (const { entries, defaults } of withDefaults(list, lists)) {
      const isEachOne = roll.call(entries, list, directory);
      if (defaults === undefined && !isEachOne) diagnostics.push(...findRepeated(own, list));
    }
  }
  if (lists.group.members) diagnostics.push(...findLoneAdmins(toSingleAdmins(lists, directory, roll)));
  return { roster: roll.toRoster(), knownLids: roll.knownLids, hasSpellings: roll.hasSpellings };
}

/** Whom single entries of the group's own admins mean, once the roll is called. */
function toSingleAdmins({ group }: Lists, directory: Directory, roll: Roll): SingleAdmin[] {
  const single = (group.admins ?? []).filter(({ target }) => target.kind !== 'team');
  return single.flatMap((entry) =>
    directory.recall(entry).people.map(({ person }) => ({ entry, isMember: !roll.isAloneInAdmins(person.key) })),
  );
}

/** All ways in which the lists name somebody, as one person. With `diagnostics`, two spellings of a number are told. */
function bringTogether(lists: Lists, directory: Directory, diagnostics?: Diagnostic[]) {
  const people = new Map<PersonKey, Draft>();
  for (const list of ['members', 'admins'] as const) {
    for (const { entries, defaults } of withDefaults(list, lists)) {
      for (const entry of entries) {
        // One for all of a team, since in YAML nothing in it is a person's own.
        const way = toWay(entry, list, defaults);
        for (const found of directory.recall(entry).people) {
          const before = people.get(found.person.key);
          const own = found.sheet === undefined ? way : toSheetWay(way, found.sheet);
          if (before && isTwoSpellings(before, found))
            diagnostics?.push(toTwoSpellings(before, found, entry));
          if (before) addWay(before, found, entry, own);
          else people.set(found.person.key, toDraft(found, entry, own));
        }
      }
    }
  }
  return people;
}

/** The entries of a list that the group's file has, and what defaults add to it; none where the file has no such list. */
function withDefaults(list: Way['list'], { group, defaults }: Lists) {
  const own = group[list];
  if (!own) return [];
  const more = defaults.map(({ path, [list]: entries = [] }) => ({ entries, defaults: path }));
  return [{ entries: own, defaults: undefined }, ...more];
}

function toWay(entry: ListEntry, list: Way['list'], defaults: string | undefined): Way {
  const { target, span } = entry;
  const word = toWord(entry);
  const text = defaults === undefined ? word : `${word} (${toShownPath(defaults)})`;
  return {
    list,
    text,
    span,
    ...(target.kind === 'team' && { team: target.name }),
    ...(defaults !== undefined && { defaults }),
  };
}

/** The way of whom a spreadsheet puts into the team. */
function toSheetWay(way: Way, sheet: string): Way {
  return { ...way, text: `${way.text} (${sheet})`, sheet };
}

/** A path in quotes where somebody could take it for words: it stands in plans beside Rollcall's own. */
function toShownPath(path: string): string {
  return isPlainPath(path) ? path : `"${withoutQuotes(path)}"`;
}

/** Somebody while their ways are brought together; most have one, and are there with it. */
interface Draft extends Writable<Omit<DesiredPerson, 'ways'>> {
  readonly ways: Way[];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function toDraft({ person, byInvite, from, until }: Found, { readd }: ListEntry, way: Way): Draft {
  // Assigned, not spread: this runs once for each person of each group.
  const { key, phone, handle, name, isSealed } = person;
  const { text, span } = way;
  const role = way.list === 'admins' ? 'admin' : 'member';
  const draft: Draft = { key, phone, role, via: [text], ways: [way], byInvite, span };
  if (handle !== undefined) draft.handle = handle;
  if (name !== undefined) draft.name = name;
  if (isSealed) draft.isSealed = isSealed;
  if (from !== undefined || until !== undefined) {
    setTerm(draft, 'member', { from, until });
    if (role === 'admin') setTerm(draft, 'admin', { from, until });
  }
  if (readd !== undefined) draft.readd = readd;
  return draft;
}

function addWay(draft: Draft, found: Found, { readd }: ListEntry, way: Way): void {
  const { role, memberFrom, memberUntil, adminFrom, adminUntil } = draft;
  draft.ways.push(way);
  draft.via = [...new Set(draft.ways.map(({ text }) => text))].toSorted();
  setTerm(draft, 'member', bridge(toTerm(memberFrom, memberUntil), found));
  if (way.list === 'admins') {
    const isFirst = role !== 'admin';
    setTerm(draft, 'admin', isFirst ? found : bridge(toTerm(adminFrom, adminUntil), found));
    draft.role = 'admin';
  }
  if (readd !== undefined && readd > (draft.readd ?? '')) draft.readd = readd;
  draft.byInvite ||= found.byInvite;
}

/** A term, or none. */
interface Ends {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** No beginning and no end are written by no day at all. */
function setTerm(draft: Draft, list: 'member' | 'admin', { from, until }: Ends): void {
  delete draft[`${list}From`];
  delete draft[`${list}Until`];
  if (from !== undefined) draft[`${list}From`] = from;
  if (until !== undefined) draft[`${list}Until`] = until;
}

/** Of a sealed number it is said once, without naming whose (`findSamePhones`). */
function isTwoSpellings(draft: Draft, found: Found): boolean {
  if (draft.isSealed || found.person.isSealed) return false;
  return draft.phone !== found.person.phone;
}

function toTwoSpellings(draft: Draft, found: Found, entry: ListEntry): Diagnostic {
  const name =
    found.person.handle === undefined ? maskPhone(found.person.phone) : `\`${found.person.handle}\``;
  const ways = draft.via.join(', ');
  const place = draft.span.file === entry.span.file ? `line ${draft.span.line}` : tellPlace(draft.span);
  const detail = `This names ${name} by another spelling of the number than ${place} (${ways}) does: to WhatsApp they are one person. Use one spelling, the one that WhatsApp shows, or the handle in both places.`;
  return toMistake('two-spellings', detail, entry.span);
}
