import type { CodeFrame, Diagnostic, Span } from '../../domain/diagnostic.ts';
import type { Source } from '../sources.ts';
import type { Place } from './node.ts';

/** Says where something stands in one file. */
export interface Locator {
  readonly file: string;
  /** The span of a node of the file's YAML. */
  readonly spanOf: (node: Place) => Span;
  /** The span between two offsets (UTF-16 units from the start of the text). */
  readonly spanAt: (from: number, to: number) => Span;
  /** A line of the file, counted from 1, without its end; '' beyond the last one. */
  readonly lineAt: (line: number) => string;
}

/** A locator for one file. Columns count UTF-16 units, as editors do. */
export function toLocator(source: Source): Locator {
  const starts = findLineStarts(source.text);
  let last = 0;
  const spanAt = (from: number, to: number): Span => {
    const line = findLine(starts, from, last);
    const endLine = findLine(starts, to, line);
    last = line;
    const column = from - (starts[line] ?? 0) + 1;
    const endColumn = to - (starts[endLine] ?? 0) + 1;
    return { file: source.file, line: line + 1, column, endLine: endLine + 1, endColumn };
  };
  const lineAt = (line: number) =>
    source.text.slice(starts[line - 1] ?? source.text.length, starts[line]).replace(/\n$/, '');
  return { file: source.file, spanAt, lineAt, spanOf: ({ start, end }) => spanAt(start, end) };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** Index of the last line that starts at or before the offset: mostly one near the last one that was asked for. */
function findLine(starts: readonly number[], offset: number, last: number): number {
  if (isInLine(starts, last, offset)) return last;
  if (isInLine(starts, last + 1, offset)) return last + 1;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isInLine(starts: readonly number[], line: number, offset: number): boolean {
  return (starts[line] ?? Infinity) <= offset && offset < (starts[line + 1] ?? Infinity);
}

/** Lines before and after the place that a code frame shows. */
const context = 1;

/** The diagnostics with the lines around their places. Each file is split into lines once, and only if it is shown. */
export function addFrames(
  diagnostics: readonly Diagnostic[],
  files: readonly Source[],
): readonly Diagnostic[] {
  const texts = new Map(files.map((source) => [source.file, source.text]));
  const split = new Map<string, readonly string[]>();
  return diagnostics.map((diagnostic) => {
    const { span } = diagnostic;
    // The text of a mistake in a spreadsheet tells row, column and cell; the whole row has notes in it that are nobody's business.
    const text = span && !span.cell && texts.get(span.file);
    if (!text) return diagnostic;
    const lines = split.get(span.file) ?? text.replace(/\r?\n$/, '').split(/\r?\n/);
    split.set(span.file, lines);
    return { ...diagnostic, frame: toFrame(lines, span) };
  });
}

function toFrame(lines: readonly string[], span: Span): CodeFrame {
  const firstLine = Math.max(1, span.line - context);
  return { firstLine, lines: lines.slice(firstLine - 1, span.line + context).map(blankNote) };
}

/** What stands behind `note:` is for those who keep the files, and for no log: blanked, its length kept. */
function blankNote(line: string): string {
  return line.replace(notePattern, (_, key: string, note: string) => key + '•'.repeat(note.length));
}

/** Bounded, since a line may be as long as a file. */
const notePattern =
  /((?:^|[\s{,])note:\s{1,9})("(?:[^"\\]|\\.){0,999}"|'(?:[^']|''){0,999}'|[^\s{}[\],][^{}[\],]{0,999})/g;
