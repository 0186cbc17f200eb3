import { tellPlace } from '../../domain/diagnostic.ts';
import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import type { DesiredPerson, Modes, Way } from '../../domain/group.ts';
import type { Lid, Person, PersonKey } from '../../domain/people/person.ts';
import { maskPhone } from '../../safe/mask.ts';
import { isPlainPath, withoutQuotes } from '../../safe/quotes.ts';
import { toMistake } from '../mistake.ts';
import type { Directory } from '../people/directory.ts';
import type { Found } from '../people/expansion.ts';
import { span as bridge } from '../people/term.ts';
import type { Term } from '../people/term.ts';
import type { ParsedDefaults } from './defaults.ts';
import { findIdleEnds, findRepeated, toWord } from './judge-entries.ts';
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

/** One person while their ways are brought together. */
interface Draft {
  readonly person: Person;
  readonly span: Span;
  readonly ways: Way[];
  member: Term;
  admin: Term | undefined;
  readd: string | undefined;
  byInvite: boolean;
}

/** Brings all ways in which a group's lists name somebody together into one person. */
export function resolveLists(lists: Lists, directory: Directory, diagnostics: Diagnostic[]): ResolvedLists {
  const drafts = new Map<PersonKey, Draft>();
  const knownLids = new Set<Lid>();
  for (const list of ['members', 'admins'] as const) {
    const own = lists.group[list];
    if (!own) continue;
    for (const repeated of findRepeated(own, list)) diagnostics.push(repeated);
    for (const idle of findIdleEnds(own, list, lists.manage)) diagnostics.push(idle);
    for (const { entry, defaults } of withDefaults(own, list, lists)) {
      const expansion = directory.expand(entry);
      for (const lid of expansion.lids) knownLids.add(lid);
      // One for all of a team, since in YAML nothing in it is a person's own.
      const way = toWay(entry, list, defaults);
      for (const found of expansion.people) {
        const before = drafts.get(found.person.key);
        const draft = before ?? toDraft(found, entry);
        if (!before) drafts.set(found.person.key, draft);
        if (isTwoSpellings(draft, found)) diagnostics.push(toTwoSpellings(draft, found, entry));
        addWay(draft, found, entry, found.sheet === undefined ? way : toSheetWay(way, found.sheet));
      }
    }
  }
  const people = new Map<PersonKey, DesiredPerson>();
  for (const [key, draft] of drafts) people.set(key, toDesired(draft));
  return { people, knownLids };
}

/** The entries of a list that the group's file has, and what defaults add to it. */
function withDefaults(own: readonly ListEntry[], list: Way['list'], { defaults }: Lists) {
  const more = defaults.flatMap(({ path, [list]: entries = [] }) =>
    entries.map((entry) => ({ entry, defaults: path })),
  );
  return [...own.map((entry) => ({ entry, defaults: undefined })), ...more];
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

function toDraft(found: Found, { span }: ListEntry): Draft {
  const open = { admin: undefined, readd: undefined, byInvite: false };
  return { person: found.person, span, ways: [], member: found, ...open };
}

function addWay(draft: Draft, found: Found, entry: ListEntry, way: Way): void {
  draft.ways.push(way);
  draft.member = bridge(draft.member, found);
  if (way.list === 'admins') draft.admin = draft.admin ? bridge(draft.admin, found) : found;
  if (entry.readd !== undefined && entry.readd > (draft.readd ?? '')) draft.readd = entry.readd;
  draft.byInvite ||= found.byInvite;
}

function toDesired(draft: Draft): DesiredPerson {
  const { person, span, ways, byInvite, member, admin, readd } = draft;
  // Assigned, not spread: this runs once for each person of each group.
  const { key, phone, handle, name, isSealed } = person;
  const role = admin ? 'admin' : 'member';
  const desired: Writable<DesiredPerson> = { key, phone, role, via: toVia(ways), ways, byInvite, span };
  if (handle !== undefined) desired.handle = handle;
  if (name !== undefined) desired.name = name;
  if (isSealed) desired.isSealed = isSealed;
  if (member.from !== undefined) desired.memberFrom = member.from;
  if (member.until !== undefined) desired.memberUntil = member.until;
  if (admin?.from !== undefined) desired.adminFrom = admin.from;
  if (admin?.until !== undefined) desired.adminUntil = admin.until;
  if (readd !== undefined) desired.readd = readd;
  return desired;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function toVia(ways: readonly Way[]): readonly string[] {
  const [first] = ways;
  if (ways.length === 1 && first) return [first.text];
  return [...new Set(ways.map(({ text }) => text))].toSorted();
}

/** Of a sealed number it is said once, without naming whose (`findSamePhones`). */
function isTwoSpellings({ person }: Draft, found: Found): boolean {
  if (person.isSealed || found.person.isSealed) return false;
  return person.phone !== found.person.phone;
}

function toTwoSpellings(draft: Draft, found: Found, entry: ListEntry): Diagnostic {
  const name =
    found.person.handle === undefined ? maskPhone(found.person.phone) : `\`${found.person.handle}\``;
  const ways = toVia(draft.ways).join(', ');
  const place = draft.span.file === entry.span.file ? `line ${draft.span.line}` : tellPlace(draft.span);
  const detail = `This names ${name} by another spelling of the number than ${place} (${ways}) does: to WhatsApp they are one person. Use one spelling, the one that WhatsApp shows, or the handle in both places.`;
  return toMistake('two-spellings', detail, entry.span);
}
