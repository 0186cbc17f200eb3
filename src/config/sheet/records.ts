import { CsvError, parse } from 'csv-parse/sync';
import type { Place } from '../yaml/node.ts';

/** One row of a spreadsheet: what its cells say, and where it stands in the text, its line's end left out. */
export interface SheetRecord extends Place {
  readonly cells: readonly string[];
}

/** Where the quotes of a spreadsheet go wrong, so that nothing of it can be told for sure. */
export interface BrokenQuote {
  readonly kind: 'never-closed' | 'text-behind' | 'in-the-middle' | 'other';
  /** Its row, counted from 1, and its cell, counted from 0. */
  readonly row: number;
  readonly index: number;
  /** Where that cell begins in the text. */
  readonly start: number;
}

/**
 * The rows of a text with cells between delimiters (RFC 4180): empty ones too, so that their number is the one that the
 * spreadsheet shows. Lines end in LF, CRLF or CR; at most `most` rows are read.
 */
export function readRecords(
  text: string,
  delimiter: string,
  most: number,
): readonly SheetRecord[] | BrokenQuote {
  try {
    return place(text, parse(text, { ...options, delimiter, to: most }) as unknown as Raw[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return toBrokenQuote(text, error);
  }
}

const options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  raw: true,
  bom: false,
};

interface Raw {
  readonly record: readonly string[];
  /** With the first letter of its line's end. */
  readonly raw: string;
}

function place(text: string, rows: readonly Raw[]): readonly SheetRecord[] {
  let start = 0;
  return rows.map(({ record, raw }) => {
    const own = start;
    start += raw.length + (raw.endsWith('\r') && text[start + raw.length] === '\n' ? 1 : 0);
    return { cells: record, start: own, end: own + raw.replace(/[\r\n]$/, '').length };
  });
}

const kinds: Readonly<Record<string, BrokenQuote['kind']>> = {
  CSV_QUOTE_NOT_CLOSED: 'never-closed',
  CSV_INVALID_CLOSING_QUOTE: 'text-behind',
  INVALID_OPENING_QUOTE: 'in-the-middle',
};

/** The library counts bytes, up to the sign before the cell or the end of the row before, and the rows before. */
function toBrokenQuote(text: string, error: CsvError): BrokenQuote {
  const {
    bytes = 0,
    records = 0,
    index = 0,
  } = error as Partial<Record<'bytes' | 'records' | 'index', number>>;
  const before = Buffer.from(text).subarray(0, bytes).toString();
  return {
    kind: kinds[error.code] ?? 'other',
    row: records + 1,
    index,
    start: before.length + (index === 0 ? 0 : 1),
  };
}

/** Where a cell of a row stands, counted from 0, its quotes within; the row's end for a cell that it does not have. */
export function findCell(text: string, row: Place, index: number, delimiter: string): Place {
  const raw = text.slice(row.start, row.end);
  let start = 0;
  for (let left = index; left > 0; left--) start = Math.min(toCellEnd(raw, start, delimiter) + 1, raw.length);
  return { start: row.start + start, end: row.start + toCellEnd(raw, start, delimiter) };
}

function toCellEnd(raw: string, start: number, delimiter: string): number {
  const end = raw.indexOf(delimiter, raw[start] === '"' ? toQuoteEnd(raw, start) : start);
  return end === -1 ? raw.length : end;
}

/** Behind the quote that ends a cell: the first one that does not stand twice. */
function toQuoteEnd(raw: string, start: number): number {
  let close = raw.indexOf('"', start + 1);
  while (close !== -1 && raw[close + 1] === '"') close = raw.indexOf('"', close + 2);
  return close === -1 ? raw.length : close + 1;
}
