import { withoutQuotes } from './quotes.ts';
import type { GroupId } from '../domain/group.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { HiddenPerson, Lid, Person, PersonKey, PhoneNumber } from '../domain/people/person.ts';
import type { Details } from './tell-apart.ts';
import { toBare, toDetails, toShort } from './tell-apart.ts';
import { escapeLines, escapeTerminal } from './escape.ts';
import type { SafeText } from './escape.ts';
import type { Left } from './mask.ts';
import { mask, maskLines, maskPhone, sealedPhone } from './mask.ts';
import type { ToSkeleton } from './plain-letters.ts';

/** How texts and people get into a view: the only doors. */
export interface Safety {
  /** What people call somebody: name, handle or number; told apart from whoever would look the same. */
  readonly label: (person: Person) => SafeText;
  /** The same without their number, even where numbers are shown. */
  readonly name: (person: Person) => SafeText;
  /** Somebody of whom a LID is all that WhatsApp tells: what the files call them, else "lid:…". */
  readonly hidden: (lid: Lid) => SafeText;
  /** A number, whoever has it. */
  readonly phone: (phone: PhoneNumber) => SafeText;
  /** The same, masked even where numbers are shown. */
  readonly masked: (phone: PhoneNumber) => SafeText;
  /** A text of one line, whoever wrote it. */
  readonly line: (text: string) => SafeText;
  /** A topic: several lines, each of them safe. */
  readonly lines: (text: string) => string;
  /**
   * What a topic was and what the file makes it, with the numbers that the file itself holds: whoever may read the report
   * reads them there. What is not in the file, somebody wrote on a phone: masked. For reports alone.
   */
  readonly topics: (before: string, after: string) => { readonly before: string; readonly after: string };
  /** 0 for the first person that is asked about, 1 for the next: the same number for the same person. */
  readonly toOrdinal: (person: Person) => number;
  /** Which of somebody's numbers this is, where they have an old and a new one. */
  readonly toNumber: (person: Person) => { readonly number?: 'old' | 'new' };
}

/** Whom a view may have to tell apart. */
export interface Naming {
  /** Everybody, those with names first; for one person the first one counts. Gone through more than once. */
  readonly people: Iterable<Person>;
  /** True where the number of one of them is secret, false where none is; absent: it is looked for among them. */
  readonly isSecret?: boolean;
  /** Where in the files somebody stands: "choir/altos.yaml:12". Asked for few people, if any. */
  readonly places?: Pick<ReadonlyMap<PersonKey, string>, 'get'>;
  /** What the account's contacts call those whom the files do not name: their own words, or the address book's. */
  readonly called?: ReadonlyMap<PersonKey, string>;
  /** What those call themselves who ask to be let in by a LID. */
  readonly calledHidden?: ReadonlyMap<Lid, string>;
  /** The numbers of those who get another one. */
  readonly numbers?: ReadonlyMap<PersonKey, 'old' | 'new'>;
  /** Who has a handle in place of a number that WhatsApp hides. */
  readonly hidden?: ReadonlyMap<Lid, HiddenPerson>;
  readonly toSkeleton?: ToSkeleton;
}

/**
 * The doors for one view: numbers masked, or shown in full with `showPhones`, which only a terminal may ask for. A number
 * that is sealed is never shown; and where one of them is, masks leave no digit of anybody's: whoever was taken out of the
 * files is a stranger to them.
 */
export function makeSafety(showPhones: boolean, naming: Naming = { people: [] }): Safety {
  const { left, isOpen, hide, hideLines } = toHiding(showPhones, naming);
  const told = { ...naming, left };
  const names = toNames(isOpen, told);
  const isSealed = ({ key, isSealed: own }: Person) => own ?? names().known.get(key)?.isSealed ?? false;
  const toLabel = (person: Person, isFull: boolean) => {
    const { known, details } = names();
    const { name, handle } = known.get(person.key) ?? person;
    const own = person.name ?? person.handle ?? name ?? handle;
    const behind = [
      details.get(person.key),
      own === undefined && quoteOwn(naming.called?.get(person.key), hide),
    ];
    const detail = behind.filter((each) => typeof each === 'string').join(', ');
    const label = toBare(person, own, isFull && !isSealed(person), left);
    return escapeTerminal(detail === '' ? label : `${label} (${detail})`);
  };
  const toNumber = (phone: PhoneNumber, isShown: boolean) => {
    const isFull = isShown && !isSealed({ key: toPersonKey(phone), phone });
    if (isFull) return escapeTerminal(`+${phone}`);
    // All alike: else whoever writes a guess down as an account's number would see whether it is one of those that are sealed.
    return escapeTerminal(left === 'nothing' ? sealedPhone : maskPhone(phone, left));
  };
  return {
    toOrdinal: createOrdinals(),
    toNumber: ({ key }) => {
      const number = naming.numbers?.get(key);
      return number ? { number } : {};
    },
    hidden: (lid) => escapeTerminal(toHiddenLabel(lid, told, hide)),
    phone: (phone) => toNumber(phone, showPhones),
    masked: (phone) => toNumber(phone, false),
    line: (text) => escapeTerminal(hide(text)),
    lines: (text) => escapeLines(hideLines(text)),
    topics: (before, after) => toTopics(before, after, hideLines),
    label: (person) => toLabel(person, showPhones),
    name: (person) => toLabel(person, false),
  };
}

function createOrdinals(): Safety['toOrdinal'] {
  const ordinals = new Map<PersonKey, number>();
  return ({ key }) => {
    const ordinal = ordinals.get(key) ?? ordinals.size;
    ordinals.set(key, ordinal);
    return ordinal;
  };
}

/** What is left of numbers in texts, whoever wrote them. */
function toHiding(showPhones: boolean, { people, isSecret = hasSealed(people) }: Naming) {
  const left: Left = isSecret ? 'nothing' : 'last-digits';
  const isOpen = showPhones && left === 'last-digits';
  const hide = (text: string) => (isOpen ? text : mask(text, left));
  return { left, isOpen, hide, hideLines: (text: string) => (isOpen ? text : maskLines(text, left)) };
}

function hasSealed(people: Iterable<Person>): boolean {
  for (const { isSealed } of people) if (isSealed) return true;
  return false;
}

/** The same, and what masks leave of a number. */
interface Masked extends Naming {
  readonly left: Left;
}

/** Who is called what, and told apart by what. */
interface Names {
  readonly known: ReadonlyMap<PersonKey, Person>;
  readonly details: Details;
}

/** Looked at when the first of them is named, since most plans name few people, or none. */
function toNames(isOpen: boolean, naming: Masked): () => Names {
  let names: Names | undefined;
  return () => (names ??= findNames(isOpen, naming));
}

function findNames(isOpen: boolean, naming: Masked): Names {
  const known = new Map<PersonKey, Person>();
  for (const person of naming.people) if (!known.has(person.key)) known.set(person.key, person);
  return { known, details: isOpen ? new Map() : toDetails(known, naming) };
}

/** Both of a topic's texts, their numbers hidden in all lines of the first that the second has not. */
function toTopics(before: string, after: string, hideLines: (text: string) => string) {
  const own = new Set(after.split('\n'));
  // Masking keeps the lines as they are.
  const masked = hideLines(before).split('\n');
  const shown = before.split('\n').map((line, index) => (own.has(line) ? line : (masked[index] ?? '')));
  return { before: escapeLines(shown.join('\n')), after: escapeLines(after) };
}

/** A handle is nobody else's; a name may be, so the handle stands behind it. Whom the files do not know may call themselves something. */
function toHiddenLabel(
  lid: Lid,
  { hidden, calledHidden, left }: Masked,
  hide: (text: string) => string,
): string {
  const person = hidden?.get(lid);
  if (person)
    return person.name === undefined
      ? person.handle
      : `${mask(toShort(person.name), left)} (${person.handle})`;
  const own = quoteOwn(calledHidden?.get(lid), hide);
  return own === undefined ? `lid:${lid}` : `lid:${lid} (${own})`;
}

/**
 * A name that the files do not give, as a quotation: `“~Budi”`, the tilde as WhatsApp shows names that people gave
 * themselves. Nothing in it can end the quotation.
 */
function quoteOwn(name: string | undefined, hide: (text: string) => string): string | undefined {
  const line = hide(withoutQuotes(name ?? ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return `“~${[...line].length > longestOwn ? `${[...line].slice(0, longestOwn - 1).join('')}…` : line}”`;
}
const longestOwn = 25;

/** True for a masked number behind which a stranger's own name is quoted: it is set apart by its own quotation marks. */
export function isQuotedStranger(label: string): boolean {
  return /^\+\d{1,3} •••• ••• (?:\d{0,3}|•••) \((?:\d+, )?“~[^“”]+”\)$/.test(label);
}

/** A group's id where it may be seen: a legacy id is made of its creator's number. */
export function toVisibleId(id: GroupId): string | undefined {
  return id.includes('-') ? undefined : id;
}
