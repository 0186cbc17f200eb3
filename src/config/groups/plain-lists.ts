import { mayShareKeys } from '../../domain/people/packed-people.ts';
import { toNumberKey } from '../../domain/people/person-key.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { toKeys } from '../../domain/people/roster.ts';
import type { Directory } from '../people/directory.ts';
import type { ListEntry } from './list-entry.ts';
import type { ParsedGroup } from './parse-group.ts';

/**
 * Who is in lists in which nothing can be wrong, as numbers: each word means one person, each another one, every admin is a
 * member. Most lists are so, of up to two million people together. Undefined for all others.
 */
export function findPlainRoster(
  { members, admins = [] }: Pick<ParsedGroup, 'members' | 'admins'>,
  { findNumber }: Pick<Directory, 'findNumber'>,
): Roster | undefined {
  if (!members) return undefined;
  const [phones, theirs] = [toNumbers(members, findNumber), toNumbers(admins, findNumber)];
  if (!phones || !theirs || mayShareKeys(phones) || mayShareKeys(theirs)) return undefined;
  if (!theirs.every((phone) => phones.includes(phone))) return undefined;
  return {
    keys: toKeys(phones),
    phones,
    admins: Array.from(theirs, toNumberKey),
    isDated: false,
    hasLids: false,
  };
}

/** Undefined where an entry does not mean just one person, whose number is known. */
function toNumbers(
  entries: readonly ListEntry[],
  findNumber: Directory['findNumber'],
): Float64Array | undefined {
  const numbers = new Float64Array(entries.length);
  for (const [place, entry] of entries.entries()) {
    const number = Number(findNumber(entry));
    // What stands for a number that is sealed is none.
    if (!(number > 0)) return undefined;
    numbers[place] = number;
  }
  return numbers;
}
