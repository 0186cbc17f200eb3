import { expect, test } from 'vitest';
import { findDelimiter, isEmptyRow, readHeader } from '../../../src/config/sheet/header.ts';

test.each([
  [',', 'name,phone\nSantoso; Budi,1\n'],
  [';', 'name;phone\n"Santoso, Budi, Dr., MSc",1;2\n'],
  ['\t', 'name\tphone\tcity, street\n'],
  // A title with commas above, quotes that go wrong further down, and a cell that is longer than what is looked at.
  [';', 'Class 5B, 2026, by Ana, Budi, Citra\nname;phone\n'],
  [',', 'name,phone;tablet\n"a"b'],
  [';', `"name";"phone"\n"${'a,'.repeat(1e5)}";1`],
  [';', 'phone'],
  [';', ''],
])('cells are parted by %j', (delimiter, text) => {
  expect(findDelimiter(text)).toBe(delimiter);
});

const toRow = (...cells: string[]) => ({ cells, start: 0, end: 0 });

test('columns by their header, and what the others are called', () => {
  const header = readHeader([toRow('', ' '), toRow('No', 'Nama', '', 'No. HP')]);
  expect(header).toMatchObject({ index: 1, columns: { name: 1, phone: 3 }, unread: ['No'] });
});

test('empty columns behind the last one are none, and a second column of notes is one that nobody reads', () => {
  const header = readHeader([
    toRow('Nama', 'No. HP', 'Catatan', 'Keterangan', ...Array<string>(16_380).fill('')),
  ]);
  expect(header).toMatchObject({ columns: { name: 0, phone: 1, note: 2 }, unread: ['Keterangan'] });
});

test('a row is empty where only blanks stand in it', () => {
  expect([toRow(), toRow('', ' \t'), toRow('', '0')].map(isEmptyRow)).toEqual([true, true, false]);
});
