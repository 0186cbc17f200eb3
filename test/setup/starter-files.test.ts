import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ignoresState, keptOut, toStarterFiles } from '../../src/setup/starter-files.ts';
import { makeFolder } from '../support/folder.ts';
import { findRoot } from '../support/repository-root.ts';

const root = findRoot();
const copy = { name: 'github', place: { kind: 'copy' } } as const;
const all = toStarterFiles({ groups: 'groups', policy: 'account: x\n', forge: copy });
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the policy is left out where there is one, the workflows where nobody asked for them', () => {
  const paths = toStarterFiles({ groups: 'ours', policy: undefined, forge: undefined }).map(
    ({ path }) => path,
  );
  expect(paths).toContain('ours/.schemas/policy.json');
  expect(paths.filter((path) => /_policy|github/.test(path))).toEqual([]);
});

test("schemas and the workflows of a copy are this repository's own, letter for letter", () => {
  const copied = all.filter(({ path }) => !/_policy|gitignore/.test(path));
  expect(copied.length).toBeGreaterThan(7);
  expect(copied.map(({ path }) => [path, read(path)])).toEqual(copied.map(({ path, text }) => [path, text]));
});

test('what a new repository keeps out, this one does too, for those who put their groups into a copy of it', () =>
  expect(read('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.rollcall/', ...keptOut])));

test.each(['groups', 'WhatsApp', 'WhatsApp groups/choir', 'plan[1]*.json'])(
  'git takes in the groups, whatever their folder is called, and no lists of the office: %s',
  (groups) => {
    const files = toStarterFiles({ groups, policy: 'account: x\n', forge: undefined });
    const own = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    const others = { 'WhatsApp Chat with Ana/chat.txt': '', 'plan.json': '', 'list.csv': '' };
    const folder = makeFolder({ ...own, ...others, [`${groups}/.rollcall/key`]: '' });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['add', '--all'], { cwd: folder });
    const added = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' });
    expect(added.split('\0').filter(Boolean).toSorted()).toEqual(Object.keys(own).toSorted());
  },
);

test('every schema that a file of the example names is written', () => {
  const groups = join(root, 'groups');
  const named = readdirSync(groups, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && !path.startsWith('.'))
    .flatMap(
      (path) => /\$schema=\S*\.schemas\/(\S+)/.exec(readFileSync(join(groups, path), 'utf8'))?.[1] ?? [],
    );
  const written = all.flatMap(({ path }) => /^groups\/\.schemas\/(.+)/.exec(path)?.[1] ?? []);
  expect([...new Set(named)].filter((name) => !written.includes(name))).toEqual([]);
});

test('a schema of another version may be brought up to date, anything else in its place may not', () => {
  const schema = all.find(({ path }) => path.endsWith('group.json'));
  const older = JSON.stringify({ title: 'A group of Rollcall', properties: {} });
  expect(['', older, '{}', 'null', schema?.text ?? ''].map((text) => schema?.isUnedited?.(text))).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
});

test.each([
  ['.rollcall/\n', true],
  ['node_modules/\r\n/.rollcall\r\n', true],
  ['# .rollcall/\n', false],
  ['.rollcall-old/\n', false],
  ['', false],
])('%j: keeps the memory out: %s', (text, isIgnored) => {
  expect(ignoresState(text)).toBe(isIgnored);
});
