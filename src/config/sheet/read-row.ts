import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { toMistake } from '../mistake.ts';
import type { MistakeCode } from '../mistake.ts';
import { isReserved } from '../../safe/reserved-words.ts';
import { isLikeSealed } from '../../sealing/sealed-number.ts';
import { toBadName } from '../people/bad-name.ts';
import { isName, toHandle, toReserved } from '../people/handle.ts';
import { makeHandle } from '../people/made-handle.ts';
import type { ToAscii } from '../people/made-handle.ts';
import type { SealedText } from '../people/parse-people.ts';
import { toPhoneCode } from '../phone/parsed-phone.ts';
import type { ParsedPhone } from '../phone/parsed-phone.ts';
import { toShown } from '../yaml/fields.ts';
import { toColumnLetters } from './columns.ts';
import type { ColumnKind } from './columns.ts';
import type { Table, TableRow } from './open-table.ts';

/** What reading takes beside the text. */
export interface SheetDesk {
  /** Reads the number in a cell, in the country of the policy. */
  readonly parsePhone: (text: string) => ParsedPhone;
  readonly toAscii: ToAscii;
}

/** A team that a row names, and its cell. */
interface SheetTeam {
  readonly name: string;
  readonly span: Span;
}

/** Somebody in a spreadsheet. */
export interface SheetRow {
  /** As the spreadsheet counts, from 1, its header among them. */
  readonly row: number;
  /** From its column, or made from the name, the same on every run. */
  readonly handle: string;
  readonly isMade: boolean;
  readonly name?: string;
  /** Absent where the number is missing or wrong, which is one of the problems. */
  readonly phone?: PhoneNumber;
  /** The number as it stands sealed in its cell. */
  readonly sealed?: SealedText;
  readonly note?: string;
  readonly teams: readonly SheetTeam[];
  /** The cell that says who it is. */
  readonly span: Span;
}

/** Reads one row, and puts what is wrong with it to `problems`; undefined where it does not say who it is. */
export function readRow(
  table: Table,
  row: TableRow,
  desk: SheetDesk,
  problems: Diagnostic[],
): SheetRow | undefined {
  const cells = toCells(table, row, problems);
  if (!isWhole(table, row, cells)) return undefined;
  const name = toName(cells);
  const number = readNumber(cells, desk);
  const handle = readHandle(cells, name, desk);
  const note = cells.textOf('note');
  const teams = readTeams(cells);
  if (handle === undefined) return undefined;
  return {
    row: row.row,
    handle,
    isMade: cells.textOf('handle') === '',
    ...(name !== '' && { name }),
    ...number,
    ...(note !== '' && { note }),
    teams,
    span: cells.spanOf(cells.textOf('handle') === '' ? 'name' : 'handle'),
  };
}

/** A name that stands in two columns is put together; a surname that the name ends with is no second one. */
function toName({ textOf }: Cells): string {
  const [whole, given, surname] = [textOf('name'), textOf('given name'), textOf('surname')];
  if (whole !== '' && given !== '') return whole;
  const name = whole || given;
  const isThere = ` ${name}`.toLowerCase().endsWith(` ${surname}`.toLowerCase());
  return isThere ? name : `${name} ${surname}`.trim();
}

/** The cells of one row by what their columns hold. */
interface Cells {
  /** On one line, without blanks around it; '' where nothing stands. */
  readonly textOf: (kind: ColumnKind) => string;
  readonly spanOf: (kind: ColumnKind) => Span;
  /** A mistake in a column's cell, or in the row as a whole. */
  readonly report: (code: MistakeCode, detail: string, at: ColumnKind | number) => void;
}

function toCells({ header, spanOf }: Table, row: TableRow, problems: Diagnostic[]): Cells {
  const { columns } = header;
  const cellOf = (at: ColumnKind | number) => {
    if (typeof at === 'number') return at;
    return columns[at] ?? (at === 'name' ? columns['given name'] : undefined) ?? 0;
  };
  return {
    textOf: (kind) => {
      const cell = columns[kind];
      return cell === undefined ? '' : (row.cells[cell] ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
    },
    spanOf: (kind) => spanOf(row, cellOf(kind)),
    report: (code, detail, at) => {
      const cell = cellOf(at);
      const name = header.names[cell];
      const called = name === undefined ? '' : ` (\`${toShown(name)}\`)`;
      const place = `Row ${row.row}, column ${toColumnLetters(cell)}${called}`;
      problems.push(toMistake(code, `${place}: ${detail}`, spanOf(row, cell)));
    },
  };
}

/** True for a row whose cells can be told: as many as the header has, and none that the spreadsheet itself failed at. */
function isWhole({ header, delimiter }: Table, row: TableRow, { textOf, report }: Cells): boolean {
  const extra = row.cells.findIndex((cell, index) => index >= header.names.length && cell.trim() !== '');
  if (extra !== -1) {
    const sign = delimiter === '\t' ? 'a tab' : `\`${delimiter}\``;
    const detail = `the row has more cells than the header, so ${sign} seems to stand within one of them, and what follows it is in the wrong column. Put quotes around that cell; or, if this is a column of its own, give it a name.`;
    report('bad-row', detail, extra);
    return false;
  }
  for (const kind of ['handle', 'name', 'given name', 'surname', 'phone', 'teams'] as const) {
    const failure = findFailure(textOf(kind));
    if (failure === undefined) continue;
    report('bad-row', failure, kind);
    return false;
  }
  return true;
}

/** Longer than any name, number or list of teams; a note may be as long as it likes. Letters. */
const longestCell = 1000;

/** What a spreadsheet writes into a cell in place of a text. */
function findFailure(text: string): string | undefined {
  if (text.startsWith('=')) return formulaText;
  if (text.length > longestCell) return longText;
  return /^#(?:#+|[\p{Lu}\d/]+[!?]?)$/u.test(text) ? failedText : undefined;
}

const formulaText =
  'a formula stands here, and not what it comes to. Paste the values in its place before the spreadsheet is saved as CSV.';
const longText = `this cell has more than ${longestCell.toLocaleString('en')} letters. Perhaps a quote is missing further up, or another text was pasted here.`;
const failedText =
  'the spreadsheet itself shows a failure here (like #N/A). Mend the formula, and save it as CSV once more.';

/** A number, in plain text or sealed. */
function readNumber(cells: Cells, desk: SheetDesk): Pick<SheetRow, 'phone' | 'sealed'> {
  const text = cells.textOf('phone');
  if (isLikeSealed(text)) return { sealed: { text, span: cells.spanOf('phone') } };
  const phone = readPhone(text, cells, desk);
  return phone ? { phone } : {};
}

function readPhone(text: string, { report }: Cells, { parsePhone }: SheetDesk): PhoneNumber | undefined {
  if (text === '') {
    return void report(
      'bad-row',
      'there is no number. Write it with + and the country code first, or take the row out.',
      'phone',
    );
  }
  const parsed = parsePhone(text);
  if (parsed.kind === 'phone') return parsed.phone;
  const lost = /^[1-9]\d+$/.test(text) ? ` ${lostText}` : '';
  return void report(
    toPhoneCode(parsed),
    `\`${toShown(text)}\` cannot be used. ${parsed.text}${lost}`,
    'phone',
  );
}

const lostText =
  'A spreadsheet takes away the + or the zero that a number begins with, unless the column is formatted as text: it may be lost here.';

function readHandle({ textOf, report }: Cells, name: string, { toAscii }: SheetDesk): string | undefined {
  const text = textOf('handle');
  if (text === '' && name === '') {
    return void report('bad-row', 'nothing says who this is. Write a name, or take the row out.', 'name');
  }
  if (text === '') {
    const made = makeHandle(name, toAscii);
    if (made === undefined) report('bad-handle', toUnmade(name), 'name');
    return made;
  }
  const handle = toHandle(text);
  if (!isName(handle))
    return void report(
      'bad-handle',
      `${toBadName(text)} Without a handle, one is made from the name.`,
      'handle',
    );
  if (isReserved(handle)) return void report('bad-handle', toReserved(handle), 'handle');
  return handle;
}

function toUnmade(name: string): string {
  return `no handle can be made of \`${toShown(name)}\`. Write one in a column \`handle\`.`;
}

/** Several are parted by blanks, semicolons or commas; `team:` before a name, as lists have it, says nothing new. */
function readTeams({ textOf, spanOf, report }: Cells): readonly SheetTeam[] {
  const words = textOf('teams')
    .split(/[\s;,]+/)
    .filter(Boolean);
  const names = new Set(words.map((word) => toHandle(word.replace(/^team:/, ''))));
  return [...names].flatMap((name) => {
    if (isName(name)) return { name, span: spanOf('teams') };
    report('bad-handle', `${toBadName(name)} Several teams are parted by blanks.`, 'teams');
    return [];
  });
}
