import type { PersonKey } from './person.ts';

/** Who is in a group, or is wanted in it, and in which role: told without making a person of each of them. */
export interface Roster {
  /** Everybody, each once. */
  readonly keys: Iterable<PersonKey> & { readonly length: number };
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
  return isSame(wanted.keys, there.keys, apart) && isSame(wanted.admins, there.admins, apart);
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
