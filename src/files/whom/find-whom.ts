import type { Organisation } from '../../domain/organisation.ts';
import type { Past } from '../../domain/past.ts';
import type { Lid, Person } from '../../domain/people/person.ts';
import { isLid } from '../../domain/people/person.ts';
import { UsageError } from '../../errors.ts';
import { findPerson } from './find-person.ts';

/** Somebody, by the number that is known of them, or by a LID alone. */
export interface Whom {
  readonly person?: Person;
  /** Theirs, as it was given or as the memory is sure of it. */
  readonly lid?: Lid;
}

/** Whom a text means: a handle, a number of the files or of `others`, or `lid:…`. Throws `UsageError` for anybody else. */
export function findWhom(
  text: string,
  organisation: Organisation,
  { lids, pairs }: Pick<Past, 'lids' | 'pairs'>,
  { others, asked }: { readonly others: readonly Person[]; readonly asked: string },
): Whom {
  const hidden = [...organisation.hidden.values()].find(({ handle }) => handle === text.normalize('NFC'));
  if (hidden) return { lid: hidden.lid };
  if (!text.startsWith('lid:')) {
    const person = findPerson(text, organisation, others, asked);
    const known = lids.get(person.key);
    return { person, ...(known?.kind === 'lid' && { lid: known.lid }) };
  }
  const lid = text.slice(4);
  if (!isLid(lid)) throw new UsageError(`${asked}: after lid: come the digits of a LID and nothing else.`);
  const [only, ...more] = pairs.peopleOf(lid).filter((key) => pairs.isSure(key, lid));
  const isOne = only !== undefined && more.length === 0 && !organisation.hidden.has(lid);
  const person = isOne ? organisation.people.get(only) : undefined;
  return { lid, ...(person && { person }) };
}
