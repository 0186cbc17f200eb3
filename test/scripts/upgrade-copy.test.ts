import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { getCli } from '../support/kill/build.ts';
import { findRoot } from '../support/repository-root.ts';
import { readCommands } from '../support/story/page-commands.ts';

/*
 * docs/setup.md, a copy of everything: its two blocks as they are printed, with git as it is, in a repository that has of this one
 * what the blocks speak of.
 */

const root = findRoot();
const kept = ['groups', '.github', '.gitignore', 'scripts', 'README.md'];
const ours = {
  '_policy.yaml': 'account: "+44 7700 900001"\n',
  'altos.yaml': 'id: 120363000000000001@g.us\nname: Ours\n',
};

let cli: string;
beforeAll(async () => {
  cli = await getCli();
});

/** Rollcall's repository, the folder of the first hour, and programs for the blocks; nothing is built, nor any server asked. */
function open() {
  const groups = Object.entries(ours).map(([name, text]) => [`first-hour/groups/${name}`, text]);
  const place = makeFolder({ ...Object.fromEntries(groups), 'bin/npm': '#!/bin/sh\n', 'bin/node': '' });
  const node = `#!/bin/sh\n[ "$2" != plan ] || exit 0\nshift\nexec ${process.execPath} ${cli} "$@"\n`;
  writeFileSync(join(place, 'bin/node'), node);
  for (const name of ['npm', 'node']) chmodSync(join(place, 'bin', name), 0o755);
  const [rollcall, copy] = [join(place, 'rollcall'), join(place, 'our-groups')];
  for (const name of kept) cpSync(join(root, name), join(rollcall, name), { recursive: true });
  const env = {
    ...process.env,
    PATH: `${join(place, 'bin')}:${process.env['PATH'] ?? ''}`,
    GIT_CONFIG_GLOBAL: join(place, 'gitconfig'),
  };
  writeFileSync(env.GIT_CONFIG_GLOBAL, '[user]\n\tname = Ana\n\temail = ana@example.org\n');
  const git = (cwd: string, ...argv: string[]) => execFileSync('git', argv, { cwd, env, encoding: 'utf8' });
  git(rollcall, 'init', '--quiet', '--initial-branch=main');
  const commit = (cwd: string) => {
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--message', 'more');
  };
  commit(rollcall);
  const run = (cwd: string, lines: readonly string[]) =>
    spawnSync('sh', ['-ec', lines.join('\n')], { cwd, env, encoding: 'utf8' });
  return { place, rollcall, copy, git, commit, run };
}

/** A block's lines, with names in the place of those that the reader knows. */
function readBlock(mark: string, rollcall = ''): readonly string[] {
  const [lines = []] = readCommands(mark);
  return lines.map((line) => line.replace('<this repository>', rollcall).replace('<you>', 'clara'));
}

function openCopy() {
  const stage = open();
  const made = stage.run(stage.place, readBlock('a copy', stage.rollcall));
  expect({ code: made.status, err: made.status === 0 ? '' : made.stderr }).toEqual({ code: 0, err: '' });
  return stage;
}

/** What a later version may do to all that a copy has made its own. */
function moveOn({ rollcall, git, commit }: ReturnType<typeof open>): void {
  const put = (name: string, text: string) => writeFileSync(join(rollcall, name), text);
  put('groups/new-group.yaml', 'name: Nobody wants this\nmembers: [ana]\n');
  mkdirSync(join(rollcall, 'groups/deep'));
  put('groups/deep/er.yaml', 'name: Nor this\n');
  for (const name of ['groups/altos.yaml', 'groups/tenors.yaml', '.github/workflows/ci.yml'])
    appendFileSync(join(rollcall, name), '# more\n');
  rmSync(join(rollcall, 'groups/basses.yaml'));
  git(rollcall, 'mv', 'groups/sopranos.yaml', 'groups/sopranists.yaml');
  git(rollcall, 'mv', '.github/workflows/release.yml', '.github/workflows/publish.yml');
  for (const name of ['.github/CODEOWNERS', '.github/workflows/plan.yml', 'README.md'])
    put(name, `${readFileSync(join(rollcall, name), 'utf8')}# of a later version\n`);
  commit(rollcall);
}

test('a copy is brought up to date as the page says, and its groups are as they were, to the letter', () => {
  const stage = openCopy();
  const { copy, git, run } = stage;
  writeFileSync(join(copy, '.github/CODEOWNERS'), '* @clara\n');
  writeFileSync(join(copy, 'notes.txt'), 'ours');
  stage.commit(copy);
  const before = git(copy, 'ls-tree', '-r', 'HEAD', 'groups', '.github/CODEOWNERS');
  expect(before).not.toContain('tenors.yaml');
  moveOn(stage);
  const { status, stdout, stderr } = run(copy, readBlock('a copy: upgrade'));
  expect({ code: status, err: status === 0 ? '' : stderr }).toEqual({ code: 0, err: '' });
  expect(stdout).toMatch(/Your groups are as they were.*plan\.yml.*The files are fine/s);
  expect(git(copy, 'ls-tree', '-r', 'HEAD', 'groups', '.github/CODEOWNERS')).toBe(before);
  expect(git(copy, 'ls-tree', '--name-only', 'HEAD:.github/workflows').split('\n').filter(Boolean)).toEqual([
    'apply.yml',
    'drift.yml',
    'plan.yml',
  ]);
  expect(git(copy, 'show', 'HEAD:.github/workflows/plan.yml')).toContain('# of a later version');
  expect(git(copy, 'show', 'HEAD:notes.txt')).toBe('ours');
  expect(git(copy, 'status', '--porcelain')).toBe('');
  expect(run(copy, ['sh scripts/upgrade-copy.sh']).stdout).toBe('This copy is up to date.\n');
});

test('what is not committed, and what both have changed, is for somebody to decide', () => {
  const stage = openCopy();
  const { copy, git, run } = stage;
  moveOn(stage);
  const altos = join(copy, 'groups/altos.yaml');
  appendFileSync(altos, '# not committed\n');
  const dirty = run(copy, ['sh scripts/upgrade-copy.sh']);
  expect(dirty).toMatchObject({ status: 1, stderr: expect.stringContaining('Commit it first') });
  expect(readFileSync(altos, 'utf8')).toContain('# not committed');

  appendFileSync(join(copy, 'README.md'), '# ours\n');
  stage.commit(copy);
  const both = run(copy, ['sh scripts/upgrade-copy.sh']);
  expect(both).toMatchObject({ status: 1, stderr: expect.stringMatching(/as well\..*\nREADME\.md\n$/) });
  expect(git(copy, 'status', '--porcelain', 'groups')).toBe('');
  expect(run(copy, ['git commit --quiet -m x']).status).not.toBe(0);
  git(copy, 'merge', '--abort');
  expect(run(copy, ['sh scripts/upgrade-copy.sh nothing']).status).toBe(1);
  expect(git(copy, 'status', '--porcelain')).toBe('');
});

test('names of whatever letters that a copy has deleted stay deleted, and a draft in its groups stays a draft', () => {
  const stage = open();
  const { place, rollcall, copy, git, commit, run } = stage;
  const names = ['a page.md', 'página.md', ':(top)*.md', 'two\nlines.md'];
  const write = (text: string) => {
    for (const name of names) writeFileSync(join(rollcall, name), text);
    commit(rollcall);
  };
  write('one\n');
  git(place, 'clone', '--quiet', '--origin', 'rollcall', rollcall, copy);
  git(copy, '--literal-pathspecs', 'rm', '--quiet', ...names);
  commit(copy);
  write('one\nmore\n');
  writeFileSync(join(copy, 'groups/draft.yaml'), 'name: Not yet\n');
  const { status, stdout, stderr } = run(copy, ['sh scripts/upgrade-copy.sh']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('Your groups are as they were.');
  expect(git(copy, 'status', '--porcelain')).toBe('?? groups/draft.yaml\n');
});
