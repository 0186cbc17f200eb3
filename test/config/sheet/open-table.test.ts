import { expect, test } from 'vitest';
import { openTable } from '../../../src/config/sheet/open-table.ts';
import { tellPosition } from '../../../src/domain/diagnostic.ts';
import { toSource } from './sheets.ts';

const open = (text: string) => {
  const table = openTable(toSource(text));
  if (!('rows' in table)) throw new Error(table.detail);
  return table;
};

const numbers = (text: string) => open(text).rows.map(({ row }) => row);

test('rows are counted as the spreadsheet counts them', () => {
  expect(numbers('name;phone\n"a\nb";1\n\nc;2\n')).toEqual([2, 4]);
  expect(numbers('sep=,\nname,phone\na,1\n')).toEqual([2]);
});

test('a cell has two places: the one that the spreadsheet shows, and the one in the text', () => {
  const table = open('sep=,\n\nname,phone\n"a\nb",1\n');
  const [row = table.headerRow] = table.rows;
  expect(tellPosition(table.spanOf(row, 1))).toBe('5b.csv:3:2');
  expect(table.spanOf(row, 1)).toMatchObject({ line: 5, column: 4 });
});
