import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import type { Day, DesiredPerson, Modes } from '../../domain/group.ts';
import type { Lid, Person, PersonKey } from '../../domain/people/person.ts';
import { maskPhone } from '../../safe/mask.ts';
import { toLatest } from '../people/directory.ts';
import type { Directory, Found } from '../people/directory.ts';
import type { ListEntry } from './list-entry.ts';
import type { ParsedGroup } from './parse-group.ts';
import { toMistake } from '../mistake.ts';

/** Everybody in the lists of one group. */
export interface ResolvedLists {
  readonly people: ReadonlyMap<PersonKey, DesiredPerson>;
  readonly knownLids: ReadonlySet<Lid>;
}

/** One person while their ways are brought together. */
interface Draft {
  readonly person: Person;
  readonly span: Span;
  readonly via: string[];
  memberUntil: Day | undefined;
  isAdmin: boolean;
  adminUntil: Day | undefined;
  readd: Day | undefined;
  byInvite: boolean;
}

type ListName = 'members' | 'admins';

/** Brings all ways in which a group's lists name somebody together into one person. */
export function resolveLists(
  group: ParsedGroup,
  manage: Modes,
  directory: Directory,
  diagnostics: Diagnostic[],
): ResolvedLists {
  const drafts = new Map<PersonKey, Draft>();
  const knownLids = new Set<Lid>();
  for (const list of ['members', 'admins'] as const) {
    const entries = group[list] ?? [];
    for (const repeated of findRepeated(entries, list)) diagnostics.push(repeated);
    for (const idle of manage[list] === 'additive' ? findIdleEnds(entries, list) : []) diagnostics.push(idle);
    for (const entry of entries) {
      const expansion = directory.expand(entry);
      for (const lid of expansion.lids) knownLids.add(lid);
      for (const found of expansion.people) {
        const before = drafts.get(found.person.key);
        const draft = before ?? toDraft(found, entry);
        if (!before) drafts.set(found.person.key, draft);
        if (draft.person.phone !== found.person.phone) diagnostics.push(toTwoSpellings(draft, found, entry));
        addWay(draft, found, entry, list);
      }
    }
  }
  const people = new Map<PersonKey, DesiredPerson>();
  for (const [key, draft] of drafts) people.set(key, toDesired(draft));
  return { people, knownLids };
}

function toDraft({ person, until }: Found, { span }: ListEntry): Draft {
  const open = { isAdmin: false, adminUntil: undefined, readd: undefined, byInvite: false };
  return { person, span, via: [], memberUntil: until, ...open };
}

function addWay(draft: Draft, found: Found, entry: ListEntry, list: ListName): void {
  const way = toWay(entry);
  if (!draft.via.includes(way)) draft.via.push(way);
  draft.memberUntil = toLatest(draft.memberUntil, found.until);
  if (list === 'admins')
    draft.adminUntil = draft.isAdmin ? toLatest(draft.adminUntil, found.until) : found.until;
  draft.isAdmin ||= list === 'admins';
  if (entry.readd !== undefined && entry.readd > (draft.readd ?? '')) draft.readd = entry.readd;
  draft.byInvite ||= found.byInvite;
}

/** An entry as reports show it; never a whole number. */
function toWay({ target }: ListEntry): string {
  if (target.kind === 'phone') return maskPhone(target.phone);
  if (target.kind === 'lid') return `lid:${target.lid}`;
  return target.kind === 'team' ? `team:${target.name}` : target.name;
}

function toDesired(draft: Draft): DesiredPerson {
  const { person, span, via, byInvite } = draft;
  const role = draft.isAdmin ? 'admin' : 'member';
  // Assigned, not spread: this runs once for each person of each group.
  const { key, phone, handle, name } = person;
  const desired: Writable<DesiredPerson> = {
    key,
    phone,
    role,
    via: via.length > 1 ? via.toSorted() : via,
    byInvite,
    span,
  };
  if (handle !== undefined) desired.handle = handle;
  if (name !== undefined) desired.name = name;
  if (draft.memberUntil !== undefined) desired.memberUntil = draft.memberUntil;
  if (draft.adminUntil !== undefined) desired.adminUntil = draft.adminUntil;
  if (draft.readd !== undefined) desired.readd = draft.readd;
  return desired;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The same word twice in one list: harmless where both say the same, a contradiction where not. */
function findRepeated(entries: readonly ListEntry[], list: ListName): readonly Diagnostic[] {
  const seen = new Map<string, ListEntry>();
  return entries.flatMap((entry) => {
    const way = toIdentity(entry);
    const before = seen.get(way);
    if (!before) {
      seen.set(way, entry);
      return [];
    }
    const name = `\`${toWay(entry)}\` stands in \`${list}\` already, in line ${before.span.line}`;
    const same =
      before.until === entry.until && before.readd === entry.readd && before.byInvite === entry.byInvite;
    if (same)
      return [toMistake('listed-twice', `${name}. One of the two is enough; remove the other.`, entry.span)];
    const detail = `${name}, with another \`until\`, \`readd\` or \`by\`, so nobody knows which of them counts. Keep one.`;
    return [toMistake('conflicting-entries', detail, entry.span)];
  });
}

/** Different for whoever is different: a handle has a letter and no colon, a number has neither. */
function toIdentity({ target }: ListEntry): string {
  if (target.kind === 'phone') return target.phone;
  if (target.kind === 'handle') return target.name;
  return target.kind === 'lid' ? `lid:${target.lid}` : `team:${target.name}`;
}

function findIdleEnds(entries: readonly ListEntry[], list: ListName): readonly Diagnostic[] {
  const detail = `\`${list}\` is managed as additive here, which never removes or demotes anybody, so this end does nothing. Set \`manage: exact\`, or remove \`until\`.`;
  return entries
    .filter((entry) => entry.until !== undefined)
    .map((entry) => toMistake('until-without-effect', detail, entry.span));
}

function toTwoSpellings(draft: Draft, found: Found, entry: ListEntry): Diagnostic {
  const name =
    found.person.handle === undefined ? maskPhone(found.person.phone) : `\`${found.person.handle}\``;
  const detail = `This names ${name} by another spelling of the number than line ${draft.span.line} (${[...draft.via].join(', ')}) does: to WhatsApp they are one person. Use one spelling, the one that WhatsApp shows, or the handle in both places.`;
  return toMistake('two-spellings', detail, entry.span);
}
