import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readSync,
  lstatSync,
  statSync,
  symlinkSync,
  writeFileSync,
  constants,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { StorageError } from '../../src/disk/storage-error.ts';
import { writeAtomically, writeWhole } from '../../src/disk/write-atomically.ts';
import { makeFolder } from '../support/folder.ts';

let folder = '';

beforeEach(() => {
  folder = makeFolder();
});

/** The code of the `StorageError` that it throws. */
function findCode(write: () => void): string | undefined {
  try {
    write();
  } catch (error) {
    return error instanceof StorageError ? error.code : String(error);
  }
  return undefined;
}

const ways = [{}, { isDurable: true }, { mode: 0o600 }, { isNew: true }, { isNew: true, isDurable: true }];

test.each(ways)('a file is there as a whole, and nothing beside it: %o', (options) => {
  const path = join(folder, 'plan.json');
  writeAtomically(path, 'Côro\n', options);
  expect(readdirSync(folder)).toEqual(['plan.json']);
  expect(readFileSync(path, 'utf8')).toBe('Côro\n');
});

test('whoever has the one before open goes on reading it', () => {
  const path = join(folder, 'plan.json');
  writeFileSync(path, 'before');
  const handle = openSync(path, 'r');
  onTestFinished(() => closeSync(handle));
  writeAtomically(path, 'after');
  expect(readFileSync(handle, 'utf8')).toBe('before');
  expect(readFileSync(path, 'utf8')).toBe('after');
});

test('a secret’s file is nobody else’s, also where another one lay before', () => {
  const path = join(folder, 'key');
  writeFileSync(path, 'old', { mode: 0o644 });
  writeAtomically(path, 'new', { mode: 0o600 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a new file leaves what is there as it is', () => {
  const path = join(folder, 'key');
  writeFileSync(path, 'first');
  expect(findCode(() => writeAtomically(path, 'second', { isNew: true }))).toBe('EEXIST');
  expect(readFileSync(path, 'utf8')).toBe('first');
  expect(readdirSync(folder)).toEqual(['key']);
});

test('where it cannot be put, nothing of it stays', () => {
  mkdirSync(join(folder, 'plan.json'));
  expect(findCode(() => writeAtomically(join(folder, 'plan.json'), 'text'))).toBe('EISDIR');
  expect(findCode(() => writeAtomically(join(folder, 'missing', 'plan.json'), 'text'))).toBe('ENOENT');
  expect(readdirSync(folder)).toEqual(['plan.json']);
});

test('a link is replaced: what it leads to is not written to', () => {
  const [path, elsewhere] = [join(folder, 'plan.json'), join(folder, 'elsewhere')];
  writeFileSync(elsewhere, 'theirs');
  symlinkSync(elsewhere, path);
  writeAtomically(path, 'ours');
  expect(readFileSync(elsewhere, 'utf8')).toBe('theirs');
  expect(lstatSync(path).isFile()).toBe(true);
});

test('a pipe is written to and stays one', () => {
  const path = join(folder, 'pipe');
  execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
  const handle = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(handle));
  writeAtomically(path, 'text');
  expect(lstatSync(path).isFIFO()).toBe(true);
  const read = Buffer.alloc(10);
  expect(read.toString('utf8', 0, readSync(handle, read))).toBe('text');
});

test('what a process has open is written to, wherever it leads', () => {
  const path = join(folder, 'stdout');
  const handle = openSync(path, 'a');
  onTestFinished(() => closeSync(handle));
  writeFileSync(handle, 'before, ');
  writeAtomically(`/dev/fd/${handle}`, 'after');
  expect(readFileSync(path, 'utf8')).toBe('before, after');
});

test.each([
  ['a text, in bytes', 'Côro', 5],
  ['bytes', Buffer.from([1, 2, 3]), 3],
  ['nothing', '', 0],
])('the number of what was written: %s', (_, text, count) => {
  const handle = openSync(join(folder, 'lines'), 'a');
  onTestFinished(() => closeSync(handle));
  writeFileSync(handle, 'x');
  expect(writeWhole(handle, text)).toBe(count);
  expect(readFileSync(join(folder, 'lines'))).toEqual(Buffer.concat([Buffer.from('x'), Buffer.from(text)]));
});
