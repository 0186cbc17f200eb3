import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { isPhoneNumber } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import type { PhoneFault } from '../../domain/people/phone-fault.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { findKnownCallingCode, isNationalForm } from './numbering.ts';
import type { ParsedPhone, IsKnown } from './parsed-phone.ts';
import { internationalText, ambiguous, wrong } from './parsed-phone.ts';
import { checkStart } from './phone-start.ts';
import { findPossible, parsePossible } from './possible.ts';

const twoWays: PhoneFault = {
  cause: 'two-ways',
  text: `It could begin with a country code, or have lost a leading zero. ${internationalText} Where it begins with an area code, brackets round that say so as well.`,
};

/** A number without + and without 00, as it is written within its country. */
export function parseNational(plain: string, country: CountryCode, isKnown: IsKnown): ParsedPhone {
  const digits = plain.replace(/\D/g, '');
  const own = parsePossible(digits, country) ?? findOldForm(digits, country);
  const other = findOther(plain, country, isKnown);
  if (!own) {
    const hint = other ? ' With + before it, it would be one of another country.' : '';
    const text = `It is no possible number of ${country}.${hint} ${internationalText}`;
    return wrong({ cause: 'impossible-there', text, of: country });
  }
  if (hasCodeAndZero(plain)) return ambiguous(twoWays);
  if (other && other !== own && !isSurelyNational(plain, own, other, { country, isKnown })) {
    return ambiguous(twoWays);
  }
  if (hasOwnCode(digits, country, own, isKnown)) return ambiguous(twoWays);
  return checkStart(own, isKnown);
}

/** A number as it was before its country lengthened all of them. */
function findOldForm(digits: string, country: CountryCode): PhoneNumber | undefined {
  const phone = `${getCountryCallingCode(country)}${digits}`;
  return isPhoneNumber(phone) && toPersonKey(phone) !== (phone as string) ? findPossible(phone) : undefined;
}

/**
 * The number that it would be with + before it. Brackets are round an area code, unless they are round a country code, and
 * the country writes its numbers otherwise.
 */
function findOther(plain: string, country: CountryCode, isKnown: IsKnown): PhoneNumber | undefined {
  const digits = plain.replace(/\D/g, '');
  if (/^[ .\-/]*0/.test(plain)) return undefined;
  if (!/^[ .\-/]*\(/.test(plain)) return findPossible(digits);
  const [code = ''] = toGroups(plain);
  if (findKnownCallingCode(code) !== code || isNationalForm(digits, country)) return undefined;
  const other = findPossible(digits);
  return other && isKnown(other) ? other : undefined;
}

/** True for `44 (0)7700 …`: a zero in brackets stands after a country code. */
function hasCodeAndZero(plain: string): boolean {
  const [, code] = /^\D*([1-9]\d{0,2})\D*\( *0 *\)/.exec(plain) ?? [];
  return code !== undefined && findKnownCallingCode(code) === code;
}

/** True for a number of no range in use that is one without the country's own code, and zeros around that. */
function hasOwnCode(digits: string, country: CountryCode, own: PhoneNumber, isKnown: IsKnown): boolean {
  const code = getCountryCallingCode(country);
  const start = digits.replace(/^0+/, '');
  if (!start.startsWith(code) || isKnown(own)) return false;
  const bare = findPossible(code + start.slice(code.length).replace(/^0+/, ''));
  return bare !== undefined && bare !== own && isKnown(bare);
}

/** So many digits, and there is room for a country code. */
const longNumber = 11;

/** True where digits without + can only be meant as a number of the country, though with + they would be another one. */
function isSurelyNational(
  plain: string,
  own: PhoneNumber,
  other: PhoneNumber,
  { country, isKnown }: { readonly country: CountryCode; readonly isKnown: IsKnown },
): boolean {
  const digits = plain.replace(/\D/g, '');
  const [isOwnKnown, isOtherKnown] = [isKnown(own), isKnown(other)];
  if (!isOwnKnown) return digits.length < longNumber && !isOtherKnown;
  if (!isOtherKnown) return true;
  if (!isNationalForm(digits, country)) return false;
  const groups = toGroups(plain);
  const usual = parsePhoneNumberFromString(`+${own}`, { extract: false })?.formatNational() ?? '';
  return groups.join(' ') === toGroups(usual).join(' ') || groups[0] !== findKnownCallingCode(other);
}

function toGroups(text: string): readonly string[] {
  return text.match(/\d+/g) ?? [];
}
