import { disappearingTimes, phoneDigits } from '../domain/whatsapp-facts.ts';
import { findCallingCode } from '../domain/people/calling-code.ts';
import type { PhoneNumber } from '../domain/people/person.ts';

/** How much of a number masking leaves: its last digits, or none, where numbers are sealed (docs/files.md#sealed-numbers). */
export type Left = 'last-digits' | 'nothing';

/**
 * The label of a number that must not be told: "+62 •••• ••• 890", country code and last three digits. Of a short number
 * ("+683 4002") fewer are told, at most half of what follows the country code: else one digit would be left to guess.
 */
export function maskPhone(phone: PhoneNumber | string, left: Left = 'last-digits'): string {
  const code = findCallingCode(phone);
  if (left === 'nothing') return `+${code} •••• ••• •••`;
  const shown = Math.min(kept, Math.floor((phone.length - code.length) / 2));
  return `+${code} •••• ••• ${phone.slice(phone.length - shown)}`;
}

/** In the place of a number that is sealed: not even its country is told. */
export const sealedPhone = '•••• ••• •••';

/** True for what `maskPhone` makes, and for `sealedPhone`; with the number beside it that tells it from others like it. */
export function isMasked(label: string): boolean {
  return /^(?:\+\d{1,3} )?•••• ••• (?:\d{0,3}|•••)(?: \(\d+\))?$/.test(label);
}

/** Whatever has fewer digits is no number of a phone. */
const { fewest } = phoneDigits;
/** So many digits at its end stay readable. */
const kept = 3;
/** More visible signs than this between two digits, and they belong to different things: columns, say. */
const widestGap = 10;

/** Digits of all scripts, and what is drawn like them: ٣, ３, ³, ③. */
const digit = String.raw`[\p{Nd}\p{No}]`;
/** Takes no room, or stands upon the digit before: bidi marks, joiners, variation selectors, the frame of a keycap. */
const unseen = String.raw`[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]`;
/**
 * What may stand between two digits of one number: all but letters, line ends and the signs that part columns, cells and
 * strings in Rollcall's own output. A Japanese long vowel sign is used like a dash (libphonenumber, VALID_PUNCTUATION).
 */
const sign = String.raw`[[^\p{L}\p{N}\n\r"\|│→>•*]--${unseen}]|[ーｰ]`;
/** Those signs, `x`, and what Rollcall itself blanks digits with: only where digits touch them, so masking twice is once. */
const touched = String.raw`(?<=${digit})["\|│→>•*](?=${digit})|(?<=${digit} ?)[xX](?= ?${digit})`;
/** How YAML, JSON and HTML write signs in letters: \u00a0, \x20, \u{200b}, &nbsp; */
const spelt = String.raw`\\(?:u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[a-zA-Z])|&[a-zA-Z]{2,8};`;

function toRun(...signs: readonly string[]): RegExp {
  const gap = String.raw`${unseen}*(?:(?:${signs.join('|')})${unseen}*){0,${widestGap}}`;
  return new RegExp(`${digit}(?:${gap}${digit})*`, 'gv');
}

/** Years, hours and days as they stand in seasons and timetables: "2025/2026", "09.00-10.30", "26.11. 19:00". */
const year = String.raw`(?:19|20)\d\d`;
const moment = String.raw`${year}(?:\/${year})?|[0-2]?\d:[0-5]\d(?::[0-5]\d)?|[0-2]?\d\.[0-5][05]|[0-3]?\d[.\/][01]?\d\.?`;

/** What holds many digits and tells no number. */
const harmless = [
  // What follows `lid:` is known to be none, if it is as long as a LID is.
  String.raw`(?<![\p{L}\p{N}])lid:\d{14,15}(?!\p{N})`,
  // A group's id (docs/gowa.md#s9); one of the old kind is made of its creator's number, and is masked.
  String.raw`(?<!\p{N})120363\d{12}(?!\p{N})`,
  // Commits and hashes.
  String.raw`(?<![\p{L}\p{N}])(?=\d*[a-f])(?:[\da-f]{64}|[\da-f]{40})(?![\p{L}\p{N}])`,
  // What GOWA calls a device that nobody named, which `--device` wants: a UUID, no part of which could be a whole number.
  String.raw`(?<![\p{L}\p{N}\-])(?!\d{8})[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-(?![\da-f]*\d{9})[\da-f]{12}(?![\p{L}\p{N}\-])`,
  // Days, and times of a day behind them.
  String.raw`(?<![\p{N}+.\/\-])${year}(?<ymd>[.\/\-])[01]?\d\k<ymd>[0-3]?\d(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{3})?)?)?(?![.\/\-:]?\p{N})`,
  String.raw`(?<![\p{N}+.\/\-])[0-3]?\d(?<dmy>[.\/\-])[0-3]?\d\k<dmy>${year}(?![.\/\-:]?\p{N})`,
  // Line and column behind the name of a file.
  String.raw`(?<=\.(?:ya?ml|csv|jsonl?|[cm]?[jt]s)):(?:\d{1,2}:\d{1,7}|\d{1,6}(?::\d{1,4})?)(?!:?\p{N})`,
  // An address on the network.
  String.raw`(?<=https?:\/\/)\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?!\p{N})`,
  // Width and height.
  String.raw`(?<![\p{N}+][\p{Z}.\-]?)(?:\d{2,4}x\d{2,4}|\d{2,5} ?× ?\d{2,5})(?![\p{Z}.x×\-]?\p{N})`,
  // The seconds of a timer, as JSON has them: without it a plan of such a change would be no JSON.
  String.raw`(?<=": )(?:${Object.values(disappearingTimes).join('|')})(?=[,\s\}]|$)`,
  // Money, up to hundreds of millions.
  String.raw`(?:Rp\.?|R\$|IDR|BRL|USD|EUR|GBP|[$€£¥₹₱₦₩₫฿]) ?\d{1,3}(?:[.,]\d{3}){1,2}(?:[.,]\d\d)?(?![.,]?\p{N})`,
].join('|');

/** Made when the first text needs them: most texts hold fewer than seven digits. */
function makePatterns() {
  return {
    run: toRun(spelt, sign, touched),
    runOverLines: toRun(spelt, String.raw`\n`, sign, touched),
    harmless: new RegExp(harmless, 'gv'),
    timetable: new RegExp(String.raw`^(?:${moment})(?:(?: ?[\-–—] ?| ?, ?|[ \n]{1,3})(?:${moment}))*$`, 'v'),
  };
}

let patterns: ReturnType<typeof makePatterns> | undefined;
const anyDigit = new RegExp(digit, 'gu');
const enoughDigits = new RegExp(`(?:${digit}.*?){${fewest}}`, 'su');

/**
 * Blanks whatever may be a phone number but its last three digits, for everything that Rollcall prints or writes: 7 digits
 * or more, of whatever script, whatever stands between them. The text keeps its length, so that columns and carets stay
 * where they are, and masking twice is masking once. Days, years, hours, group ids, LIDs, hashes, places in files and
 * money stay readable. A private key for sealed numbers is blanked as well.
 */
export function mask(text: string, left: Left = 'last-digits'): string {
  // Few lines of a plan hold digits enough, and nothing that is looked for here goes on in the next one.
  return text
    .split('\n')
    .map((line) => maskWith('run', line, left))
    .join('\n');
}

/** Masks a text of several lines, in which one number may begin on one line and end on the next. */
export function maskLines(text: string, left: Left = 'last-digits'): string {
  // Where nothing is left, a number must not be cut in two first.
  if (left === 'nothing') return mask(maskWith('runOverLines', text, left), left);
  // First line by line: of two numbers, one below the other, both keep their ends.
  const masked = mask(text, left);
  return masked.includes('\n') ? maskWith('runOverLines', masked, left) : masked;
}

/** True for a text that seems to hold a phone number, also over several lines. */
export function holdsNumber(text: string): boolean {
  return maskLines(text, 'nothing') !== text;
}

/** A private key that stands where it must not, as it would be printed with the line that it stands in. */
const privateKey = /(?<=rollcall-secret-)[a-z]+/g;

function maskWith(kind: 'run' | 'runOverLines', whole: string, left: Left): string {
  const text = whole.includes('rollcall-secret-')
    ? whole.replace(privateKey, (letters) => '•'.repeat(letters.length))
    : whole;
  if (!enoughDigits.test(text)) return text;
  patterns ??= makePatterns();
  const { [kind]: run, harmless: known, timetable } = patterns;
  const maskRuns = (part: string) =>
    part.replace(run, (found: string, at: number) =>
      tellsNumber(found, part.slice(Math.max(0, at - 4), at), timetable) ? blank(found, left) : found,
    );
  let masked = '';
  let at = 0;
  for (const { 0: readable, index } of text.matchAll(known)) {
    masked += maskRuns(text.slice(at, index)) + readable;
    at = index + readable.length;
  }
  return masked + maskRuns(text.slice(at));
}

/** `before`: what stands directly in front of it. */
function tellsNumber(run: string, before: string, timetable: RegExp): boolean {
  if (countDigits(run) < fewest) return false;
  if (/[+＋][ (]*$/.test(before)) return true;
  return !timetable.test(run) && !isList(run);
}

/** "on 5, 12, 19 and 26 March": small numbers, each with a comma and a space behind it. */
function isList(run: string): boolean {
  return /^\d{1,3}(?:[,;] \d{1,3})+$/.test(run);
}

function blank(run: string, left: Left): string {
  let hidden = countDigits(run) - (left === 'nothing' ? 0 : kept);
  return run.replace(anyDigit, (each) => (hidden-- > 0 ? '•'.repeat(each.length) : each));
}

function countDigits(text: string): number {
  return text.match(anyDigit)?.length ?? 0;
}
