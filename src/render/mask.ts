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

const digitRun = /(?<!\p{Nd})(?<!lid:)\p{Nd}{8,15}(?!\p{Nd})/gu;

/**
 * Blanks every run of 8 to 15 digits but its last three: the last net under everything that Rollcall prints. What
 * follows `lid:` stays, since a LID tells no number. A group's id (18 digits) is longer than any number and stays too; a
 * legacy id loses the number in it. Text without such a run comes back as it is, and masking twice is masking once.
 */
export function maskDigits(text: string): string {
  return text.replace(digitRun, blankDigits);
}

/** A day stays readable although it has eight digits; `lid:` and group ids as above. */
const untouched = String.raw`lid:\d+|(?<!\d)\d{16,}|(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-[0-3]\d(?![-.]?\d)`;
/** Digits as people write numbers: with spaces, dots, dashes, slashes and brackets between them. */
const writtenNumber = String.raw`\p{Nd}(?:[\s().\/\u00a0\u2010-\u2015-]{0,3}\p{Nd}){7,}`;
const numbers = new RegExp(`(${untouched})|${writtenNumber}`, 'gu');

/**
 * `maskDigits`, and numbers written with spaces or dashes as well ("+44 7700 900-002"), however long: for what people
 * write, which is names, topics and the lines of their files. Days ("2026-12-31") stay.
 */
export function maskNumbers(text: string): string {
  return text.replace(numbers, (match: string, keep: string | undefined) => keep ?? blankDigits(match));
}
