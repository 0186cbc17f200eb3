/** Whatever may pass for a double quote, in any script. */
const quotes = /["“”„‟«»″‴‶‷˝ʺˮ״❝❞⹂〝〞〟＂🙶🙷🙸]/gu;

/** A text that stands in quotes, with none that could pass for their end. */
export function withoutQuotes(text: string): string {
  return text.replace(quotes, "'");
}

/** The same for a terminal, where nothing is left out: each of them with a backslash before it. */
export function escapeQuotes(text: string): string {
  return text.replace(quotes, String.raw`\$&`);
}

/** True for the path of a file that nobody can take for words: no spaces, and no signs but those of paths. */
export function isPlainPath(path: string): boolean {
  return /^[\p{L}\p{M}\p{N}._/\\+@~-]*$/u.test(path);
}
