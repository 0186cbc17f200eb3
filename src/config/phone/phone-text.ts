import type { PhoneCause, PhoneFault } from '../../domain/people/phone-fault.ts';
import { phoneDigits } from '../../domain/whatsapp-facts.ts';

/**
 * A number as somebody wrote it, brought into one form: ASCII digits, blanks, hyphens, dots, slashes and round brackets,
 * a + at most at its beginning. Or what stands in the way, in words.
 */
export type PhoneText =
  | { readonly kind: 'number'; readonly text: string }
  | ({ readonly kind: 'wrong' } & PhoneFault);

/**
 * Reads digits of any script, and what stands between digits in the wild: blanks, dashes, dots and brackets of all widths,
 * what cannot be seen (marks of direction among it), and quotes around the whole.
 */
export function toPhoneText(text: string, country?: string): PhoneText {
  if (text.length > longest) return { kind: 'wrong', cause: 'too-long', text: longText };
  if (masked.test(text)) return { kind: 'wrong', cause: 'masked', text: maskedText };
  const whole = withoutQuotes(toPlain(text));
  const plain = country === 'BR' ? withoutCarrier(whole) : whole;
  const wrong = causes.find(({ isIt }) => isIt(plain));
  if (wrong) return { kind: 'wrong', cause: wrong.cause, text: wrong.says };
  // Brackets round the whole, round a + or round a zero say nothing.
  const bare = plain.replace(/^\(([^()]*)\)$/, '$1').replace(/^\(([+0][^()]*)\)/, '$1 ');
  return { kind: 'number', text: bare };
}

/** No number takes so many letters, however it is written; and the patterns below look at short texts only. */
const longest = 200;
const longText = 'It is far too long for one number. Write one number in each entry.';
/** As reports show numbers, Rollcall's own among them. */
const masked = /[\u2022\u2219\u22c5\u00b7\u25cf\u2026]{2}/u;
const maskedText =
  'Some of its digits are hidden (••••), as in reports. Take the number from where it came from.';
const formText =
  'A phone number is written with digits, spaces and hyphens, + and the country code first ("+44 …").';

/** One letter for all that mean the same, and nothing for what cannot be seen. */
function toPlain(text: string): string {
  return text
    .replace(/\p{Nd}/gu, toDigit)
    .replace(/[\p{Cf}\p{Mn}\u3164]/gu, '')
    .replace(/[\uff0b\ufe62\u207a\u2795]/gu, '+')
    .replace(/[\p{Pd}\u2212\u02d7\u2043]/gu, '-')
    .replace(/[\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff0e\uff61\uff65]/gu, '.')
    .replace(/[\uff0c\u3001\u060c\u066b\u066c]/gu, ',')
    .replace(/[\u2044\u2215\uff0f]/gu, '/')
    .replace(/[[\u{2985}\u{ff3b}\u{ff08}\u{fe59}\u{fe5d}\u{2768}\u{276a}\u{ff5f}]/gu, '(')
    .replace(/[\]\u{2986}\u{ff3d}\u{ff09}\u{fe5a}\u{fe5e}\u{2769}\u{276b}\u{ff60}]/gu, ')')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim();
}

/** The ASCII digit of a digit of any script: Unicode has each script's in a row, from zero to nine. */
function toDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point < 0x80) return digit;
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

const quotes = `"'\`\u00b4\u00ab\u00bb\u2018-\u201f\u2032\u2033\u2039\u203a\u300c-\u300f\uff02\uff07`;
const quoted = new RegExp(`^[${quotes}]+([^${quotes}]*)[${quotes}]+$`, 'u');

/** True for a text in which somebody wrote a number, well or badly: more than a handle can be, and no other word. */
export function hasNumber(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= 6 || (digits > 0 && !/\p{L}/u.test(text));
}

/** Why a text is the number of a spreadsheet, and none of a phone. */
export function findSheetForm(text: string): string | undefined {
  const plain = toPlain(text.slice(0, longest));
  return sheetForms.find(({ isIt }) => isIt(plain))?.says;
}

/** A text without the quotes around it, straight or typographic. */
export function withoutQuotes(text: string): string {
  return quoted.exec(text.trim())?.[1]?.trim() ?? text;
}

/** Brazil's "0xx11 …": in place of xx whoever dials it puts the carrier of their choice. */
function withoutCarrier(text: string): string {
  return text.replace(/^\(?0 ?\(?(?:xx|\*\*)\)? ?-?(\d\d)\)?/i, '($1) ');
}

/** Why a text is no number, where that can be told from its form. */
interface Cause {
  readonly cause: PhoneCause;
  readonly isIt: (text: string) => boolean;
  readonly says: string;
}

const sheetForms: readonly Cause[] = [
  {
    cause: 'formula',
    isIt: (text) => text.startsWith('='),
    says: 'It is a formula of a spreadsheet. Write the number alone, in quotes, with + and the country code first.',
  },
  {
    cause: 'shortened',
    isIt: (text) => /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(text),
    says: 'A spreadsheet has shortened it (4.4E+11), and its last digits are lost. Format the column as text there, and take the number from where it came from.',
  },
  {
    cause: 'sheet-quote',
    isIt: (text) => /^['\u2018\u2019\u00b4`]/u.test(text),
    says: 'The quote before it is how a spreadsheet marks a text. Write the number without it.',
  },
  {
    cause: 'decimal',
    isIt: isDecimal,
    says: 'It ends like a decimal number (`.0`), as spreadsheets write them: a zero too many. Write the number without what comes after the dot.',
  },
];

const causes: readonly Cause[] = [
  ...sheetForms,
  {
    cause: 'link',
    isIt: (text) => /^tel:|wa\.me\/|whatsapp/i.test(text),
    says: 'It is a link. Write the number in it alone, with + and the country code first.',
  },
  {
    cause: 'two-numbers',
    isIt: hasTwoNumbers,
    says: 'Two numbers stand here, or one and the end of another. Write one number in each entry.',
  },
  {
    cause: 'plus-at-end',
    isIt: (text) => /^[^+]*\d[^+]*\+ ?$/.test(text),
    says: 'The + stands at its end. Write it first, before the country code.',
  },
  {
    cause: 'extension',
    isIt: (text) =>
      /\d[^\d]*(?:ext|x|int|ramal|anexo|ekst|#|;|doorwahl|durchwahl)[^\d]*\d{1,6}\D*$/i.test(text),
    says: 'It has an extension, and WhatsApp knows none. Write the number alone.',
  },
  {
    cause: 'quotes',
    isIt: (text) => /[\u00ab\u00bb\u2018-\u201f"'`]/u.test(text),
    says: 'Quotes stand within it. Write the number alone, between straight quotes ("…").',
  },
  {
    cause: 'letters',
    isIt: (text) => /\p{L}/u.test(text),
    says: `Letters stand in it. ${formText}`,
  },
  {
    cause: 'comma',
    isIt: (text) => /,/.test(text),
    says: `A comma stands in it, so it could be two numbers, or one with a decimal. ${formText}`,
  },
  {
    cause: 'form',
    isIt: (text) => !/^\(?\+?(?=.*\d)[\d ().\-/]+$/.test(text),
    says: formText,
  },
  {
    cause: 'plus-zero',
    isIt: (text) => /^\(?\+ ?\(?0(?!0)/.test(text),
    says: 'After + comes the country code, and none begins with 0. Write + and the country code in place of the zero, like "+44 …".',
  },
];

/** `.0` at the end, or one dot and little after it; "06.12.34.56.00" is how numbers are written in France. */
function isDecimal(text: string): boolean {
  if (countDigits(text) < phoneDigits.fewest) return false;
  if (/^\+?\d{6,}[.,](?:\d{1,2}|0+)$/.test(text)) return true;
  return /\d[.,]00?$/.test(text) && !/\.\d\d\.00$/.test(text);
}

/** What people write between two numbers; a slash parts an area code too, and the endings of two extensions. */
function hasTwoNumbers(text: string): boolean {
  const parts = text.split(/[,;|&\n\r]|:+| (?:or|and|atau|dan|ou|e|o|y|oder|et|und) /i);
  if (parts.filter((part) => countDigits(part) >= 6).length > 1) return true;
  if (/\d[\d ().-]{4,}\+ ?\(?\d/.test(text)) return true;
  const [before = '', ...after] = text.split('/');
  if (after.length === 0) return false;
  return after.length > 1 || countDigits(before) > 7 || countDigits(after[0] ?? '') < 4;
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}
