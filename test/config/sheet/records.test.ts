import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCell, readRecords } from '../../../src/config/sheet/records.ts';

const read = (text: string, delimiter = ';', most = 100) => {
  const records = readRecords(text, delimiter, most);
  if ('kind' in records) throw new Error(records.kind);
  return records;
};

test('rows are where they stand, whatever ends them', () => {
  const text = 'é;b\r\n\r\n"x\r\ny";2\n;;\r"é";3';
  expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'é;b',
    '',
    '"x\r\ny";2',
    ';;',
    '"é";3',
  ]);
  expect(read(text, ';', 2)).toHaveLength(2);
});

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', '\r\n'), maxLength: 6 });

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('a cell is found where it stands, and no further than its row', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const text = rows.map((row) => row.map(quote).join(';')).join('\n');
        const found = read(text).map((record) =>
          record.cells.map((_, index) => {
            const { start, end } = findCell(text, record, index, ';');
            return text.slice(start, end);
          }),
        );
        expect(found).toEqual(rows.map((row) => row.map(quote)));
      },
    ),
  );
  const [row = { start: 0, end: 0 }] = read('a;b\nc');
  expect(findCell('a;b\nc', row, 7, ';')).toEqual({ start: 3, end: 3 });
});

test.each([
  ['é\n"b', { kind: 'never-closed', row: 2, index: 0, start: 2 }],
  ['é\n1;"b"c\n', { kind: 'text-behind', row: 2, index: 1, start: 4 }],
  ['é\n1;b"c"\n', { kind: 'in-the-middle', row: 2, index: 1, start: 4 }],
])('quotes that go wrong in %j', (text, broken) => {
  expect(readRecords(text, ';', 100)).toEqual(broken);
});
