import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
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
  return findNumbers(parsed)
    .filter(({ phone }) => isLandline(phone))
    .map(({ span }) => toMistake('landline', detail, span));
}

const detail =
  'This is a number of a landline, as far as is known, and WhatsApp is mostly on mobile phones. Check it; where it is right, as some numbers of WhatsApp Business are, nothing has to be done.';

function findNumbers(parsed: Parsed): readonly { readonly phone: PhoneNumber; readonly span: Span }[] {
  const people = [...parsed.people.people.values()].flatMap((person) =>
    person.phone && !hasSecretNumber(person) ? [{ phone: person.phone, span: person.span }] : [],
  );
  const lists = findAllNamed(findEntries(parsed)).flatMap(({ target, span }) =>
    target.kind === 'phone' ? [{ phone: target.phone, span }] : [],
  );
  return [...people, ...lists];
}
