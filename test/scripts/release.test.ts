import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from '../support/folder.ts';
import { createRepository } from '../support/repository.ts';
import { findRoot } from '../support/repository-root.ts';

/*
 * The workflow that releases: who may start it, and what may run where something can be published.
 */

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly name?: string;
    readonly uses?: string;
    readonly run?: string;
    readonly env?: object;
  }[];
}

const text = readFileSync(join(findRoot(), '.github', 'workflows', 'release.yml'), 'utf8');
const { on, jobs } = parse(text) as { on: object; jobs: Readonly<Record<string, Job>> };

function comesAfterCheck(name: string): boolean {
  const needs = [jobs[name]?.needs ?? []].flat();
  return needs.includes('check') || needs.some(comesAfterCheck);
}

test('only a tag starts it, never a pull request, and only where it is switched on', () => {
  expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
  expect(jobs['check']?.if).toBe("vars.ROLLCALL_RELEASE == 'on'");
  expect(Object.keys(jobs).filter((name) => name !== 'check' && !comesAfterCheck(name))).toEqual([]);
});

test('what leaves the repository waits for somebody, and nothing has a secret of its own', () => {
  expect(Object.keys(jobs).filter((name) => jobs[name]?.environment === 'release')).toEqual([
    'package',
    'image',
  ]);
  expect(text).not.toContain('secrets.');
});

test('who can prove who they are, or make a release, runs no code of the checkout', () => {
  const trusted = Object.values(jobs).filter(
    ({ permissions }) => 'id-token' in permissions || permissions['contents'] === 'write',
  );
  expect(trusted.length).toBe(3);
  const steps = trusted.flatMap((job) => job.steps);
  expect(steps.filter(({ uses }) => uses?.includes('checkout'))).toEqual([]);
  const runs = steps.flatMap(({ run }) => run?.match(/^\S+ \S+/) ?? []);
  expect(runs).toEqual(['npm publish', 'gh release']);
  expect(text).toContain('npm publish --ignore-scripts');
});

test('what is released knows which commit it is, for the workflows that `init` writes', () => {
  const pack = jobs['check']?.steps.find(({ run }) => run?.includes('npm pack'));
  expect(pack?.env).toEqual({ ROLLCALL_BUILD: '${{ github.repository }}@${{ github.sha }}' });
  expect(
    jobs['image']?.steps.some(({ run }) => run?.includes('ROLLCALL_BUILD=$GITHUB_REPOSITORY@$GITHUB_SHA')),
  ).toBe(true);
});

test('a tag on a commit that main does not have is refused, and one that it has is not', async () => {
  const script = jobs['check']?.steps.find(({ name }) => name?.startsWith('The commit'))?.run ?? '';
  const folder = makeFolder({ 'scripts/release-notes.mjs': 'console.log("- Notes.");' });
  const { git, commit } = await createRepository(folder);
  const merged = await commit();
  await git('update-ref', 'refs/remotes/origin/main', merged);
  const run = (name: string) => {
    const temp = join(folder, name);
    mkdirSync(temp);
    const env = { PATH: process.env['PATH'], GITHUB_REF_NAME: 'v1.2.3', RUNNER_TEMP: temp };
    execFileSync('bash', ['-e', '-c', script], { cwd: folder, env, stdio: 'pipe' });
    return readFileSync(join(temp, 'release', 'notes.md'), 'utf8');
  };
  expect(run('first')).toBe('- Notes.\n');
  await commit('of a branch');
  expect(() => run('second')).toThrow(/status 1|The tag is on no commit of main/);
});
