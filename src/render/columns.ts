import { escapeRest } from '../safe/escape.ts';

let segmenter: Intl.Segmenter | undefined;

/** Made when the first text needs it: it takes as long as a fifth of a start of Node. */
function segment(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** East Asian wide and full-width letters, and emoji, take two columns on a terminal. */
const wide =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
/** Pictographic by Unicode, one column in every terminal. */
const narrow = /^[©®™✓✗↔↕‼⁉]$/u;

/** Latin letters and our own signs need no segmenter, and are nearly everything. */
const plain = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff•…→]*$/;

/** Columns that a text takes on a terminal. */
export function measure(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const { segment: grapheme } of segment(text))
    columns += wide.test(grapheme) && !narrow.test(grapheme) ? 2 : 1;
  return columns;
}

/** The text with spaces up to so many columns; longer texts as they are. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - measure(text)));
}

/** The width of the widest cell that is no wider than the limit; 0 where all are. */
export function findWidest(cells: readonly string[], limit: number): number {
  // Not Math.max(…all): a plan can have more rows than a call can have arguments.
  return cells.map(measure).reduce((most, width) => (width <= limit && width > most ? width : most), 0);
}

/** The beginning of the text with `…` where it is longer than so many columns. */
export function truncate(text: string, columns: number): string {
  if (measure(text) <= columns) return text;
  return `${takeColumns(text, columns - 1)}…`;
}

function takeColumns(text: string, columns: number): string {
  let taken = '';
  let used = 0;
  for (const { segment: grapheme } of segment(text)) {
    used += measure(grapheme);
    if (used > columns) break;
    taken += grapheme;
  }
  return taken;
}

/**
 * The text in lines of at most so many columns, broken at spaces and, where a word is longer than a line, within it:
 * if the terminal broke it instead, the rest would begin a line and could pass for one of ours. At least one line.
 */
export function wrap(text: string, limit: number): string[] {
  const columns = Math.max(limit, 8);
  if (measure(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((each) => breakWord(each, columns))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= columns) {
      line = longer;
    } else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, columns: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (measure(rest) > columns) {
    const part = takeColumns(rest, columns);
    parts.push(part);
    rest = escapeRest(rest.slice(part.length));
  }
  return [...parts, rest];
}
