import type { PhoneNumber } from '../../domain/people/person.ts';
import { formatPhone } from './parse-phone.ts';
import type { ParsedPhone } from './parsed-phone.ts';

/**
 * Writes numbers for a file: "+44 7700 900002". `parse` is how that file's numbers are read; undefined for a number that
 * it would take for another one, or for none.
 */
export function createPhoneWriter(
  parse: (text: string) => ParsedPhone,
): (phone: PhoneNumber) => string | undefined {
  const written = new Map<PhoneNumber, string | undefined>();
  const isReadAs = (text: string, phone: PhoneNumber) => {
    const read = parse(text);
    return read.kind === 'phone' && read.phone === phone;
  };
  return (phone) => {
    if (!written.has(phone))
      written.set(
        phone,
        [formatPhone(phone), `+${phone}`].find((text) => isReadAs(text, phone)),
      );
    return written.get(phone);
  };
}
