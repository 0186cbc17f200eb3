import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StorageError } from '../../src/disk/storage-error.ts';
import { UsageError } from '../../src/errors.ts';
import { writeOutside } from '../../src/files/write-outside.ts';

let root = '';
let home = '';
let groups = '';

/** A repository with the groups in it, and a folder beside it. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rollcall-outside-'));
  home = join(root, 'home');
  groups = join(root, 'repo', 'groups');
  mkdirSync(groups, { recursive: true });
  mkdirSync(home);
  mkdirSync(join(root, 'repo', '.git'));
});

afterEach(() => rmSync(root, { recursive: true }));

const secret = 'https://chat.whatsapp.com/AbC';
const why = 'whoever has the repository would have it.';

/** All that lies below the repository, and nothing of it may have the secret. */
function expectNothing(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => lstatSync(file).isFile());
  expect(files.filter((file) => readFileSync(file, 'utf8').includes(secret))).toEqual([]);
}

test('a new file, whole, that nobody else reads', () => {
  const file = join(home, 'sheet.html');
  writeOutside(file, secret, { groups, why });
  expect(readFileSync(file, 'utf8')).toBe(secret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each<[string, () => string]>([
  ["the groups' folder", () => join(groups, 'sheet.html')],
  [
    'below it',
    () => (mkdirSync(join(groups, 'deep/er'), { recursive: true }), join(groups, 'deep/er/sheet.html')),
  ],
  ['the repository', () => join(root, 'repo', 'sheet.html')],
  ["git's own folder", () => join(root, 'repo', '.git', 'sheet.html')],
  ['by ..', () => `${home}/../repo/sheet.html`],
  ['by .. behind a link', () => (symlinkSync(groups, join(home, 'in')), `${home}/in/../sheet.html`)],
  [
    'by a link to a folder',
    () => (symlinkSync(join(root, 'repo'), join(home, 'in')), join(home, 'in', 'sheet.html')),
  ],
  [
    'by a link to a link',
    () => {
      symlinkSync(groups, join(home, 'a'));
      symlinkSync(join(home, 'a'), join(home, 'b'));
      return join(home, 'b', 'sheet.html');
    },
  ],
  [
    'a linked worktree of it',
    () => {
      mkdirSync(join(root, 'tree', 'deep'), { recursive: true });
      writeFileSync(join(root, 'tree', '.git'), `gitdir: ${join(root, 'repo/.git/worktrees/tree')}\n`);
      return join(root, 'tree', 'deep', 'sheet.html');
    },
  ],
  ['another repository', () => (mkdirSync(join(home, '.git')), join(home, 'sheet.html'))],
])('never in a repository: %s', (_, place) => {
  const file = place();
  expect(() => writeOutside(file, secret, { groups, why })).toThrow(UsageError);
  expect(existsSync(file)).toBe(false);
  expectNothing(root);
});

test("without git it is the groups' folder, however it is called", () => {
  rmSync(join(root, 'repo', '.git'), { recursive: true });
  symlinkSync(groups, join(home, 'theirs'));
  for (const given of [groups, join(home, 'theirs'), `${groups}/../groups/`])
    expect(() => writeOutside(join(groups, 'sheet.html'), secret, { groups: given, why })).toThrow(
      "the groups' folder",
    );
  writeOutside(join(root, 'repo', 'sheet.html'), secret, { groups, why });
});

test('a real worktree of git, which the groups lie in', () => {
  const repo = join(root, 'real');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repo, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args]);
  mkdirSync(repo);
  git('init', '-q');
  git('commit', '-q', '--allow-empty', '-m', 'a');
  git('worktree', 'add', '-q', join(root, 'wt'));
  mkdirSync(join(root, 'wt', 'groups'));
  const own = join(root, 'wt', 'groups');
  for (const folder of [repo, join(root, 'wt'), own])
    expect(() => writeOutside(join(folder, 'sheet.html'), secret, { groups: own, why })).toThrow(UsageError);
});

test('what is there stays: a file, a link wherever it leads, a folder', () => {
  writeFileSync(join(home, 'file'), 'mine');
  symlinkSync(join(groups, 'gone.html'), join(home, 'dangling'));
  symlinkSync(join(groups, 'choir.yaml'), join(home, 'link'));
  writeFileSync(join(groups, 'choir.yaml'), 'id: 1');
  for (const name of ['file', 'dangling', 'link', '../home'])
    expect(() => writeOutside(join(home, name), secret, { groups, why })).toThrow('is there already');
  expect(() => writeOutside('/dev/stdout', secret, { groups, why })).toThrow('is there already');
  expect(readFileSync(join(home, 'file'), 'utf8')).toBe('mine');
  expectNothing(root);
});

test('a folder that is not there, or may not be written to', () => {
  expect(() => writeOutside(join(home, 'no/sheet.html'), secret, { groups, why })).toThrow(StorageError);
  writeFileSync(join(home, 'file'), '');
  expect(() => writeOutside(join(home, 'file/sheet.html'), secret, { groups, why })).toThrow(StorageError);
});

test('a folder that becomes another one while it is written: nothing is written, and the file is gone', () => {
  const file = join(home, 'sheet.html');
  const swap = () => {
    renameSync(home, join(root, 'before'));
    symlinkSync(groups, home);
  };
  expect(() => writeOutside(file, secret, { groups, why }, swap)).toThrow(UsageError);
  expectNothing(root);
  expect(readdirSync(groups)).toEqual([]);
  expect(readdirSync(join(root, 'before'))).toEqual([]);
});
