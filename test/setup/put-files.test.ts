import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StorageError } from '../../src/disk/storage-error.ts';
import { putFiles } from '../../src/setup/put-files.ts';
import { makeFolder } from '../support/folder.ts';

const files = [
  { path: 'groups/_policy.yaml', text: 'one\n' },
  { path: 'groups/.schemas/a.json', text: '{}\n' },
  { path: '.gitignore', text: 'x\n' },
];
const paths = files.map(({ path }) => path);

test('all are written, in a folder that is made for them', () => {
  const folder = join(makeFolder(), 'new', 'folder');
  expect(putFiles(folder, files)).toEqual({ written: paths, left: [] });
  expect(readFileSync(join(folder, 'groups/_policy.yaml'), 'utf8')).toBe('one\n');
  expect(putFiles(folder, files)).toEqual({ written: [], left: paths });
});

test('what is there is left, whatever it is: a file, a folder, a link to nowhere', () => {
  const folder = makeFolder({ 'groups/_policy.yaml': 'mine' });
  mkdirSync(join(folder, '.gitignore'));
  mkdirSync(join(folder, 'groups/.schemas'));
  symlinkSync('/nowhere', join(folder, 'groups/.schemas/a.json'));
  expect(putFiles(folder, files)).toEqual({ written: [], left: paths });
  expect(readFileSync(join(folder, 'groups/_policy.yaml'), 'utf8')).toBe('mine');
});

test('where one cannot be written, none is, and no folder stays behind', () => {
  const folder = makeFolder({ last: 'a file where a folder should be' });
  const blocked = [...files, { path: 'last/one.yml', text: '' }];
  expect(() => putFiles(folder, blocked)).toThrow(StorageError);
  expect(readdirSync(folder)).toEqual(['last']);
});

test('what was there before a failure stays as it was', () => {
  const folder = makeFolder({ 'groups/a.yaml': 'mine', last: '' });
  writeFileSync(join(folder, '.gitignore'), 'mine too');
  expect(() => putFiles(folder, [...files, { path: 'last/one.yml', text: '' }])).toThrow(StorageError);
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual([
    '.gitignore',
    'groups',
    'groups/a.yaml',
    'last',
  ]);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is said so', () => {
  const folder = makeFolder();
  chmodSync(folder, 0o500);
  expect(() => putFiles(join(folder, 'x'), files)).toThrow(/this user may not write there/);
  expect(existsSync(join(folder, 'x'))).toBe(false);
  chmodSync(folder, 0o700);
});
