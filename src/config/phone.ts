import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { isPhoneNumber, toPersonKey } from '../domain/person.ts';
import type { PhoneNumber } from '../domain/person.ts';
import { findCallingCode, isPlainlyPossible } from './plain-phone.ts';

export type { CountryCode };

/** What became of a number as somebody wrote it. `text` says what is wrong and what to write; it holds no number. */
export type ParsedPhone =
  | { readonly kind: 'phone'; readonly phone: PhoneNumber }
  | { readonly kind: 'ambiguous' | 'wrong'; readonly text: string };

/**
 * The number in a text like "+62 812-3456-7890", or "0812-3456-7890" where the country is given. Possible numbers are
 * enough, known ranges are not asked for: new ranges appear faster than libraries do.
 */
export function parsePhone(text: string, country?: CountryCode): ParsedPhone {
  const known = parsePlainPhone(text);
  if (known) return known;
  const plain = toPlainText(text);
  if (!/^\+?[\d\s().\-/]+$/.test(plain)) return { kind: 'wrong', text: formText };
  if (plain.startsWith('+')) return parseInternational(plain);
  if (country === undefined) return { kind: 'ambiguous', text: noCountryText };
  const found = parsePossible(plain, country);
  if (!found) return { kind: 'wrong', text: `It is no possible number of ${country}. ${internationalText}` };
  const other = parsePossible(`+${plain.replace(/\D/g, '')}`);
  const isLong = !plain.startsWith('0') && plain.replace(/\D/g, '').length >= 11;
  if (isLong && other && other !== found) return { kind: 'ambiguous', text: twoWaysText };
  return { kind: 'phone', phone: found };
}

/** The number in a text where no library is needed to tell; undefined says nothing. */
export function parsePlainPhone(text: string): ParsedPhone | undefined {
  if (!/^\+[\d ().\-/]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  return isPhoneNumber(digits) && isPlainlyPossible(digits) ? { kind: 'phone', phone: digits } : undefined;
}

const formText =
  'A phone number is written with digits, spaces and hyphens, + and the country code first ("+44 …").';
const internationalText = 'Write it with + and the country code first, like "+44 …".';
const noCountryText = `It has no country code, so it could be a number of many countries. ${internationalText} Or set \`country\` in \`_policy.yaml\`.`;
const twoWaysText = `It could begin with a country code, or have lost a leading zero. ${internationalText}`;

/** True for the two letters of a country that has phone numbers ("GB", "ID"). */
export function isCountry(text: string): text is CountryCode {
  return isSupportedCountry(text);
}

const impossibleText =
  'It is no possible number of its country: too short, too long, or the country code is unknown. Check its digits.';

function parseInternational(plain: string): ParsedPhone {
  const digits = plain.replace(/\D/g, '');
  const written = isPhoneNumber(digits) ? digits : undefined;
  const found = parsePossible(plain) ?? (written && parsePossible(`+${toPersonKey(written)}`));
  if (!found) return { kind: 'wrong', text: impossibleText };
  // The library takes Mexico's 1 after +52 for a mistake, WhatsApp does not: what is written stays, where it means the same.
  const same = written && toPersonKey(written) === toPersonKey(found);
  return { kind: 'phone', phone: same ? written : found };
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

/** Without what copying from an address book brings along: direction marks, hard spaces, typographic hyphens. */
function toPlainText(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
}

/** A number as reports show it: country code and the last three digits, "+44 •••• ••• 002". */
export function maskPhone(phone: PhoneNumber): string {
  return `+${findCallingCode(phone) ?? '••'} •••• ••• ${phone.slice(-3)}`;
}

/** A text of the files for use in a message: runs of seven digits and more show their last three only; dates and LIDs stay. */
export function toHidden(text: string): string {
  const runs = /(?<!lid:\d*)\d(?:[^\p{L}\p{N}\n]{0,3}\d){6,}/gu;
  return text.replace(runs, (run) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(run)) return run;
    return run.slice(0, -3).replace(/\d/g, '•') + run.slice(-3);
  });
}
