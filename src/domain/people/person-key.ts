import type { PersonKey, PhoneNumber } from './person.ts';

/**
 * Countries whose mobile numbers WhatsApp writes in two ways, by their calling codes, and what makes one of them:
 * Brazil with and without the ninth digit, Mexico with and without 1, Argentina with and without 9 (GitHub
 * devlikeapro/waha#2120). Benin put 01 before all its numbers on 30 November 2024 (mobi/telephone_number#138), Côte
 * d'Ivoire 01, 05 or 07 on 31 January 2021, and accounts that are older keep the old form (devlikeapro/waha#1894).
 */
const twoSpellings: ReadonlyMap<string, (phone: string) => string> = new Map([
  ['55', toShortBrazilian],
  ['52', (phone: string) => phone.replace(/^521?(\d{10})$/, '52$1')],
  ['54', (phone: string) => phone.replace(/^549?(\d{10})$/, '54$1')],
  ['229', (phone: string) => phone.replace(/^229([2-9]\d{7})$/, '22901$1')],
  ['225', toLongIvorian],
]);

/**
 * Without the 9 before the eight digits of a mobile number, which begin with 6 to 9. Letter by letter: a whole country's numbers
 * pass here.
 */
function toShortBrazilian(phone: string): string {
  const [ninth = '', first = ''] = [phone[4], phone[5]];
  return phone.length === 13 && ninth === '9' && first >= '6' ? phone.slice(0, 4) + phone.slice(5) : phone;
}

/**
 * The regulator (ARTCI) put the operator's prefix before each mobile number of eight digits: 01 for Moov, 05 for MTN, 07
 * for Orange. Whose it was, its first two digits say: the second is 0 to 3, 4 to 6 or 7 to 9. The operators' own lists
 * (google/libphonenumber#1909) and a converter of that time (aurellemeless/cipnn) agree; landlines, which got another
 * prefix by their third digit, are left as they are. A new number always stays as it is, so no two of them have one key.
 */
function toLongIvorian(phone: string): string {
  return phone
    .replace(/^225((?:0[1-3]|[457][0-3])\d{6})$/, '22501$1')
    .replace(/^225([04-9][4-6]\d{6})$/, '22505$1')
    .replace(/^225([04-9][7-9]\d{6})$/, '22507$1');
}

/**
 * The key of a number. Two spellings of one person's number have one key (Brazil with and without the ninth digit, and
 * the like): whoever compares people compares keys, whoever sends something sends the number.
 */
export function toPersonKey(phone: PhoneNumber): PersonKey {
  const unite = twoSpellings.get(phone.slice(0, 2)) ?? twoSpellings.get(phone.slice(0, 3));
  return (unite ? unite(phone) : phone) as string as PersonKey;
}

/** The key of a number whose digits are held as a number: 447700900001. */
export function toNumberKey(phone: number): PersonKey {
  return toPersonKey(String(phone) as PhoneNumber);
}
