import { tellPlace } from '../../domain/diagnostic.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Day, DesiredPerson, Modes, Way } from '../../domain/group.ts';
import { Shelf } from '../../domain/lazy/made-map.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';
import { maskPhone } from '../../safe/mask.ts';
import { isPlainPath, withoutQuotes } from '../../safe/quotes.ts';
import { toMistake } from '../mistake.ts';
import type { Directory } from '../people/directory.ts';
import type { Found } from '../people/expansion.ts';
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
 * Brings all ways in which a group's lists name somebody together into one person. The people are brought together anew when
 * somebody looks at them again: a large account has two million of them, and one group at a time is looked at.
 */
export function resolveLists(lists: Lists, directory: Directory, diagnostics: Diagnostic[]): ResolvedLists {
  const { people, knownLids } = bringTogether(lists, directory, diagnostics);
  const again = () => bringTogether(lists, directory).people;
  return { people: shelf.toMap(people.size, again), knownLids };
}

const shelf = new Shelf(20_000);

/** Without `diagnostics` nothing is looked for that is wrong. */
function bringTogether(lists: Lists, directory: Directory, diagnostics?: Diagnostic[]): ResolvedLists {
  const people = new Map<PersonKey, Draft>();
  const knownLids = new Set<Lid>();
  const singleAdmins: SingleAdmin[] = [];
  const add = (found: Found, entry: ListEntry, way: Way) => {
    const before = people.get(found.person.key);
    const person = before ?? toDraft(found, entry, way);
    if (before && isTwoSpellings(before, found)) diagnostics?.push(toTwoSpellings(before, found, entry));
    if (before) addWay(before, found, entry, way);
    else people.set(found.person.key, person);
    if (way.list === 'admins' && way.team === undefined && way.defaults === undefined)
      singleAdmins.push({ entry, person });
  };
  for (const list of ['members', 'admins'] as const) {
    const own = lists.group[list];
    if (!own) continue;
    diagnostics?.push(...findRepeated(own, list), ...findIdleEnds(own, list, lists.manage));
    for (const { entries, defaults } of withDefaults(own, list, lists)) {
      for (const entry of entries) {
        const expansion = directory.expand(entry);
        for (const lid of expansion.lids) knownLids.add(lid);
        // One for all of a team, since in YAML nothing in it is a person's own.
        const way = toWay(entry, list, defaults);
        for (const found of expansion.people)
          add(found, entry, found.sheet === undefined ? way : toSheetWay(way, found.sheet));
      }
    }
  }
  if (lists.group.members) diagnostics?.push(...findLoneAdmins(singleAdmins));
  return { people, knownLids };
}

/** The entries of a list that the group's file has, and what defaults add to it. */
function withDefaults(own: readonly ListEntry[], list: Way['list'], { defaults }: Lists) {
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
