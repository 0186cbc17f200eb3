/** Longest handle, in letters. */
const longest = 64;

/**
 * The name of a person, team or account in the one form in which files are compared: what a keyboard of macOS writes in
 * two characters (NFD) is the same letter.
 */
export function toHandle(text: string): string {
  return text.normalize('NFC');
}

/**
 * True for handles and names of teams: letters and digits of any script, `-`, `_`, `.`, a letter or digit first, and at
 * least one letter, so that none looks like a number; `4.4E11` is how a spreadsheet shortens one.
 */
export function isName(text: string): boolean {
  const name = toHandle(text);
  if (!/^(?=.*\p{L})[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]*$/u.test(name)) return false;
  return [...name].length <= longest && !/^\d+(?:\.\d+)?e-?\d+$/i.test(name);
}

/** What a name must be, for messages. */
export const nameText =
  'letters and digits of any script, `-`, `_` and `.`, a letter or digit first, and at least one letter, so that it does not look like a number';
