import { findRange } from '../config/phone/known-ranges.ts';
import type { CountryCode } from '../config/phone/parse-phone.ts';
import { isCountry, parsePhone } from '../config/phone/parse-phone.ts';
import { policyShape } from '../config/schema.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { PersonKey, PhoneNumber } from '../domain/people/person.ts';

/** What somebody typed, or why it will not do, in a sentence without any digits of it. */
export type Typed<Value> = { readonly value: Value } | { readonly fault: string };

/** A number: with its country code, or as it is dialled in the country that is given. */
export function readPhone(text: string, country?: CountryCode): Typed<PhoneNumber> {
  if (text === '') return { fault: 'There is no number.' };
  const parsed = parsePhone(text, country, findRange);
  if (parsed.kind === 'phone') return { value: parsed.phone };
  return { fault: parsed.kind === 'unsure' ? 'This number cannot be told.' : parsed.text };
}

/** Numbers with commas between them, each person once; '' is nobody. */
export function readPhones(text: string, country?: CountryCode): Typed<readonly PhoneNumber[]> {
  const found = new Map<PersonKey, PhoneNumber>();
  for (const part of text.split(/[,;]/).filter((each) => each.trim() !== '')) {
    const phone = readPhone(part.trim(), country);
    if ('fault' in phone) return phone;
    found.set(toPersonKey(phone.value), phone.value);
  }
  return { value: [...found.values()] };
}

/** A country that has phone numbers, in small or large letters. */
export function readCountry(text: string): Typed<CountryCode> {
  const country = text.toUpperCase();
  if (isCountry(country)) return { value: country };
  return {
    fault: `The country must be ${policyShape.country.safeParse(country).error?.issues[0]?.message}.`,
  };
}

/** The name of a time zone, as the policy takes it. */
export function readZone(text: string): Typed<string> {
  const zone = policyShape.timezone.safeParse(text);
  if (zone.success) return { value: zone.data };
  return { fault: `The time zone must be ${zone.error.issues[0]?.message}.` };
}
