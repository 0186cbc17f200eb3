import type { LinkDebt } from '../../domain/past.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { Pseudonym, Pseudonyms } from '../pseudonyms.ts';
import type { Recollection } from './recollection.ts';

/** What of a group's link is left to do; undefined: nothing. */
export function findLinkDebt(
  { linkOwed, open }: Recollection,
  group: Pseudonym,
  pseudonyms: Pseudonyms,
): LinkDebt | undefined {
  const isOwed = linkOwed.has(group);
  const people = new Set(
    [...open.values()]
      .filter((other) => other.group === group && other.change.owesLink)
      .flatMap(({ change }) => change.person ?? []),
  );
  if (!isOwed && people.size === 0) return undefined;
  const has = (key: PersonKey) => people.has(pseudonyms.person(key));
  return { isOwed, uncertain: { count: people.size, has } };
}
