import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Remote } from '../../src/git/remote.ts';
import { readTip } from '../../src/git/remote.ts';
import { createRepository } from '../support/repository.ts';

let folder = '';
let remote: Remote = { url: '', options: {} };
const commits: string[] = [];

// A server whose branches look alike: git's own pattern for one of them takes both.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-'));
  const repository = await createRepository(folder);
  commits.push(await repository.commit('one'));
  await repository.git('branch', 'a/refs/heads/main');
  commits.push(await repository.commit('two'));
  await repository.git('branch', 'state');
  remote = { url: `file://${folder}`, options: {} };
});

afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['a branch, and not the one that only ends like it', 'refs/heads/main', 1],
  ['that one, by its whole name', 'refs/heads/a/refs/heads/main', 0],
  ['another', 'refs/heads/state', 1],
])('the tip of %s', async (_, ref, index) => {
  expect(await readTip(remote, folder, ref)).toBe(commits[index]);
});

test.each(['refs/heads/missing', 'refs/heads/mai', 'main', 'refs/heads/*'])(
  '%s is no ref there',
  async (ref) => {
    expect(await readTip(remote, folder, ref)).toBe('');
  },
);

test('a server that is not there is an error, and never a branch that is not there', async () => {
  const gone = { ...remote, url: `file://${join(folder, 'gone')}` };
  await expect(readTip(gone, folder, 'refs/heads/main')).rejects.toThrow('ls-remote');
});
