import type { Diagnostic } from '../../domain/diagnostic.ts';
import { findAllNamed, findEntries } from '../all-entries.ts';
import { toMistake } from '../mistake.ts';
import type { Parsed } from '../parse.ts';
import { findPlainPlaces } from './plain-places.ts';

/** One warning for all numbers in plain text, where the repository is public; it stands at the first of them. */
export function findPublicNumbers(parsed: Parsed): readonly Diagnostic[] {
  // Where the policy has a key, each of them is a mistake already.
  const places = parsed.policy?.hasSeal ? [] : findPlainPlaces(parsed, findAllNamed(findEntries(parsed)));
  const [first] = places;
  if (!first) return [];
  const numbers = places.length === 1 ? 'A phone number stands' : `${places.length} phone numbers stand`;
  const detail = `${numbers} in plain text in a repository that everybody may read. Make it private; or seal them: \`rollcall keygen\`, then \`rollcall seal --all\`. What was pushed once stays in the history.`;
  return [toMistake('public-number', detail, first.span)];
}
