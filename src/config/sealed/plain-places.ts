import { findSecretPlaces } from '../sops/read-only.ts';
import type { Span } from '../../domain/diagnostic.ts';
import type { Named } from '../groups/list-entry.ts';
import type { Parsed } from '../parse.ts';
import { hasSecretNumber } from '../people/parse-people.ts';

/** Where a number stands for all to read who may read the repository; of somebody with a handle, with that. */
interface PlainPlace {
  readonly handle?: string;
  readonly span: Span;
}

/** Numbers in plain text: of people first, then in lists; `named`: all that lists name. The accounts are not among them. */
export function findPlainPlaces(
  { people: { people }, sources }: Pick<Parsed, 'people' | 'sources'>,
  named: readonly Named[],
): readonly PlainPlace[] {
  const own = [...people.values()].filter((person) => person.phone && !hasSecretNumber(person));
  const isSecret = findSecretPlaces(sources);
  const lists = named.filter(({ target, span }) => target.kind === 'phone' && !isSecret(span));
  return [...own.map(({ handle, span }) => ({ handle, span })), ...lists.map(({ span }) => ({ span }))];
}
