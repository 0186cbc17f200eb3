import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forgeFiles } from '../../src/setup/forge-files.ts';
import { forges } from '../../src/setup/starter-file.ts';
import { ignoresState, toStarterFiles } from '../../src/setup/starter-files.ts';
import { findRoot } from '../support/repository-root.ts';

const root = findRoot();
const all = toStarterFiles({ groups: 'groups', policy: 'account: x\n', forge: 'github' });
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the policy is left out where there is one, the workflows where nobody asked for them', () => {
  const paths = toStarterFiles({ groups: 'ours', policy: undefined, forge: undefined }).map(
    ({ path }) => path,
  );
  expect(paths).toContain('ours/.schemas/policy.json');
  expect(paths.filter((path) => /_policy|github/.test(path))).toEqual([]);
});

test("schemas and workflows are this repository's own, letter for letter", () => {
  const copied = all.filter(({ path }) => !/_policy|gitignore/.test(path));
  expect(copied.length).toBeGreaterThan(7);
  expect(copied.map(({ path }) => [path, read(path)])).toEqual(copied.map(({ path, text }) => [path, text]));
});

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

describe.each(forges)('the workflows for %s', (forge) => {
  const { files, secrets, variable, optional, builtFrom } = forgeFiles[forge];
  const text = files.map((file) => file.text).join('\n');

  test('take the secrets that are told, and no others', () => {
    const taken = [...text.matchAll(/secrets\.(ROLLCALL\w*)/g)].map(([, name]) => name);
    const needed = [...new Set(taken)].filter((name) => !optional.includes(name ?? ''));
    expect(needed.toSorted()).toEqual([...secrets, 'ROLLCALL_KEY'].toSorted());
  });

  test('are switched on by the variable that is told', () => {
    const asked = [...text.matchAll(/vars\.(\w+)/g)].map(([, name]) => name);
    expect([...new Set(asked)].filter((name) => !optional.includes(name ?? ''))).toEqual([variable]);
  });

  test('build what is there', () => expect(read(builtFrom ?? 'package.json')).not.toBe(''));
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
