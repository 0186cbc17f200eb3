/** Longest handle, in letters. */
export const longestHandle = 64;

/**
 * The name of a person, team or account in the one form in which files are compared: what a keyboard of macOS writes in
 * two characters (NFD) is the same letter.
 */
export function toHandle(text: string): string {
  return plainName.test(text) ? text : text.normalize('NFC');
}

/** Nearly all names, of which nothing else has to be asked: they begin with a letter, and have one form. */
const plainName = /^[A-Za-z][\w.-]{0,63}$/;

/**
 * True for handles and names of teams: letters and digits of any script, `-`, `_`, `.`, a letter or digit first, and at
 * least one letter, so that none looks like a number; `4.4E11` is how a spreadsheet shortens one.
 */
export function isName(text: string): boolean {
  if (plainName.test(text)) return true;
  const name = toHandle(text);
  if (!/^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]*$/u.test(name) || !/\p{L}/u.test(name)) return false;
  const isShort = name.length <= longestHandle || [...name].length <= longestHandle;
  return isShort && !/^\d+(?:\.\d+)?e-?\d+$/i.test(name);
}

/** What a name must be, for messages. */
export const nameText =
  'letters and digits of any script, `-`, `_` and `.`, a letter or digit first, and at least one letter, so that it does not look like a number';

/** Says of a word that it cannot be a handle, because Rollcall's own sentences use it of people. */
export function toReserved(handle: string): string {
  return `\`${handle}\` cannot be a handle: in Rollcall's own sentences the word means other people. Give them another handle; \`name\` can be what you like.`;
}
