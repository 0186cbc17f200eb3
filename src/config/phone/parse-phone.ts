import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { isPhoneNumber } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import type { FindRange } from './known-ranges.ts';
import { findKnownCallingCode, isNationalForm, isOfRange, isPlainlyPossible } from './numbering.ts';
import { toPhoneText } from './phone-text.ts';

export type { CountryCode };

/** What became of a number as somebody wrote it. `text` says what is wrong and what to write; it holds no number. */
export type ParsedPhone =
  | { readonly kind: 'phone'; readonly phone: PhoneNumber }
  /** `needsCountry`: with a country in the policy it would be known. */
  | { readonly kind: 'ambiguous' | 'wrong'; readonly text: string; readonly needsCountry?: true };

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
  return isPhone ? parsed : wrong(unlikeText);
}

/** The number in a text where no library is needed to tell; undefined says nothing. */
export function parsePlainPhone(text: string, country?: CountryCode): ParsedPhone | undefined {
  if (!/^\+[\d ()-]+$/.test(text) || /\( *0|^\+ *0/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (!isPhoneNumber(digits) || !isPlainlyPossible(digits)) return undefined;
  if (country !== undefined && isNationalForm(digits, country)) return undefined;
  return findOverseas(digits) ? undefined : { kind: 'phone', phone: digits };
}

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

/** True for a number of a range in use. */
type IsKnown = (phone: PhoneNumber) => boolean;

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

const internationalText = 'Write it with + and the country code first, like "+44 …".';
const noCountryText = `It has no country code, so it could be a number of many countries. ${internationalText} Or set \`country\` in \`_policy.yaml\`.`;
const twoWaysText = `It could begin with a country code, or have lost a leading zero. ${internationalText} Where it begins with an area code, brackets round that say so as well.`;
const impossibleText =
  'It is no possible number of its country: too short, too long, or the country code is unknown. Check its digits.';

const unlikeText =
  'No phone of its country has such a number: a digit is missing or one too many, or the area code is missing. Check its digits.';

const ambiguous = (text: string): ParsedPhone => ({ kind: 'ambiguous', text });
const withoutCountry: ParsedPhone = { kind: 'ambiguous', text: noCountryText, needsCountry: true };
const wrong = (text: string): ParsedPhone => ({ kind: 'wrong', text });

function parsePlain(plain: string, country: CountryCode | undefined, isKnown: IsKnown): ParsedPhone {
  if (plain.startsWith('+')) return parseInternational(plain.slice(1), country, isKnown);
  if (/^[ ().\-/]*0[ ().\-/]*0/.test(plain)) return parseDoubleZero(plain, country, isKnown);
  return country === undefined ? withoutCountry : parseNational(plain, country, isKnown);
}

/** What comes after +, from the country code on. */
function parseInternational(text: string, country: CountryCode | undefined, isKnown: IsKnown): ParsedPhone {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  const bare = dropTrunkZero(text);
  if (bare !== undefined) return parseBare(bare, digits, isKnown);
  const phone = findPossible(digits);
  if (!phone) return wrong(impossibleText);
  const other = country && isNationalForm(digits, country) ? parsePossible(digits, country) : undefined;
  if (other && other !== phone && isKnown(other) && !isKnown(phone))
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
  if (means) return ambiguous(needsZeroText);
  return phone ? { kind: 'phone', phone } : wrong(impossibleText);
}

const needsZeroText =
  'A zero in brackets is left out after the country code, but this number is one in use only with it. Write it without brackets.';

/** What stands before a number by mistake: a zero that its country does not keep after +, or its country code once more. */
function checkStart(phone: PhoneNumber, isKnown: IsKnown): ParsedPhone {
  const code = findKnownCallingCode(phone) ?? '';
  const national = phone.slice(code.length);
  const isBetter = (digits: string) => {
    const bare = findPossible(digits.replace(new RegExp(`^${code}0+`), code));
    const isOther = bare !== undefined && toPersonKey(bare) !== toPersonKey(phone);
    return isOther && isKnown(bare) && (!isKnown(phone) || phone.length >= overlong);
  };
  if (national.startsWith('0') && isBetter(phone)) return ambiguous(extraZeroText);
  if (national.startsWith(code) && isBetter(national)) return ambiguous(twiceText);
  const far = findOverseas(phone)?.find((other) => isBetter(other + national));
  return far === undefined ? { kind: 'phone', phone } : ambiguous(toFarText(far));
}

/** No phone has so many digits, though the library's ranges of some countries hold such numbers. */
const overlong = 14;

/** The calling codes whose numbers are dialled as if they were of this number's: France's overseas have mobiles with 63 and 69. */
function findOverseas(phone: string): readonly string[] | undefined {
  return /^336[39]/.test(phone) ? ['262', '590', '594', '596'] : undefined;
}

function toFarText(code: string): string {
  return `It is no number in use there, but one with +${code} before it, which is dialled as if it were one of the same country. If that is meant, write it with +${code}; else check its digits.`;
}

const extraZeroText =
  'It is a number in use only without the zero at its beginning, which is dialled inside some countries and never written after +. Write it with + and the country code, and without that zero; or check its digits.';
const twiceText =
  'Its country code seems to stand twice: it is a number in use only if one of the two is left out. Leave it out, or check the digits.';

function toOtherCountry(country: CountryCode | undefined): string {
  return `With + it is no number in use, and without + it is a number of ${country}. If that is meant, write its country code after the +; else check its digits.`;
}

/** `00…`, which stands for + in most of the world, and for something else, too, in some countries. */
function parseDoubleZero(plain: string, country: CountryCode | undefined, isKnown: IsKnown): ParsedPhone {
  const asPlus = parseInternational(plain, country, isKnown);
  const digits = plain.replace(/\D/g, '');
  if (asPlus.kind === 'phone' && !isKnown(asPlus.phone) && country !== undefined) {
    const bare = parsePossible(digits.slice(1), country);
    if (bare && bare !== asPlus.phone && isKnown(bare)) return ambiguous(extraZeroText);
  }
  const own = country && parsePossible(digits, country);
  if (!own) return asPlus;
  if (asPlus.kind === 'phone' && (asPlus.phone === own || !isKnown(own))) return asPlus;
  if (asPlus.kind !== 'phone') return isKnown(own) ? { kind: 'phone', phone: own } : asPlus;
  return ambiguous(
    `00 at its beginning stands for +, but within ${country} it is dialled otherwise as well. Write + and the country code in place of 00, or the number without what is dialled before it.`,
  );
}

function parseNational(plain: string, country: CountryCode, isKnown: IsKnown): ParsedPhone {
  const digits = plain.replace(/\D/g, '');
  const own = parsePossible(digits, country) ?? findOldForm(digits, country);
  const other = findOther(plain, country, isKnown);
  if (!own) {
    const hint = other ? ' With + before it, it would be one of another country.' : '';
    return wrong(`It is no possible number of ${country}.${hint} ${internationalText}`);
  }
  if (hasCodeAndZero(plain)) return ambiguous(twoWaysText);
  if (other && other !== own && !isSurelyNational(plain, own, other, { country, isKnown })) {
    return ambiguous(twoWaysText);
  }
  if (hasOwnCode(digits, country, own, isKnown)) return ambiguous(twoWaysText);
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

/**
 * The possible number in international digits. What is written stays, where the library's form means the same: it takes
 * Mexico's 1 after +52 for a mistake, WhatsApp does not; and old forms are possible where the new one is.
 */
function findPossible(digits: string): PhoneNumber | undefined {
  const written = isPhoneNumber(digits) ? digits : undefined;
  const found = parsePossible(`+${digits}`) ?? (written && parsePossible(`+${toPersonKey(written)}`));
  return found && written && toPersonKey(written) === toPersonKey(found) ? written : found;
}

function parsePossible(text: string, country?: CountryCode): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(country && { defaultCountry: country }),
  });
  if (!number?.isPossible() || number.ext !== undefined) return undefined;
  const digits = number.number.slice(1);
  return isPhoneNumber(digits) ? digits : undefined;
}
