import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { findAllNamed, findEntries } from '../all-entries.ts';
import { toMistake } from '../mistake.ts';
import { hasSecretNumber } from '../people/parse-people.ts';
import type { Parsed } from '../parse.ts';

/**
 * Numbers of landlines, wherever one stands: of people and in lists. Of a number that nobody may see not even this is told.
 * `isLandline` is loaded for this alone.
 */
export function findLandlines(
  parsed: Parsed,
  isLandline: (phone: PhoneNumber) => boolean,
): readonly Diagnostic[] {
  const people = [...parsed.people.people.values()].filter(
    (person) => person.phone && !hasSecretNumber(person) && isLandline(person.phone),
  );
  const listed = findAllNamed(findEntries(parsed)).filter(
    ({ target }) => target.kind === 'phone' && isLandline(target.phone),
  );
  return [...people, ...listed].map(({ span }) => toMistake('landline', detail, span));
}

const detail =
  'This is a number of a landline, as far as is known, and WhatsApp is mostly on mobile phones. Check it; where it is right, as some numbers of WhatsApp Business are, nothing has to be done.';
