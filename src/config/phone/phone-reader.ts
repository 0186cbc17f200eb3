import type { FindRange } from './known-ranges.ts';
import { parsePhone, parsePlainPhone } from './parse-phone.ts';
import type { CountryCode, Unsure } from './parse-phone.ts';
import type { ParsedPhone } from './parsed-phone.ts';

/** Reads the numbers of one run's files. */
export interface PhoneReader {
  parse(text: string): ParsedPhone;
  /** True once a number was read that the ranges are needed for; `setRanges` ends it. */
  isUnsure(): boolean;
  setRanges(findRange: FindRange | undefined): void;
  /** What numbers without a country code mean. */
  country(): CountryCode | undefined;
  setCountry(country: CountryCode | undefined): void;
}

/** The library takes its time, and numbers stand in many groups: each text is parsed once for each country. */
export function createPhoneReader(): PhoneReader {
  const known = new Map<string, ParsedPhone | Unsure>();
  let country: CountryCode | undefined;
  let ranges: FindRange | undefined;
  let isUnsure = false;
  const look = (text: string): ParsedPhone | Unsure => {
    const key = `${country ?? ''} ${text}`;
    const before = known.get(key);
    if (before && before.kind !== 'unsure') return before;
    const result = parsePhone(text, country, ranges);
    known.set(key, result);
    return result;
  };
  return {
    parse(text) {
      const found = parsePlainPhone(text, country) ?? look(text);
      if (found.kind !== 'unsure') return found;
      isUnsure = true;
      return { kind: 'wrong', cause: 'form', text: '' };
    },
    isUnsure: () => isUnsure,
    setRanges(findRange) {
      ranges = findRange;
      isUnsure = false;
    },
    country: () => country,
    setCountry(found) {
      country = found;
    },
  };
}
