import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { isPhoneNumber } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';

/**
 * The possible number in international digits. What is written stays, where the library's form means the same: it takes
 * Mexico's 1 after +52 for a mistake, WhatsApp does not; and old forms are possible where the new one is.
 */
export function findPossible(digits: string): PhoneNumber | undefined {
  const written = isPhoneNumber(digits) ? digits : undefined;
  const found = parsePossible(`+${digits}`) ?? (written && parsePossible(`+${toPersonKey(written)}`));
  return found && written && toPersonKey(written) === toPersonKey(found) ? written : found;
}

/** The number in a text, in international digits, where one of its country may have so many. */
export function parsePossible(text: string, country?: CountryCode): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(country && { defaultCountry: country }),
  });
  if (!number?.isPossible() || number.ext !== undefined) return undefined;
  const digits = number.number.slice(1);
  return isPhoneNumber(digits) ? digits : undefined;
}
