import type { CountryCode } from 'libphonenumber-js/min';
import type { PhoneFault } from '../../domain/people/phone-fault.ts';
import { findKnownCallingCode, isNationalForm } from './numbering.ts';
import type { ParsedPhone, IsKnown } from './parsed-phone.ts';
import { impossible, ambiguous, wrong } from './parsed-phone.ts';
import { checkStart } from './phone-start.ts';
import { findPossible, parsePossible } from './possible.ts';

/** What comes after +, from the country code on. */
export function parseInternational(
  text: string,
  country: CountryCode | undefined,
  isKnown: IsKnown,
): ParsedPhone {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  const bare = dropTrunkZero(text);
  if (bare !== undefined) return parseBare(bare, digits, isKnown);
  const phone = findPossible(digits);
  if (!phone) return wrong(impossible);
  const other = country && isNationalForm(digits, country) ? parsePossible(digits, country) : undefined;
  if (country && other && other !== phone && isKnown(other) && !isKnown(phone))
    return ambiguous(toOtherCountry(country));
  return checkStart(phone, isKnown);
}

/** The digits without the zero in `+39 (0)347 …`, which is dialled inside the country only; undefined: there is none. */
function dropTrunkZero(text: string): string | undefined {
  const [, code = '', rest = ''] = /^((?:\D*\d){1,5}?)[ .\-/]*\( *0 *\)(.*)$/.exec(text) ?? [];
  const digits = code.replace(/\D/g, '').replace(/^00/, '');
  return digits !== '' && findKnownCallingCode(digits) === digits
    ? digits + rest.replace(/\D/g, '')
    : undefined;
}

function parseBare(bare: string, whole: string, isKnown: IsKnown): ParsedPhone {
  const phone = findPossible(bare);
  const withZero = findPossible(whole);
  const means = withZero && withZero !== phone && isKnown(withZero) && !(phone && isKnown(phone));
  if (means) return ambiguous(needsZero);
  return phone ? { kind: 'phone', phone } : wrong(impossible);
}

const needsZero: PhoneFault = {
  cause: 'needs-zero',
  text: 'A zero in brackets is left out after the country code, but this number is one in use only with it. Write it without brackets.',
};

function toOtherCountry(country: CountryCode): PhoneFault {
  const text = `With + it is no number in use, and without + it is a number of ${country}. If that is meant, write its country code after the +; else check its digits.`;
  return { cause: 'other-country', text, of: country };
}
