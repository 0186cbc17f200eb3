import { toPersonKey } from './person-key.ts';
import type { PersonKey, PhoneNumber } from './person.ts';

/** Who is in a group, or is wanted in it, and in which role: told without making a person of each of them. */
export interface Roster {
  /** Everybody, each once. */
  readonly keys: Iterable<PersonKey> & { readonly length: number };
  /** Their numbers in whatever spelling, where nobody has made texts of them: looked at instead of `keys`. */
  readonly phones?: Float64Array;
  /** Those among them who are admins. */
  readonly admins: readonly PersonKey[];
  /** True where a day changes who is in it or who is an admin: then `keys` and `admins` hold for no particular day. */
  readonly isDated: boolean;
  /** True where everybody's LID is known. */
  readonly hasLids: boolean;
}

/**
 * True where the two have the same people in the same roles; whoever is `apart` may be in `there` alone, in any role. False says
 * nothing where either is dated.
 */
export function isSameRoster(wanted: Roster, there: Roster, apart: ReadonlySet<PersonKey>): boolean {
  if (wanted.isDated || there.isDated) return false;
  const { keys, phones } = there;
  const isHere = phones ? isSameByNumber(wanted.keys, phones, apart) : isSame(wanted.keys, keys, apart);
  return isHere && isSame(wanted.admins, there.admins, apart);
}

function isSame(
  wanted: Iterable<PersonKey>,
  there: Iterable<PersonKey>,
  apart: ReadonlySet<PersonKey>,
): boolean {
  const left = new Set(wanted);
  for (const key of there) if (!left.delete(key) && !apart.has(key)) return false;
  return left.size === 0;
}

/** The same, a text made only of those whose number is nobody's key: a number that is a key is its own. */
function isSameByNumber(
  wanted: Roster['keys'],
  phones: Float64Array,
  apart: ReadonlySet<PersonKey>,
): boolean {
  const [ours, theirs] = [toNumbers(wanted).toSorted(), phones.toSorted()];
  const [missing, others]: [PersonKey[], PersonKey[]] = [[], []];
  let place = 0;
  for (const phone of theirs) {
    for (; place < ours.length && !((ours[place] ?? 0) >= phone); place += 1)
      missing.push(String(ours[place]) as PersonKey);
    if (ours[place] === phone) place += 1;
    else others.push(toPersonKey(String(phone) as PhoneNumber));
  }
  for (; place < ours.length; place += 1) missing.push(String(ours[place]) as PersonKey);
  return isSame(missing, others, apart);
}

/** Filled one by one: `Float64Array.from` makes a list of them first. */
function toNumbers(keys: Roster['keys']): Float64Array {
  const numbers = new Float64Array(keys.length);
  let place = 0;
  for (const key of keys) {
    numbers[place] = Number(key);
    place += 1;
  }
  return numbers;
}
