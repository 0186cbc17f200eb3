/** A place in a file. Lines and columns count from 1; `end` is exclusive. */
export interface Span {
  /** Path as the user would type it from where they stand: "groups/altos.yaml". */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In a spreadsheet: the cell, its row and its column counted from 1 as the spreadsheet counts them. */
  readonly cell?: { readonly row: number; readonly column: number };
}

/** The very beginning of a file: the place of mistakes that concern it as a whole. */
export function toStart(file: string): Span {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** "groups/altos.yaml:12": a place in words; of a spreadsheet, the row that it shows, however many lines that has. */
export function tellPlace({ file, line, cell }: Span): string {
  return `${file}:${cell?.row ?? line}`;
}

/** "groups/altos.yaml:12:5", and "groups/_people/5b.csv:3:2" for the second cell of the third row. */
export function tellPosition(span: Span): string {
  return `${tellPlace(span)}:${span.cell?.column ?? span.column}`;
}

/** One mistake or warning in the files. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable and apart from the text: "unknown-handle". */
  readonly code: string;
  /** Constant for the code: "Unknown handle". */
  readonly summary: string;
  /** What is wrong here, why, and what to do; full sentences. */
  readonly detail: string;
  readonly span?: Span;
  /** The lines around the span as they stand in the file, digits of numbers blanked by whoever shows them. */
  readonly frame?: CodeFrame;
}

/** Some lines of a file, to be shown below a message. */
export interface CodeFrame {
  /** Number of the first of the lines. */
  readonly firstLine: number;
  readonly lines: readonly string[];
}
