import { Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { findCallingCode } from '../../domain/people/calling-code.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';

/** Which countries a number may be of. */
export interface Countries {
  /** "GB": whose ranges have the number, else the largest of those that share its calling code. Absent: of none. */
  readonly country?: CountryCode;
  /** All others that share its calling code, in the library's order. */
  readonly others: readonly CountryCode[];
}

/** Tells by calling code and known ranges; a satellite phone is of no country. */
export function findCountries(phone: PhoneNumber): Countries {
  const metadata = new Metadata() as unknown as CallingCodes;
  const sharing = metadata.getCountryCodesForCallingCode(findCallingCode(phone)) ?? [];
  const found = parsePhoneNumberFromString(`+${phone}`, { extract: false })?.country;
  const country = found !== undefined && sharing.includes(found) ? found : sharing[0];
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return { others: [] };
  return { country, others: sharing.filter((other) => other !== country) };
}

/** What the library's types do not have. The country that a calling code is mostly of comes first. */
interface CallingCodes {
  getCountryCodesForCallingCode(code: string): readonly CountryCode[] | undefined;
}
