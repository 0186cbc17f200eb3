import type { Diagnostic } from '../../domain/diagnostic.ts';
import { tellPlace } from '../../domain/diagnostic.ts';
import { toMistake } from '../mistake.ts';
import type { Source } from '../sources.ts';
import { openTable } from './open-table.ts';
import type { Table } from './open-table.ts';
import { readRow } from './read-row.ts';
import type { SheetDesk, SheetRow } from './read-row.ts';

/** What a spreadsheet says. */
export interface Sheet {
  /** Everybody whose handle is known; without a number where theirs is missing or wrong. No two have one handle. */
  readonly rows: readonly SheetRow[];
  /** Rows whose handle is that of a row above, each of them one of the problems: `import` gives them another one. */
  readonly twins: readonly SheetRow[];
  /** What is wrong or not read, each with its cell (`span.cell`), by row. */
  readonly problems: readonly Diagnostic[];
  /** False where nothing of it can be told: it has no header, or its quotes go wrong. */
  readonly isReadable: boolean;
}

/**
 * Reads a spreadsheet that was saved as text: cells parted by commas, semicolons or tabs, whatever its lines end in, quotes
 * around cells with line breaks in them. Pure; never throws for what stands there. The text is without a byte order mark.
 */
export function readSheet(source: Source, desk: SheetDesk): Sheet {
  const table = openTable(source);
  if (!('rows' in table)) {
    return {
      rows: [],
      twins: [],
      problems: [toMistake('bad-sheet', table.detail, table.span)],
      isReadable: false,
    };
  }
  const problems: Diagnostic[] = toUnread(table);
  const rows = new Map<string, SheetRow>();
  const twins: SheetRow[] = [];
  for (const each of table.rows) {
    const row = readRow(table, each, desk, problems);
    const before = row && rows.get(row.handle);
    if (row && !before) rows.set(row.handle, row);
    if (!row || !before) continue;
    twins.push(row);
    problems.push(toMistake('duplicate-handle', toTwice(row, before), row.span));
  }
  return { rows: [...rows.values()], twins, problems, isReadable: true };
}

/** One line for all columns that nobody reads. */
function toUnread({ header, spanOf, headerRow }: Table): Diagnostic[] {
  if (header.unread.length === 0) return [];
  const names = header.unread.map((name) => `\`${name}\``).join(', ');
  const detail = `These columns say nothing to Rollcall: ${names}. If one of them is meant to, call it \`handle\`, \`name\`, \`phone\`, \`note\` or \`teams\`.`;
  return [toMistake('unread-columns', detail, spanOf(headerRow, 0))];
}

function toTwice(row: SheetRow, before: SheetRow): string {
  const other = `row ${before.row}`;
  if (row.isMade && before.isMade) {
    return `Row ${row.row} and ${other} have one name, or two of which the same handle is made (\`${row.handle}\`), so nobody could tell the two apart once rows are sorted or taken out. Write a handle for each in a column \`handle\`; or take one of the rows out.`;
  }
  return `\`${row.handle}\` in row ${row.row} is the handle of ${tellPlace(before.span)} as well. Give one of them another handle.`;
}
