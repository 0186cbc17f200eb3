import type { Span } from '../../domain/diagnostic.ts';
import type { Source } from '../sources.ts';
import { toLocator } from '../yaml/locate.ts';
import { findDelimiter, isEmptyRow, readHeader } from './header.ts';
import type { Header } from './header.ts';
import { findCell, readRecords } from './records.ts';
import type { BrokenQuote, SheetRecord } from './records.ts';

/** A spreadsheet whose header says what its columns are. */
export interface Table {
  readonly header: Header;
  readonly headerRow: TableRow;
  /** What follows the header, empty rows left out. */
  readonly rows: readonly TableRow[];
  /** The place of a cell, counted from 0. */
  readonly spanOf: (row: TableRow, cell: number) => Span;
  readonly delimiter: string;
}

/** One row, with the number that the spreadsheet shows. */
export type TableRow = SheetRecord & { readonly row: number };

/** Why nothing of a spreadsheet can be told. */
export interface NoTable {
  readonly detail: string;
  readonly span: Span;
}

/** So many people are in no organisation that Rollcall is for. */
const mostRows = 100_000;

/** Finds out what parts the cells, which row is the header, and where the others are. */
export function openTable(source: Source): Table | NoTable {
  const { text } = source;
  const locate = toLocator(source);
  const nul = text.indexOf('\0');
  if (nul !== -1) return { detail: nulText, span: locate.spanAt(nul, nul + 1) };
  // Excel's own first line, which it does not show.
  const told = /^sep=([;,\t])\r?\n/i.exec(text)?.[1];
  const delimiter = told ?? findDelimiter(text);
  const hidden = told === undefined ? 0 : 1;
  const records = readRecords(text, delimiter, mostRows + hidden + 1);
  const spanOf: Table['spanOf'] = (row, cell) => {
    const { start, end } = findCell(text, row, cell, delimiter);
    return { ...locate.spanAt(start, end), cell: { row: row.row, column: cell + 1 } };
  };
  if ('kind' in records) {
    const { kind, row, index, start } = records;
    const cell = { row: row - hidden, column: index + 1 };
    const detail = text[start] === '=' ? formulaText : quoteTexts[kind];
    return { detail, span: { ...locate.spanAt(start, start + 1), cell } };
  }
  const rows = records.slice(hidden).map((record, index): TableRow => ({ ...record, row: index + 1 }));
  const [first = { cells: [], start: 0, end: 0, row: 1 }] = rows;
  if (rows.length > mostRows) return { detail: tooLongText, span: spanOf(first, 0) };
  const header = readHeader(rows);
  if ('detail' in header) {
    return { detail: header.detail, span: spanOf(rows[header.index] ?? first, header.cell) };
  }
  const body = rows.slice(header.index + 1).filter((row) => !isEmptyRow(row));
  return { header, headerRow: rows[header.index] ?? first, rows: body, spanOf, delimiter };
}

const nulText =
  'A sign stands here that is in no text (NUL), so this is another kind of file, or one with two bytes for each letter. Save the spreadsheet as CSV, in UTF-8.';
const tooLongText = `It has more than ${mostRows.toLocaleString('en')} rows, and no list of people has. Check what happened to this file.`;

const formulaText =
  'A formula with quotes stands in this cell, as some programs write it (`="+44 …"`). Write what it comes to in its place.';

const quoteTexts: Readonly<Record<BrokenQuote['kind'], string>> = {
  'never-closed':
    'The quote that begins this cell is never closed, so all that follows would be one cell. Close it; a quote that belongs to the text is written twice, within a cell that has quotes around it.',
  'text-behind':
    'Something follows the quote that ends this cell, so it cannot be told where the cell ends. Perhaps a quote is missing here or further up; a quote that belongs to the text is written twice (`"Ana ""Nana"" Silva"`).',
  'in-the-middle':
    'A quote stands in the middle of this cell, so it cannot be told where the cell ends. Put quotes around the whole cell, and write each quote within it twice (`"Ana ""Nana"" Silva"`).',
  other: 'From here on the cells cannot be told from each other. Save the spreadsheet as CSV once more.',
};
