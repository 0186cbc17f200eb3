import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findForeignFolder } from '../../src/disk/foreign-folder.ts';
import { makeFolder } from '../support/folder.ts';

function openFolder(): string {
  const folder = makeFolder({ 'own/below/a.txt': '', file: '' });
  symlinkSync(makeFolder({ 'below/a.txt': '' }), join(folder, 'link'));
  symlinkSync('/nowhere', join(folder, 'own/nowhere'));
  symlinkSync('own', join(folder, 'inside'));
  return folder;
}

test.each([
  ['a.txt', undefined],
  ['own/below/a.txt', undefined],
  ['new/and/newer/a.txt', undefined],
  ['link', undefined],
  ['link/a.txt', 'link'],
  ['link/below/a.txt', 'link'],
  ['own/nowhere/a.txt', 'own/nowhere'],
  ['inside/below/a.txt', 'inside'],
  ['file/a.txt', 'file'],
])('%s would lie elsewhere because of: %s', (path, foreign) => {
  const folder = openFolder();
  expect(findForeignFolder(folder, path)).toBe(foreign && join(folder, foreign));
});
