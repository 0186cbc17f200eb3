import { getCountries, getCountryCallingCode, Metadata } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import { onceEach } from '../../domain/lazy/once.ts';
import { findCallingCode } from '../../domain/people/calling-code.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';

/** What the countries of one calling code agree on. */
interface Plan {
  /** How many digits after the calling code are possible in each of them. */
  readonly lengths: ReadonlySet<number>;
  /** What numbers of its ranges look like; one of them is enough. */
  readonly ranges: readonly RegExp[];
  /** What is dialled before national numbers: the library looks closer where a number begins with it. */
  readonly prefixes: readonly RegExp[];
}

/**
 * True for an international number that the library finds possible and leaves as it is: as long as numbers of every
 * country with its calling code are, of a range that one of them has, neither a zero nor the code once more at its beginning, and nothing there that could be a national prefix. Nearly
 * all are. False says nothing. The library takes thirty times as long for the same answer, which was a quarter of a
 * plan's time.
 */
export function isPlainlyPossible(phone: PhoneNumber): boolean {
  const code = findKnownCallingCode(phone);
  if (code === undefined) return false;
  const { lengths, ranges, prefixes } = findPlan(code);
  const national = phone.slice(code.length);
  return (
    lengths.has(national.length) &&
    isIn(ranges, national) &&
    !national.startsWith('0') &&
    !national.startsWith(code) &&
    !prefixes.some((prefix) => prefix.exec(national)?.[0])
  );
}

/** True for a number that looks as those of its country's ranges do, or of one with its calling code. */
export function isOfRange(phone: PhoneNumber): boolean {
  const code = findKnownCallingCode(phone);
  return code !== undefined && isIn(findPlan(code).ranges, phone.slice(code.length));
}

function isIn(ranges: Plan['ranges'], national: string): boolean {
  return ranges.some((range) => range.test(national));
}

const findPlan = onceEach(toPlan);

/** A pattern for all of a text; made once, since each number of a country is asked for the same ones. */
const toWhole = onceEach((pattern) => new RegExp(`^(?:${pattern})$`));

/** The calling code that a number begins with; no calling code is the beginning of another one. */
export function findKnownCallingCode(phone: string): string | undefined {
  const code = findCallingCode(phone);
  return callingCodes.has(code) ? code : undefined;
}

/**
 * True for digits that a country writes just so: a number with its area code, and nothing that is dialled before it. Where
 * people write a zero before national numbers, digits without one are no national form.
 */
export function isNationalForm(digits: string, country: CountryCode): boolean {
  const plan = nationals.get(country) ?? findNumberingPlan(country);
  if (!plan?.possibleLengths().includes(digits.length)) return false;
  nationals.set(country, plan);
  if (!toWhole(plan.nationalNumberPattern()).test(digits)) return false;
  const format = plan.formats().find((each) => {
    const start = each.leadingDigitsPatterns().at(-1);
    const hasStart = start === undefined || digits.search(new RegExp(start)) === 0;
    return hasStart && toWhole(each.pattern()).test(digits);
  });
  const rule = format?.nationalPrefixFormattingRule();
  const prefix = plan.nationalPrefix();
  // Where no rule is told, the data may have 0 in its place.
  return prefix === undefined || typeof rule !== 'string' || !rule.replace(/\$\d/g, '').includes(prefix);
}

const callingCodes: ReadonlySet<string> = new Set(
  getCountries().map((country) => getCountryCallingCode(country)),
);
const nationals = new Map<CountryCode, NumberingPlan>();

function toPlan(code: string): Plan {
  const countries = getCountries().filter((country) => getCountryCallingCode(country) === code);
  const found = countries.map(findNumberingPlan);
  const lengths = (found[0]?.possibleLengths() ?? []).filter((length) =>
    found.every((plan) => plan?.possibleLengths().includes(length)),
  );
  const prefixes = found.flatMap((plan) => plan?.nationalPrefixForParsing() ?? []);
  return {
    lengths: new Set(lengths),
    ranges: found.flatMap((plan) => (plan ? toWhole(plan.nationalNumberPattern()) : [])),
    prefixes: [...new Set(prefixes)].map((prefix) => new RegExp(`^(?:${prefix})`)),
  };
}

/** The library's `NumberingPlan`, as far as it is needed here. */
interface NumberingPlan {
  possibleLengths(): readonly number[];
  /** A regular expression for a whole national number. */
  nationalNumberPattern(): string;
  /** What people dial before national numbers, mostly 0. */
  nationalPrefix(): string | undefined;
  /** A regular expression; absent where nothing is dialled before national numbers. */
  nationalPrefixForParsing(): string | undefined;
  formats(): readonly Format[];
}

interface Format {
  pattern(): string;
  /** Regular expressions, the last of them the strictest. */
  leadingDigitsPatterns(): readonly string[];
  /** "0$1" where a zero is written before the first group. */
  nationalPrefixFormattingRule(): unknown;
}

/** The library's types do not have all of the functions; should one go, no number is plain. */
function findNumberingPlan(country: CountryCode): NumberingPlan | undefined {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as Partial<NumberingPlan> | undefined;
  return plan?.possibleLengths && plan.nationalPrefixForParsing ? (plan as NumberingPlan) : undefined;
}
