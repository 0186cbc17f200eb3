import type { MistakeCode } from '../mistake.ts';
import type { PhoneFault } from '../../domain/people/phone-fault.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';

/** What became of a number as somebody wrote it. */
export type ParsedPhone =
  | { readonly kind: 'phone'; readonly phone: PhoneNumber }
  /** `needsCountry`: with a country in the policy it would be known. */
  | ({ readonly kind: 'ambiguous' | 'wrong'; readonly needsCountry?: true } & PhoneFault);

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
export const impossible: PhoneFault = {
  cause: 'impossible',
  text: 'It is no possible number of its country: too short, too long, or the country code is unknown. Check its digits.',
};

/** It could be several numbers. */
export const ambiguous = (fault: PhoneFault): ParsedPhone => ({ kind: 'ambiguous', ...fault });

/** It can be none. */
export const wrong = (fault: PhoneFault): ParsedPhone => ({ kind: 'wrong', ...fault });

/** Said of a number that its zero, as it is dialled at home, makes another one. */
export const extraZero: PhoneFault = {
  cause: 'extra-zero',
  text: 'It is a number in use only without the zero at its beginning, which is dialled inside some countries and never written after +. Write it with + and the country code, and without that zero; or check its digits.',
};
