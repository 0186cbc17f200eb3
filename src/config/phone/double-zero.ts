import type { CountryCode } from 'libphonenumber-js/min';
import { parseInternational } from './international.ts';
import type { IsKnown, ParsedPhone } from './parsed-phone.ts';
import { ambiguous, extraZero } from './parsed-phone.ts';
import { parsePossible } from './possible.ts';

/** `00…`, which stands for + in most of the world, and for something else, too, in some countries. */
export function parseDoubleZero(
  plain: string,
  country: CountryCode | undefined,
  isKnown: IsKnown,
): ParsedPhone {
  const asPlus = parseInternational(plain, country, isKnown);
  const digits = plain.replace(/\D/g, '');
  if (asPlus.kind === 'phone' && !isKnown(asPlus.phone) && country !== undefined) {
    const bare = parsePossible(digits.slice(1), country);
    if (bare && bare !== asPlus.phone && isKnown(bare)) return ambiguous(extraZero);
  }
  const own = country && parsePossible(digits, country);
  if (!own) return asPlus;
  if (asPlus.kind === 'phone' && (asPlus.phone === own || !isKnown(own))) return asPlus;
  if (asPlus.kind !== 'phone') return isKnown(own) ? { kind: 'phone', phone: own } : asPlus;
  return ambiguous({
    cause: 'double-zero',
    of: country,
    text: `00 at its beginning stands for +, but within ${country} it is dialled otherwise as well. Write + and the country code in place of 00, or the number without what is dialled before it.`,
  });
}
