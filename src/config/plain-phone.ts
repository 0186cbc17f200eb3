import { getCountries, getCountryCallingCode, Metadata } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';
import type { PhoneNumber } from '../domain/person.ts';

/** What the countries of one calling code agree on. */
interface Plan {
  /** How many digits after the calling code are possible in each of them. */
  readonly lengths: ReadonlySet<number>;
  /** What is dialled before national numbers: the library looks closer where a number begins with it. */
  readonly prefixes: readonly RegExp[];
}

/**
 * True for an international number that the library finds possible and leaves as it is: as long as numbers of every
 * country with its calling code are, and nothing at its beginning that could be a national prefix. Nearly all are. False
 * says nothing. The library takes thirty times as long for the same answer, which was a quarter of a plan's time.
 */
export function isPlainlyPossible(phone: PhoneNumber): boolean {
  const code = findCallingCode(phone);
  if (code === undefined) return false;
  const plan = plans.get(code) ?? toPlan(code);
  plans.set(code, plan);
  const national = phone.slice(code.length);
  return plan.lengths.has(national.length) && !plan.prefixes.some((prefix) => prefix.exec(national)?.[0]);
}

/** The calling code that a number begins with; no calling code is the beginning of another one. */
export function findCallingCode(phone: PhoneNumber): string | undefined {
  for (let length = 1; length <= 3; length += 1) {
    const start = phone.slice(0, length);
    if (callingCodes.has(start)) return start;
  }
  return undefined;
}

const callingCodes: ReadonlySet<string> = new Set(
  getCountries().map((country) => getCountryCallingCode(country)),
);
const plans = new Map<string, Plan>();

function toPlan(code: string): Plan {
  const countries = getCountries().filter((country) => getCountryCallingCode(country) === code);
  const found = countries.map(findNumberingPlan);
  const lengths = (found[0]?.possibleLengths() ?? []).filter((length) =>
    found.every((plan) => plan?.possibleLengths().includes(length)),
  );
  const prefixes = found.flatMap((plan) => plan?.nationalPrefixForParsing() ?? []);
  return {
    lengths: new Set(lengths),
    prefixes: [...new Set(prefixes)].map((prefix) => new RegExp(`^(?:${prefix})`)),
  };
}

/** The library's `NumberingPlan`, as far as it is needed here. */
interface NumberingPlan {
  possibleLengths(): readonly number[];
  /** A regular expression; absent where nothing is dialled before national numbers. */
  nationalPrefixForParsing(): string | undefined;
}

/** The library's types do not have the second of the functions; should it go, no number is plain. */
function findNumberingPlan(country: CountryCode): NumberingPlan | undefined {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as Partial<NumberingPlan> | undefined;
  return plan?.possibleLengths && plan.nationalPrefixForParsing ? (plan as NumberingPlan) : undefined;
}
