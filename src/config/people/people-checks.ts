import { tellPlace } from '../../domain/diagnostic.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { once } from '../../domain/lazy/once.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import { maskPhone } from '../../safe/mask.ts';
import { toMistake } from '../mistake.ts';
import type { Resolved } from '../resolved.ts';
import { hasSecretNumber } from './parse-people.ts';
import type { ParsedPerson } from './parse-people.ts';

/**
 * Handles with one number: to WhatsApp they are one person. Of sealed numbers it is said once, and not whose they are: whoever
 * seals a guess beside a handle of their own would learn who it is.
 */
export function findSamePhones({ parsed }: Resolved): readonly Diagnostic[] {
  const people = [...parsed.people.people.values()];
  const sealed = new Set(people.filter(hasSecretNumber).map(toKey));
  const isPlain = (person: ParsedPerson) => sealed.size === 0 || !sealed.has(toKey(person));
  const [twice] = findTwice(
    people.filter((person) => !isPlain(person)),
    toKey,
    () => toMistake('duplicate-phone', sameSealedText),
  );
  const plain = findTwice(people.filter(isPlain), toKey, ({ handle, phone = '', span }, other) => {
    const detail = `\`${handle}\` and \`${other.handle}\` (${tellPlace(other.span)}) have one number, ${maskPhone(phone)}: to WhatsApp they are one person. Correct one of the numbers, or keep one of the handles.`;
    return toMistake('duplicate-phone', detail, span);
  });
  return twice ? [twice, ...plain] : plain;
}

function toKey({ phone }: ParsedPerson): PersonKey | undefined {
  return phone && toPersonKey(phone);
}

const sameSealedText =
  'Two of the numbers that are sealed or kept elsewhere are one and the same, so to WhatsApp two handles are one person. Which two they are is not said: whoever can seal a number could learn by a guess whose it is. Look at the lines that came last, and keep one of the two handles.';

/** Handles with one LID. */
export function findSameLids({ parsed }: Resolved): readonly Diagnostic[] {
  return findTwice(
    parsed.people.people.values(),
    ({ lid }) => lid,
    ({ handle, span }, other) => {
      const detail = `\`${handle}\` and \`${other.handle}\` (${tellPlace(other.span)}) have one LID, so to WhatsApp they are one person. Correct one of them, or keep one of the handles.`;
      return toMistake('duplicate-lid', detail, span);
    },
  );
}

/** What is said of each whose key somebody before them has. */
function findTwice(
  people: Iterable<ParsedPerson>,
  toKey: (person: ParsedPerson) => string | undefined,
  tell: (person: ParsedPerson, other: ParsedPerson) => Diagnostic,
): readonly Diagnostic[] {
  const first = new Map<string, ParsedPerson>();
  return [...people].flatMap((person) => {
    const key = toKey(person);
    const other = key === undefined ? undefined : first.get(key);
    if (key !== undefined && !other) first.set(key, person);
    return other ? [tell(person, other)] : [];
  });
}

/** Whoever is never touched is not added, removed or put back on any day either; `lid:…` with a date is no entry at all. */
export function findTermsOfHidden({ parsed, entries }: Resolved): readonly Diagnostic[] {
  const isHidden = (name: string) => parsed.people.people.get(name)?.lid !== undefined;
  return entries
    .filter(({ from, until, readd, byInvite }) => byInvite || (from ?? until ?? readd) !== undefined)
    .filter(({ target }) => target.kind === 'handle' && isHidden(target.name))
    .map(({ span }) => toMistake('bad-entry', hiddenTermText, span));
}

const hiddenTermText =
  'WhatsApp hides the number of this person, who is never touched meanwhile, so a date, an invitation or `readd` would do nothing. Write the handle alone, or their number into the file of people.';

/** Handles that no list names, though a number or a LID of theirs may stand in one. */
export function findUnusedPeople({ parsed, groups, handles }: Resolved): readonly Diagnostic[] {
  const accounts = [...(parsed.policy?.accounts.values() ?? [])].map(toPersonKey);
  // Nearly everybody is named by handle, so that this is hardly ever asked.
  const members = once(() => new Set([...accounts, ...groups.flatMap(({ people }) => [...people.keys()])]));
  const lids = new Set(groups.flatMap(({ knownLids }) => [...knownLids]));
  const unused = [...parsed.people.people.values()].filter(
    ({ handle, phone, lid }) =>
      !handles.has(handle) && !(phone && members().has(toPersonKey(phone))) && !(lid && lids.has(lid)),
  );
  const rows = unused.filter(({ span }) => span.cell);
  const sheets = new Set(rows.map(({ span }) => span.file));
  return [
    ...unused.filter(({ span }) => !span.cell).map(toUnused),
    ...[...sheets].map((sheet) => toUnusedRows(rows.filter(({ span }) => span.file === sheet))),
  ];
}

function toUnused({ handle, span }: ParsedPerson): Diagnostic {
  const detail = `No group and no team names \`${handle}\`. Remove the handle if the person has left, so that their number is not kept for nothing.`;
  return toMistake('unused-handle', detail, span);
}

/** One line for a spreadsheet: an office has more people than groups do. */
function toUnusedRows(people: readonly ParsedPerson[]): Diagnostic {
  const rows = people.map(({ span }) => span.cell?.row);
  const shown = rows.slice(0, 10).join(', ') + (rows.length > 10 ? ` and ${rows.length - 10} more` : '');
  const detail = `No group and no team names whom these rows tell of: ${shown}. Take them out of the spreadsheet if they have left, so that their numbers are not kept for nothing.`;
  return toMistake('unused-handle', detail, people[0]?.span);
}

/** Teams that no list names. */
export function findUnusedTeams({ parsed, teams }: Resolved): readonly Diagnostic[] {
  return [...parsed.people.teams.values()]
    .filter(({ name }) => !teams.has(name))
    .map(({ name, span }) => {
      const detail = `No group and no team names \`team:${name}\`. Remove the team, or use it.`;
      return toMistake('unused-team', detail, span);
    });
}
