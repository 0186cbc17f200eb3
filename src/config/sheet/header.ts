import { toShown } from '../yaml/fields.ts';
import { findColumnKind, toColumnLetters } from './columns.ts';
import type { ColumnKind } from './columns.ts';
import { readRecords } from './records.ts';
import type { SheetRecord } from './records.ts';

/** What a spreadsheet's columns are, as its first row that is not empty says. */
export interface Header {
  /** Its row, counted from 0. */
  readonly index: number;
  /** The cell of each kind of column, counted from 0. */
  readonly columns: Partial<Readonly<Record<ColumnKind, number>>>;
  /** What the columns are called that are none of these, as shown to people. */
  readonly unread: readonly string[];
  /** What the columns are called, by cell. */
  readonly names: readonly string[];
}

/** Why nothing of a spreadsheet can be told, and the cell where that shows. */
export interface NoHeader {
  readonly detail: string;
  readonly index: number;
  readonly cell: number;
}

/** Excel shows 16,384 columns; a list of people has a few. */
const mostColumns = 256;

/** Reads the header. Whoever writes titles above it is told where it stands. */
export function readHeader(records: readonly SheetRecord[]): Header | NoHeader {
  const index = records.findIndex((record) => !isEmptyRow(record));
  const cells = withoutEmptyEnd((records[index]?.cells ?? []).map((cell) => cell.trim()));
  if (index === -1) return { detail: `Nothing stands in it. ${needsText}`, index: 0, cell: 0 };
  if (cells.length > mostColumns) {
    const detail = `Its first row has ${cells.length} cells, and a list of people needs no more than ${mostColumns}. Check what happened to this file.`;
    return { detail, index, cell: 0 };
  }
  const columns: Partial<Record<ColumnKind, number>> = {};
  for (const [cell, name] of cells.entries()) {
    const kind = findColumnKind(name);
    if (kind === undefined) continue;
    const before = columns[kind];
    if (before === undefined) columns[kind] = cell;
    // A second column of notes costs nobody anything.
    else if (kind !== 'note') return { detail: toTwice(kind, before, cell, cells), index, cell };
  }
  if (!isUsable(columns)) return { detail: toUnusable(cells, index, records), index, cell: 0 };
  const read = new Set(Object.values(columns));
  const unread = cells.filter((name, cell) => name !== '' && !read.has(cell));
  return { index, columns, unread: unread.map(toShown), names: cells };
}

/** Spreadsheets write cells that were only ever coloured, to the end of the sheet. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** True for a row in whose cells nothing stands. */
export function isEmptyRow({ cells }: SheetRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function isUsable(columns: Header['columns']): boolean {
  const { phone, name, handle } = columns;
  return phone !== undefined && (name ?? columns['given name'] ?? handle) !== undefined;
}

const needsText =
  'Its first row must say what its columns are: `phone`, and `name` or `handle`; `note` and `teams` may be there too. What people call them in English, Indonesian and Portuguese is known (No. HP, Nome completo …).';

function toTwice(kind: ColumnKind, before: number, cell: number, cells: readonly string[]): string {
  const [first, second] = [before, cell].map(
    (each) => `${toColumnLetters(each)} (\`${toShown(cells[each] ?? '')}\`)`,
  );
  return `Columns ${first} and ${second} both say \`${kind}\`, so nobody knows which of them counts. Take one of them out, or call it otherwise, like \`old\`: such a column is not read.`;
}

/** So many rows are looked through for a header that does not come first, and so many of its cells are shown. */
const searched = 20;
const shownCells = 8;

function toUnusable(cells: readonly string[], index: number, records: readonly SheetRecord[]): string {
  const filled = cells.filter((cell) => cell !== '');
  const more = filled.length > shownCells ? ' …' : '';
  const found = filled
    .slice(0, shownCells)
    .map((cell) => `\`${toShown(cell)}\``)
    .join(', ');
  const later = records.slice(index + 1, index + searched).findIndex((record) => isUsable(findKinds(record)));
  const hint =
    later === -1
      ? ''
      : ` Row ${index + later + 2} looks like it: take the ${later === 0 ? 'row' : 'rows'} above it out.`;
  return `Row ${index + 1} does not say which column holds what; it has ${found}${more}.${hint} ${needsText}`;
}

function findKinds({ cells }: Pick<SheetRecord, 'cells'>): Header['columns'] {
  const kinds = cells.slice(0, mostColumns).map((cell, index) => [findColumnKind(cell), index] as const);
  return Object.fromEntries(kinds.filter(([kind]) => kind !== undefined));
}

/** Signs that part cells, the likeliest one last. */
const delimiters = ['\t', ',', ';'] as const;

/** So much of a text is looked at to tell what parts its cells. Letters. */
const sample = 65_536;

/**
 * What parts the cells of a text: the sign with which its first rows have the most columns that are known, or else the
 * most columns.
 */
export function findDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: toScore(text, delimiter) }));
  return scored.reduce((best, each) => (each.score >= best.score ? each : best)).delimiter;
}

function toScore(text: string, delimiter: string): number {
  const records = readRecords(text.slice(0, sample), delimiter, searched);
  const rows = 'kind' in records ? [toFirstRow(text, delimiter)] : records;
  const scores = rows.map(
    (row) => Object.keys(findKinds(row)).length * mostColumns + Math.min(row.cells.length, mostColumns),
  );
  return Math.max(0, ...scores);
}

/** About what stands in the first row of a text whose quotes go wrong further down, or where the sample ends. */
function toFirstRow(text: string, delimiter: string): Pick<SheetRecord, 'cells'> {
  const [line = ''] = text.slice(0, sample).split(/[\r\n]/, 1);
  return { cells: line.split(delimiter).map((cell) => cell.replaceAll('"', '')) };
}
