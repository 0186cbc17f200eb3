import { writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBuild, toRepository } from '../../scripts/find-build.mjs';
import { makeFolder } from '../support/folder.ts';
import { createRepository } from '../support/repository.ts';

const env = { PATH: process.env['PATH'] ?? '', HOME: '/nowhere' };
const commit = 'ab'.repeat(20);

async function makeRepository(packageJson: object = { name: 'rollcall' }) {
  const root = makeFolder({ 'package.json': JSON.stringify(packageJson), 'src/a.ts': '' });
  const repository = await createRepository(root);
  return { root, git: repository.git, head: await repository.commit('all of it') };
}

describe('where a build comes from', () => {
  test('is what the commit and the remote say', async () => {
    const { root, git, head } = await makeRepository();
    expect(await findBuild(root, env)).toEqual({ commit: head, isChanged: false });
    await git('remote', 'add', 'origin', 'git@github.com:clara/rollcall.git');
    expect(await findBuild(root, env)).toEqual({
      repository: 'clara/rollcall',
      commit: head,
      isChanged: false,
    });
  });

  test('a repository that package.json names goes before the remote', async () => {
    const { root, git } = await makeRepository({
      repository: { url: 'git+https://github.com/clara/rollcall.git' },
    });
    await git('remote', 'add', 'origin', 'https://github.com/bob/fork');
    expect(await findBuild(root, env)).toMatchObject({ repository: 'clara/rollcall' });
  });

  test.each([
    ['src/a.ts', 'a file that was changed'],
    ['src/b.ts', 'a file that is new'],
  ])('%s: %s is in no commit', async (name) => {
    const { root } = await makeRepository();
    writeFileSync(join(root, name), '// more\n');
    expect(await findBuild(root, env)).toMatchObject({ isChanged: true });
  });

  test('a folder within somebody else’s repository is of none of its commits', async () => {
    const { root } = await makeRepository();
    await cp(join(root, 'package.json'), join(root, 'node_modules', 'rollcall', 'package.json'));
    expect(await findBuild(join(root, 'node_modules', 'rollcall'), env)).toEqual({ isChanged: false });
    expect(await findBuild(makeFolder({ 'package.json': '{}' }), env)).toEqual({ isChanged: false });
  });

  test('whoever builds without git says it', async () => {
    const root = makeFolder({ 'package.json': '{}' });
    const told = { ...env, ROLLCALL_BUILD: `clara/rollcall@${commit}` };
    expect(await findBuild(root, told)).toEqual({ repository: 'clara/rollcall', commit, isChanged: false });
    for (const wrong of ['clara/rollcall@main', commit, `rollcall@${commit}`])
      await expect(findBuild(root, { ...env, ROLLCALL_BUILD: wrong })).rejects.toThrow(
        /ROLLCALL_BUILD must be/,
      );
  });
});

test.each([
  ['https://github.com/clara/rollcall', 'clara/rollcall'],
  ['https://token@github.com/clara/rollcall.git', 'clara/rollcall'],
  ['ssh://git@github.com/clara/roll.call.git', 'clara/roll.call'],
  ['git@github.com:clara/rollcall', 'clara/rollcall'],
  ['https://github.com.example.org/clara/rollcall', undefined],
  ['https://example.org/github.com/clara/rollcall', undefined],
  ['/srv/git/rollcall.git', undefined],
  ['', undefined],
])('%s is %s at GitHub', (address, repository) => expect(toRepository(address)).toBe(repository));
