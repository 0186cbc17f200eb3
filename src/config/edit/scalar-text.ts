/**
 * A text as one YAML scalar that reads back as just that text, and can stand in a list of lines, in brackets and in braces.
 * Bare where it is a plain word or some of them, else in double quotes, with everything escaped that ends a line, cannot
 * be seen or turns the direction of writing. `isQuoted`: in quotes in any case, for what a stranger wrote.
 */
export function toScalarText(value: string, isQuoted = false): string {
  if (!isQuoted && isPlain(value)) return value;
  return JSON.stringify(value).replaceAll(unseen, toEscape);
}

/** Begins with a letter, ends with a letter or digit, and has only what means nothing to YAML within. */
function isPlain(value: string): boolean {
  return plainText.test(value) && !words.test(value) && !value.includes('  ');
}
const plainText = /^\p{L}(?:[\p{L}\p{M}\p{N} ._/-]*[\p{L}\p{M}\p{N}])?$/u;
/** Words that are no texts to YAML 1.2, and those that were none to 1.1, which other tools still read. */
const words = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** Controls, line and paragraph separators, formats (bidirectional ones, zero width, byte order marks), and lone halves. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;

function toEscape(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A text for one line of a comment: nothing in it ends the line or hides, and it cannot be long. `# ` not included. */
export function toCommentText(value: string): string {
  const line = value.replaceAll(unseen, (letter) => (letter === '\n' ? '\\n' : toEscape(letter)));
  return line.length > commentLimit ? `${line.slice(0, commentLimit)}…` : line;
}
const commentLimit = 200;

/**
 * A text as lines behind `|`, where it reads back byte for byte: no line of it begins with a space, hides something or
 * ends with one; else undefined. `indent`: what its lines begin with.
 */
export function toBlockLines(value: string, indent: string): readonly string[] | undefined {
  const isWhole = value.endsWith('\n');
  const lines = (isWhole ? value.slice(0, -1) : value).split('\n');
  const isSafe = lines.every((line) => !/^\s|\s$/u.test(line) && !new RegExp(unseen.source, 'u').test(line));
  if (!isSafe || lines.at(-1) === '' || lines[0] === '') return undefined;
  return [isWhole ? '|' : '|-', ...lines.map((line) => (line === '' ? '' : indent + line))];
}
