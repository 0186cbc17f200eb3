import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { readSheetFile } from '../../src/files/read-sheet-file.ts';
import { makeFolder } from '../support/folder.ts';

test('a spreadsheet as an office saves it, its numbers those of a country', async () => {
  const folder = makeFolder({ 'members.csv': '\ufeffNama;No HP\r\nBudi;0812-3456-7890\r\nMé;x\r\n' });
  symlinkSync('members.csv', join(folder, 'link.csv'));
  const { rows, problems } = await readSheetFile(join(folder, 'link.csv'), 'ID');
  expect(rows.map(({ name, phone }) => [name, phone])).toEqual([['Budi', '6281234567890']]);
  expect(problems.length).toBeGreaterThan(0);
});

test.each([
  ['none.csv', /^--sheet .*none\.csv cannot be read \(ENOENT\)/],
  ['latin.csv', /UTF-8/],
  ['odd.csv', /./],
])('%s: nothing of it can be told', async (name, wanted) => {
  const folder = makeFolder({ 'latin.csv': Buffer.from([0x4e, 0xe9, 0x0a]), 'odd.csv': 'a;b\n1;2\n' });
  const reading = readSheetFile(join(folder, name), undefined);
  await expect(reading).rejects.toBeInstanceOf(UsageError);
  await expect(reading).rejects.toThrow(wanted);
});
