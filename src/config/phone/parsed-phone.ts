import type { MistakeCode } from '../mistake.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';

/** What became of a number as somebody wrote it. `text` says what is wrong and what to write; it holds no number. */
export type ParsedPhone =
  | { readonly kind: 'phone'; readonly phone: PhoneNumber }
  /** `needsCountry`: with a country in the policy it would be known. */
  | { readonly kind: 'ambiguous' | 'wrong'; readonly text: string; readonly needsCountry?: true };

/** Under which name a text is reported that is no number. */
export function toPhoneCode({ kind, needsCountry }: Exclude<ParsedPhone, { kind: 'phone' }>): MistakeCode {
  if (needsCountry) return 'no-country';
  return kind === 'wrong' ? 'bad-phone' : 'ambiguous-phone';
}

/** True for a number of a range in use. */
export type IsKnown = (phone: PhoneNumber) => boolean;

/** What to do, whatever is wrong. */
export const internationalText = 'Write it with + and the country code first, like "+44 …".';

/** Said of digits that no country has. */
export const impossibleText =
  'It is no possible number of its country: too short, too long, or the country code is unknown. Check its digits.';

/** It could be several numbers. */
export const ambiguous = (text: string): ParsedPhone => ({ kind: 'ambiguous', text });

/** It can be none. */
export const wrong = (text: string): ParsedPhone => ({ kind: 'wrong', text });

/** Said of a number that its zero, as it is dialled at home, makes another one. */
export const extraZeroText =
  'It is a number in use only without the zero at its beginning, which is dialled inside some countries and never written after +. Write it with + and the country code, and without that zero; or check its digits.';
