import { toNumberKey } from './person-key.ts';
import type { Lid, PersonKey, Role } from './person.ts';

/** Who is in a group, or is wanted in it, and in which role: told without making a person of each of them. */
export interface Roster {
  /** Everybody, each once. */
  readonly keys: Iterable<PersonKey> & { readonly length: number };
  /** Their numbers in whatever spelling, where nobody has made texts of them: looked at instead of `keys`. */
  readonly phones?: Float64Array;
  /** Beside each of these numbers the LID, 0 for none. */
  readonly lids?: Float64Array;
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
  const { missing, others } = findApart(wanted, there);
  return isSame(missing, others, apart) && isSame(wanted.admins, there.admins, apart);
}

/** True where everybody who is wanted is there, whoever else may be. False says nothing where either is dated. */
export function hasEverybody(wanted: Roster, there: Roster): boolean {
  if (wanted.isDated || there.isDated) return false;
  const { missing, others } = findApart(wanted, there);
  const found = new Set(others);
  return missing.every((key) => found.has(key));
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

/** Who is not seen at a glance to be on both sides: those who are, in another spelling, are on either. */
interface Apart {
  readonly missing: readonly PersonKey[];
  readonly others: readonly PersonKey[];
}

/** By number, where there are numbers: a text is made only of whoever has none that is a key, which is its own key. */
function findApart({ keys, phones }: Roster, there: Roster): Apart {
  if (!there.phones) return { missing: [...keys], others: [...there.keys] };
  const [ours, theirs] = [(phones ?? toNumbers(keys)).toSorted(), there.phones.toSorted()];
  const [missing, others]: [PersonKey[], PersonKey[]] = [[], []];
  let place = 0;
  for (const phone of theirs) {
    for (; place < ours.length && !((ours[place] ?? 0) >= phone); place += 1)
      missing.push(toNumberKey(ours[place] ?? 0));
    if (ours[place] === phone) place += 1;
    else others.push(toNumberKey(phone));
  }
  for (; place < ours.length; place += 1) missing.push(toNumberKey(ours[place] ?? 0));
  return { missing, others };
}

/** The keys of numbers, made when somebody goes through them. */
export function toKeys(phones: Float64Array): Roster['keys'] {
  return { length: phones.length, [Symbol.iterator]: () => Array.from(phones, toNumberKey).values() };
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

/** The roster with a few more people, none of whom is in it. */
export function withMore(
  roster: Roster,
  more: readonly { readonly key: PersonKey; readonly role: Role; readonly lid?: Lid }[],
): Roster {
  const { keys, phones, admins } = roster;
  const added = more.map(({ key }) => key);
  return {
    keys: { length: keys.length + added.length, [Symbol.iterator]: () => [...keys, ...added].values() },
    ...(phones && { phones: Float64Array.of(...phones, ...added.map(Number)) }),
    admins: [...admins, ...more.filter(({ role }) => role === 'admin').map(({ key }) => key)],
    isDated: roster.isDated,
    hasLids: roster.hasLids && more.every(({ lid }) => lid !== undefined),
  };
}
