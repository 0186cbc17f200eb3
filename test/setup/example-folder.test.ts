import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findExampleFolder } from '../../src/setup/example-folder.ts';
import { makeFolder } from '../support/folder.ts';

test('a program that is started by a link has its example beside its own folder, not beside the link', () => {
  const folder = makeFolder({
    'rollcall/dist/rollcall.js': '',
    'rollcall/groups/_policy.yaml': '',
    '.bin/other': '',
  });
  mkdirSync(join(folder, 'groups'));
  symlinkSync('../rollcall/dist/rollcall.js', join(folder, '.bin', 'rollcall'));
  const example = join(realpathSync(folder), 'rollcall', 'groups');
  expect(findExampleFolder(join(folder, '.bin', 'rollcall'))).toBe(example);
  expect(findExampleFolder(join(folder, 'rollcall', 'dist', 'rollcall.js'))).toBe(example);
});

test('a program that stands alone has none, whatever folder is called so', () => {
  const folder = makeFolder({ 'bin/rollcall.js': '', 'groups/notes.txt': '' });
  expect(findExampleFolder(join(folder, 'bin', 'rollcall.js'))).toBeUndefined();
  expect(findExampleFolder(join(folder, 'gone.js'))).toBeUndefined();
});
