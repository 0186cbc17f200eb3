import type { Place } from '../yaml/node.ts';

/** One change of a text: what stands at a place (nothing where `start` is `end`) gives way to another text. */
export interface Edit extends Place {
  readonly text: string;
}

/**
 * A text with edits made in it, in any order; everything outside their places stays byte for byte. Edits of one place go
 * in as they come. Throws where two of them overlap, which no caller may ask for.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at || edit.end < edit.start) throw new Error('Two edits of one text overlap.');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** How lines of a text end: "\r\n" where its first line does, else "\n". */
export function findNewline(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** Where the line of an offset begins. */
export function findLineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of an offset ends, its own line end left out. */
export function findLineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

/** Behind the line end of the line of an offset; the text's end where it is the last line. */
export function findNextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** Whole lines put behind the line of an offset, however the text ends. `lines` have no line ends of their own. */
export function insertLinesAfter(text: string, at: number, lines: readonly string[]): Edit {
  const newline = findNewline(text);
  const next = findNextLine(text, at);
  const isCutOff = next === text.length && !text.endsWith('\n');
  const block = lines.join(newline);
  return { start: next, end: next, text: isCutOff ? newline + block : block + newline };
}

/** Behind the colon of the key whose value begins in a line further down, with nothing but comments and blanks between. */
export function findBehindColon(text: string, at: number): number {
  const before = text.slice(0, findLineStart(text, at));
  const colon = /:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*$/.exec(before);
  return (colon?.index ?? 0) + 1;
}

/** True for a list in brackets or a map in braces, which may stand in one line with others. */
export function isFlow(text: string, { start }: Place): boolean {
  return text[start] === '[' || text[start] === '{';
}
