import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { isPhoneNumber } from '../../domain/people/person.ts';
import { phoneDigits } from '../../domain/whatsapp-facts.ts';
import type { PhoneFault } from '../../domain/people/phone-fault.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import type { FindRange } from './known-ranges.ts';
import { isNationalForm, isOfRange, isPlainlyPossible } from './numbering.ts';
import { toPhoneText } from './phone-text.ts';
import type { ParsedPhone, IsKnown } from './parsed-phone.ts';
import { internationalText, wrong } from './parsed-phone.ts';
import { parseDoubleZero } from './double-zero.ts';
import { parseNational } from './national.ts';
import { parseInternational } from './international.ts';
import { findOverseas } from './phone-start.ts';

export type { CountryCode };

/**
 * The answer where a number can only be judged by the table of known ranges, and the caller gave none: load it and ask
 * again.
 */
export interface Unsure {
  readonly kind: 'unsure';
}

/**
 * The number in a text like "+62 812-3456-7890", or "0812-3456-7890" where the country is given. Possible numbers are
 * enough, where phones of its country have so many digits: new ranges appear faster than libraries do. Only where a number
 * could also be another one, and that one is of a range in use, it must be so itself. Without `findRange` the answer may be
 * `unsure`.
 */
export function parsePhone(text: string, country?: CountryCode, findRange?: FindRange): ParsedPhone | Unsure {
  const known = parsePlainPhone(text, country);
  if (known) return known;
  const found = toPhoneText(text, country);
  if (found.kind === 'wrong') return found;
  const judge = toJudge(findRange);
  const parsed = parsePlain(found.text, country, judge.isKnown);
  const isPhone = parsed.kind !== 'phone' || judge.isLikeAPhone(parsed.phone, isShort(found.text));
  if (judge.isUnsure()) return { kind: 'unsure' };
  return isPhone ? parsed : wrong(unlike);
}

/** The number in a text where no library is needed to tell; undefined says nothing. */
export function parsePlainPhone(text: string, country?: CountryCode): ParsedPhone | undefined {
  const digits = findPlainDigits(text);
  if (digits === undefined || !isPhoneNumber(digits) || !isPlainlyPossible(digits)) return undefined;
  if (country !== undefined && isNationalForm(digits, country)) return undefined;
  return findOverseas(digits) ? undefined : { kind: 'phone', phone: digits };
}

/**
 * The digits of a text that is a + and digits, with spaces, hyphens and brackets between them, and in which no zero follows
 * the + or a bracket; no more of them than a phone number has. Letter by letter and as a number, since every number of an
 * account passes here: patterns take three times as long.
 */
function findPlainDigits(text: string): string | undefined {
  if (!text.startsWith('+')) return undefined;
  let [number, count, isOpen] = [0, 0, true];
  for (let place = 1; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= zero && code <= nine) {
      if ((isOpen || count === 0) && code === zero) return undefined;
      number = number * 10 + (code - zero);
      count += 1;
      isOpen = false;
    } else if (!betweenDigits.has(code)) return undefined;
    else if (code === bracket) isOpen = true;
    else if (code !== space) isOpen = false;
  }
  // A double holds 15 digits exactly.
  return count <= phoneDigits.most ? String(number) : undefined;
}

const zero = '0'.charCodeAt(0);
const nine = '9'.charCodeAt(0);
const space = ' '.charCodeAt(0);
const bracket = '('.charCodeAt(0);
const betweenDigits: ReadonlySet<number> = new Set([...' ()-'].map((letter) => letter.charCodeAt(0)));

/** True for the two letters of a country that has phone numbers ("GB", "ID"). */
export function isCountry(text: string): text is CountryCode {
  return isSupportedCountry(text);
}

/** A number as it is written for people elsewhere: "+44 7700 900002". */
export function formatPhone(phone: PhoneNumber): string {
  const text = parsePhoneNumberFromString(`+${phone}`, { extract: false })?.formatInternational() ?? '';
  // The library takes the 1 out of old Mexican numbers, and here it counts what is meant.
  return text.replace(/\D/g, '') === phone ? text : `+${phone}`;
}

/** Asks the library's small data first: what is no range there is none. */
function toJudge(findRange: FindRange | undefined) {
  let unsure = false;
  const find: FindRange = (phone) => {
    unsure ||= findRange === undefined;
    return findRange?.(phone) ?? 'used';
  };
  const isKnown: IsKnown = (phone) => isInUse(phone) && find(phone) === 'used';
  const isLikeAPhone = (phone: PhoneNumber, isDoubtful: boolean) =>
    (!isDoubtful && isOfRange(phone)) || find(phone) !== 'none';
  return { isKnown, isLikeAPhone, isUnsure: () => unsure };
}

/** True where the area code may be missing: in some countries that leaves what could be a service's number. */
function isShort(text: string): boolean {
  return !text.startsWith('+') && text.replace(/\D/g, '').length < 10;
}

function isInUse(phone: PhoneNumber): boolean {
  return parsePhoneNumberFromString(`+${phone}`, { extract: false })?.isValid() ?? false;
}

const noCountryText = `It has no country code, so it could be a number of many countries. ${internationalText} Or set \`country\` in \`_policy.yaml\`.`;

const unlike: PhoneFault = {
  cause: 'unlike',
  text: 'No phone of its country has such a number: a digit is missing or one too many, or the area code is missing. Check its digits.',
};

const withoutCountry: ParsedPhone = {
  kind: 'ambiguous',
  cause: 'no-country',
  text: noCountryText,
  needsCountry: true,
};

function parsePlain(plain: string, country: CountryCode | undefined, isKnown: IsKnown): ParsedPhone {
  if (plain.startsWith('+')) return parseInternational(plain.slice(1), country, isKnown);
  if (/^[ ().\-/]*0[ ().\-/]*0/.test(plain)) return parseDoubleZero(plain, country, isKnown);
  return country === undefined ? withoutCountry : parseNational(plain, country, isKnown);
}
