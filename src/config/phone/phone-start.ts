import { toPersonKey } from '../../domain/people/person-key.ts';
import type { PhoneFault } from '../../domain/people/phone-fault.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { findKnownCallingCode } from './numbering.ts';
import type { ParsedPhone, IsKnown } from './parsed-phone.ts';
import { ambiguous, extraZero } from './parsed-phone.ts';
import { findPossible } from './possible.ts';

/** What stands before a number by mistake: a zero that its country does not keep after +, or its country code once more. */
export function checkStart(phone: PhoneNumber, isKnown: IsKnown): ParsedPhone {
  const code = findKnownCallingCode(phone) ?? '';
  const national = phone.slice(code.length);
  const isBetter = (digits: string) => {
    const bare = findPossible(digits.replace(new RegExp(`^${code}0+`), code));
    const isOther = bare !== undefined && toPersonKey(bare) !== toPersonKey(phone);
    return isOther && isKnown(bare) && (!isKnown(phone) || phone.length >= overlong);
  };
  if (national.startsWith('0') && isBetter(phone)) return ambiguous(extraZero);
  if (national.startsWith(code) && isBetter(national)) return ambiguous(twice);
  const far = findOverseas(phone)?.find((other) => isBetter(other + national));
  return far === undefined ? { kind: 'phone', phone } : ambiguous(toFar(far));
}

/** No phone has so many digits, though the library's ranges of some countries hold such numbers. */
const overlong = 14;

/** The calling codes whose numbers are dialled as if they were of this number's: France's overseas have mobiles with 63 and 69. */
export function findOverseas(phone: string): readonly string[] | undefined {
  return /^336[39]/.test(phone) ? ['262', '590', '594', '596'] : undefined;
}

function toFar(code: string): PhoneFault {
  const text = `It is no number in use there, but one with +${code} before it, which is dialled as if it were one of the same country. If that is meant, write it with +${code}; else check its digits.`;
  return { cause: 'far', text, of: code };
}

const twice: PhoneFault = {
  cause: 'code-twice',
  text: 'Its country code seems to stand twice: it is a number in use only if one of the two is left out. Leave it out, or check the digits.',
};
