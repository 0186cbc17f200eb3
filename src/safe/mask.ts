/** Country calling codes have one, two or three digits, and none is the beginning of another (ITU E.164). */
const callingCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** The label of a number that must not be told: "+62 •••• ••• 890", country code and last three digits. */
export function maskPhone(phone: string): string {
  return `+${callingCode.exec(phone)?.[0] ?? ''} •••• ••• ${phone.slice(-3)}`;
}

/** All digits but the last three blanked, the text as long as before, so that columns and carets stay where they are. */
function blankDigits(text: string): string {
  return text.replace(/\p{Nd}(?=(?:\P{Nd}*\p{Nd}){3})/gu, '•');
}

const digitRun = /(?<!\p{Nd})(?:(?<!lid:)\p{Nd}{8,15}|(?<=lid:)\p{Nd}{8,13})(?!\p{Nd})/gu;

/**
 * Blanks every run of 8 to 15 digits but its last three: the last net under everything that Rollcall prints. What
 * follows `lid:` stays, if it is as long as a LID is, since that tells no number. A group's id (18 digits) is longer than any number and stays too; a
 * legacy id loses the number in it. Text without such a run comes back as it is, and masking twice is masking once.
 */
export function maskDigits(text: string): string {
  return text.replace(digitRun, blankDigits);
}

/** What looks like a number and is none: LIDs, group ids, days, spans of years and of hours. */
const noNumber = [
  String.raw`lid:\d{14,}`,
  String.raw`(?<!\d)\d{16,}`,
  String.raw`(?<![\d+-])(?:19|20)\d\d(?<ymd>[-./])[01]\d\k<ymd>[0-3]\d(?![-./]?\d)`,
  String.raw`(?<![\d+-])[0-3]?\d(?<dmy>[-./])[01]?\d\k<dmy>(?:19|20)\d\d(?![-./]?\d)`,
  String.raw`(?<![\d+-])(?:19|20)\d\d ?[-/–] ?(?:19|20)\d\d(?![-./ ]?\d)`,
  String.raw`(?<![\d+-])[012]?\d[.:][0-5]\d ?[-–] ?[012]?\d[.:][0-5]\d(?![-./ ]?\d)`,
].join('|');
/** Digits as people write numbers: with spaces, dots, dashes, slashes and brackets between them. */
const writtenNumber = String.raw`\p{Nd}(?:[\s()._\/\u2010-\u2015\u200b-\u200f\u2060\ufeff-]{0,3}\p{Nd}){7,}`;
const numbers = new RegExp(`(?<keep>${noNumber})|(?<lead>[+(] ?)?(?<number>${writtenNumber})`, 'gu');

interface NumberMatch {
  readonly keep?: string;
  readonly lead?: string;
  readonly number?: string;
}

/**
 * `maskDigits`, and numbers written with spaces or dashes as well ("+44 7700 900-002"), however long: for what people
 * write, which is names, topics and the lines of their files. Days, years and hours stay readable, for a reviewer has
 * to see what changes.
 */
export function maskNumbers(text: string): string {
  return maskDigits(
    text.replace(numbers, (match: string, ...rest: unknown[]) =>
      maskWritten(match, rest.at(-1) as NumberMatch),
    ),
  );
}

/** Eight digits in pieces are a number only where they begin like one; nine are in any case. */
function maskWritten(match: string, { lead, number }: NumberMatch): string {
  if (number === undefined) return match;
  const digits = number.replace(/\P{Nd}/gu, '');
  const isNumber = digits.length > 8 || lead !== undefined || digits.startsWith('0');
  return isNumber ? `${lead ?? ''}${blankDigits(number)}` : match;
}
