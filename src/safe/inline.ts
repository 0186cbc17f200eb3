import type { SafeText } from './escape.ts';
import { escapeTerminal } from './escape.ts';

/**
 * A piece of a report, ready for its target: Rollcall's own words as they are, everybody else's escaped. Only `say` and
 * an `Escape` make one, so the compiler stops a text that went past the escaping.
 */
export type Inline = string & { readonly [inline]: true };
declare const inline: unique symbol;

/** Makes a text that somebody wrote harmless in one target (Markdown or HTML). */
export type Escape = (text: SafeText | string) => Inline;

/** Own words, with numbers and pieces in them: say`${name} joins`. */
export type Say = (words: TemplateStringsArray, ...pieces: readonly (Inline | number)[]) => Inline;

/** `Say` in a language that writes this between thousands: "1,024", "1.024". */
export function makeSay(thousands: string): Say {
  const show = (piece: Inline | number) =>
    typeof piece === 'number' ? String(piece).replace(/\B(?=(?:\d{3})+$)/g, thousands) : piece;
  return (words, ...pieces) => String.raw({ raw: words }, ...pieces.map(show)) as Inline;
}

/**
 * The tag for words of a report that hold no numbers to be written in a language's own way; `makeSay` makes one for
 * those that do.
 */
export const say = makeSay('');

/** The pieces with `between` between each two; empty ones are left out. */
export function join(pieces: readonly Inline[], between: string): Inline {
  return pieces.filter((piece) => piece !== '').join(between) as Inline;
}

/** What stands before the last of two pieces, and before the last of more: Indonesian has a comma there. */
export type And = readonly [two: string, more: string];

/** "Ana", "Ana and Budi", "Ana, Budi and Citra". */
export function list(pieces: readonly Inline[], [two, more]: And): Inline {
  if (pieces.length < 2) return join(pieces, '');
  return `${pieces.slice(0, -1).join(', ')}${pieces.length > 2 ? more : two}${pieces.at(-1)}` as Inline;
}

/** The piece with its first letter large, where it begins with one. */
export function capitalise(piece: Inline): Inline {
  return piece.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) as Inline;
}

/** A piece of a sentence for a terminal, a log or JSON. What was escaped before stays as it is. */
export const escapeInline: Escape = (text) => escapeTerminal(text) as string as Inline;
