import {
  Metadata,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { findKnownCallingCode } from './numbering.ts';

/**
 * `used`: of a range in use, as far as the library knows; new ranges come faster than its releases. `free`: of none, but
 * as phones of its country are. `none`: no phone of its country has so many digits, or such a beginning.
 */
export type Range = 'used' | 'free' | 'none';

/** Tells about a possible number. */
export type FindRange = (phone: PhoneNumber) => Range;

/**
 * Judges by the ranges of all kinds of numbers. They take twice the room of the library's usual data, so this file is
 * loaded only where a number could be read in two ways, or is of no range in the usual data.
 */
export const findRange: FindRange = (phone) => {
  const number = parsePhoneNumberFromString(`+${phone}`, { extract: false });
  // Italy's mailboxes are numbers of phones with a digit or two more.
  if (number?.isValid() && number.getType() !== 'VOICEMAIL') return 'used';
  return isLikeAPhone(phone) ? 'free' : 'none';
};

/** What a country's phones have, landlines among them, by its calling code. */
interface Phones {
  readonly lengths: ReadonlySet<number>;
  /** Whatever is dialled before national numbers, and nothing else begins with it. */
  readonly isZeroDialled: boolean;
}

const phones = new Map<string, Phones>();

function isLikeAPhone(phone: PhoneNumber): boolean {
  // Old forms, which have another length, are as good as the new ones.
  const key: string = toPersonKey(phone);
  const code = findKnownCallingCode(key);
  if (code === undefined) return true;
  const { lengths, isZeroDialled } = phones.get(code) ?? findPhones(code);
  const national = key.slice(code.length);
  return lengths.has(national.length) && !(isZeroDialled && national.startsWith('0'));
}

function findPhones(code: string): Phones {
  const plans = findPlans(code);
  const kinds = plans.flatMap((plan) => [plan.type('MOBILE'), plan.type('FIXED_LINE'), plan.type('VOIP')]);
  const found = {
    lengths: new Set(kinds.flatMap((kind) => kind?.possibleLengths() ?? [])),
    isZeroDialled: plans.every((plan) => plan.nationalPrefix() === '0'),
  };
  phones.set(code, found);
  return found;
}

/** What landlines and mobile phones of a calling code look like, without the code. */
interface Kinds {
  readonly fixed: readonly RegExp[];
  readonly mobile: readonly RegExp[];
}

const kindsByCode = new Map<string, Kinds>();

/**
 * True for a number in the range of landlines of a country, where none of the countries of that code has mobile phones in
 * it: in North America nobody can tell. By the library's patterns, since asking it for each of 100,000 people takes seconds.
 */
export function isLandline(phone: PhoneNumber): boolean {
  const code = findKnownCallingCode(phone);
  if (code === undefined) return false;
  const { fixed, mobile } = kindsByCode.get(code) ?? findKinds(code);
  const national = phone.slice(code.length);
  return fixed.some((pattern) => pattern.test(national)) && !mobile.some((pattern) => pattern.test(national));
}

function findKinds(code: string): Kinds {
  const plans = findPlans(code);
  const found = {
    fixed: plans.flatMap((plan) => toPattern(plan.type('FIXED_LINE')?.pattern())),
    // The library leaves out what is the same: then mobile phones are in the range of landlines.
    mobile: plans.flatMap((plan) =>
      toPattern(plan.type('MOBILE')?.pattern() || plan.type('FIXED_LINE')?.pattern()),
    ),
  };
  kindsByCode.set(code, found);
  return found;
}

function toPattern(pattern: string | undefined): RegExp[] {
  return pattern ? [new RegExp(`^(?:${pattern})$`)] : [];
}

/** The numbering plans of all countries with a calling code. */
function findPlans(code: string): NumberingPlan[] {
  return getCountries()
    .filter((country) => getCountryCallingCode(country) === code)
    .map(findNumberingPlan);
}

/** The library's `NumberingPlan`, as far as it is needed here. */
interface NumberingPlan {
  type(
    name: 'MOBILE' | 'FIXED_LINE' | 'VOIP',
  ): { possibleLengths(): readonly number[]; pattern(): string } | undefined;
  nationalPrefix(): string | undefined;
}

/** The library's types do not have all of its functions. */
function findNumberingPlan(country: CountryCode): NumberingPlan {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  return metadata.numberingPlan as unknown as NumberingPlan;
}
