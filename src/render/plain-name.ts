import { escapeInline } from '../safe/inline.ts';
import type { Inline } from '../safe/inline.ts';
import { isQuotedStranger } from '../safe/labels.ts';
import { isMasked } from '../safe/mask.ts';
import { escapeQuotes, isPlainPath } from '../safe/quotes.ts';
import { isReserved } from '../safe/reserved-words.ts';

/** What a handle is made of; nobody can write a sentence with it. */
const handlePattern = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]*$/u;

/** A text in quotes, so that one sees where it begins and ends; a quote within cannot pass for the end. */
export function quotePlain(text: string): Inline {
  return escapeInline(`"${escapeQuotes(text)}"`);
}

/** A file: in quotes where its name could be taken for words, or for a line of ours. */
export function toPlainFile(path: string): Inline {
  return isPlainPath(path) ? escapeInline(path) : quotePlain(path);
}

/**
 * Somebody on a terminal, in a log or in JSON: a handle or a masked number as it is, a name in quotes, since it may be any
 * words and must not run into Rollcall's own.
 */
export function toPlainName(label: string): Inline {
  const isHandle = handlePattern.test(label) && !isReserved(label);
  return isMasked(label) || isQuotedStranger(label) || isHandle ? escapeInline(label) : quotePlain(label);
}
