import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { getCli } from '../support/kill/build.ts';
import type { ProgramHere } from '../support/program-here.ts';
import { openProgramHere } from '../support/program-here.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository } from '../support/repository.ts';
import { findRoot } from '../support/repository-root.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

/*
 * docs/gitlab-ci.yml without a GitLab: the jobs' own scripts, run by bash as a runner does, with the variables that it gives.
 */

interface Job {
  readonly extends?: string;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly rules?: readonly { readonly if: string; readonly when?: string }[];
  readonly tags?: readonly string[];
  readonly resource_group?: string;
  readonly needs?: readonly string[];
}

const text = await readFile(join(findRoot(), 'docs', 'gitlab-ci.yml'), 'utf8');
const jobs = parse(text) as Readonly<Record<string, Job>>;

/** A job with what it takes over. */
function find(name: string): Job {
  const { extends: above, ...own } = jobs[name] ?? {};
  return above === undefined ? own : { ...find(above), ...own };
}

const names = Object.keys(jobs).filter((name) => jobs[name]?.script !== undefined);

let stage: Stage;
let repository: Repository;
let program: ProgramHere;
let bin: string;

beforeAll(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
  repository = await createRepository(stage.folder);
  program = openProgramHere(stage.path('.git/program'));
  bin = stage.path('.git/bin');
  await mkdir(bin);
  await writeFile(join(bin, 'rollcall'), toDispatcher(await getCli()));
  await chmod(join(bin, 'rollcall'), 0o755);
  // What jobs leave beside the files is in no commit.
  await mkdir(join(stage.folder, '.git', 'info'));
  await writeFile(join(stage.folder, '.git', 'info', 'exclude'), '/*.*\nbase\n');
  await repository.git('remote', 'add', 'origin', '.');
});

afterAll(async () => {
  program.close();
  await stage.close();
});

/** A server of its own is a process that the job ends. */
function toDispatcher(cli: string): string {
  return `#!/bin/sh\n[ "$1" != sandbox ] || exec "${process.execPath}" "${cli}" "$@"\nexec "${program.file}" "$@"\n`;
}

/** Runs the job as of a commit; `given`: what the runner says of the pipeline. */
async function run(name: string, given: Readonly<Record<string, string>> = {}) {
  const { before_script: before = [], script = [] } = find(name);
  const env = {
    PATH: `${bin}:${process.env['PATH']}`,
    HOME: stage.folder,
    CI_DEFAULT_BRANCH: 'main',
    CI_COMMIT_SHA: await repository.git('rev-parse', 'HEAD'),
    CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
    // The secrets, where there are any: only pipelines of main have them.
    ...(find(name).tags && { ROLLCALL_URL: stage.sandbox.url, ROLLCALL_STATE: stage.path('.git/memory') }),
    ...given,
  };
  const lines = ['set -eo pipefail', ...before, ...script].join('\n');
  return new Promise<{ code: number; out: string }>((resolve) => {
    execFile('bash', ['-c', lines], { cwd: stage.folder, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out: stdout + stderr });
    });
  });
}

test('from a merge request to its outcome: what is applied is the file whose plan was read', async () => {
  const base = await repository.commit('main');
  // The groups are not what their files say, and nobody has approved that.
  expect(await run('begin')).toMatchObject({ code: 3 });

  await repository.git('switch', '--quiet', '--create', 'change');
  await stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}announce: true\n`);
  await repository.commit('altos: only admins post');
  expect(await run('validate')).toMatchObject({ code: 0 });
  const rehearsed = await run('rehearse', { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  expect(rehearsed).toMatchObject({
    code: 0,
    out: expect.stringContaining('Plan (sandbox): 1 to change in 1 of 2'),
  });
  expect(await readFile(stage.path('report.html'), 'utf8')).toContain('<!doctype html>');

  await repository.git('switch', '--quiet', 'main');
  await repository.git('merge', '--quiet', '--ff-only', 'change');
  const planned = await run('plan', { CI_COMMIT_BEFORE_SHA: base });
  expect(planned).toMatchObject({ code: 0, out: expect.stringMatching(/announce.*this pull request/) });
  expect(stage.writes()).toEqual([]);

  const { out } = await run('apply');
  expect(out).toMatch(/(\d+) of \1 verified/);
  expect(stage.sandbox.world().groups.map(({ announce }) => announce ?? false)).toEqual([true, false]);
  expect(existsSync(stage.path('outcome.html'))).toBe(true);
  expect(await run('drift')).toMatchObject({ code: 0 });
});

test('a plan of an older commit is not applied, and nothing but what it lists is', async () => {
  const before = stage.writes().length;
  const older = await repository.git('rev-parse', 'HEAD');
  await stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}announce: false\n`);
  await repository.commit('altos: everybody posts');
  const late = await run('apply', { CI_COMMIT_SHA: older });
  expect(late).toMatchObject({ code: 1, out: expect.stringContaining('main has moved on') });
  // The file of the last merge with the files of this one: it says nothing of what is new.
  expect((await run('apply')).code).toBe(3);
  expect(await run('due')).toMatchObject({ code: 3 });
  expect(stage.writes().length).toBe(before);
  expect(await run('drift')).toMatchObject({ code: 2 });
});

type Variables = Readonly<Record<string, string>>;

/** Whether a job is in a pipeline: GitLab's expressions, as far as this file uses them. */
function isIn(name: string, variables: Variables): boolean {
  const rule = find(name).rules?.find((each) => isTrue(each.if, variables));
  return rule !== undefined && rule.when !== 'never';
}

function isTrue(expression: string, variables: Variables): boolean {
  return expression
    .split(' || ')
    .some((any) => any.split(' && ').every((comparison) => holds(comparison, variables)));
}

function holds(comparison: string, variables: Variables): boolean {
  const [left, right] = comparison
    .split(/ [!=]= /)
    .map((word) => (word.startsWith('$') ? variables[word.slice(1)] : word.replaceAll('"', '')));
  if (!comparison.includes('= ')) return (left ?? '') !== '';
  return (left === right) === comparison.includes(' == ');
}

describe('who may do what', () => {
  const main = { CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' };
  const on = { ...main, ROLLCALL: 'on' };

  test.each([
    [
      'a merge request',
      { CI_PIPELINE_SOURCE: 'merge_request_event', CI_DEFAULT_BRANCH: 'main', ROLLCALL: 'on' },
      ['validate', 'rehearse'],
    ],
    ['a merge', { ...on, CI_PIPELINE_SOURCE: 'push' }, ['plan', 'apply']],
    ['a merge while it is switched off', { ...main, CI_PIPELINE_SOURCE: 'push' }, []],
    ['a push to a branch', { ...on, CI_COMMIT_BRANCH: 'change', CI_PIPELINE_SOURCE: 'push' }, []],
    ['a pipeline of main by hand', { ...on, CI_PIPELINE_SOURCE: 'web' }, ['plan', 'apply']],
    ['one of a branch by hand', { ...on, CI_COMMIT_BRANCH: 'change', CI_PIPELINE_SOURCE: 'web' }, []],
    ['the first one', { ...on, CI_PIPELINE_SOURCE: 'web', ROLLCALL_TASK: 'begin' }, ['begin']],
    ['a schedule', { ...on, CI_PIPELINE_SOURCE: 'schedule', ROLLCALL_TASK: 'apply' }, ['due']],
    ['another schedule', { ...on, CI_PIPELINE_SOURCE: 'schedule', ROLLCALL_TASK: 'drift' }, ['drift']],
    [
      'a schedule of a branch',
      { ...on, CI_COMMIT_BRANCH: 'change', CI_PIPELINE_SOURCE: 'schedule', ROLLCALL_TASK: 'apply' },
      [],
    ],
    ['a schedule without a task', { ...on, CI_PIPELINE_SOURCE: 'schedule' }, []],
  ])('%s', (_, variables, expected) => {
    expect(names.filter((name) => isIn(name, variables))).toEqual(expected);
  });

  test('what talks to GOWA runs one at a time on the runner beside it, and what a stranger starts never does', () => {
    const beside = names.filter((name) => find(name).tags !== undefined);
    expect(beside).toEqual(['plan', 'apply', 'due', 'drift', 'begin']);
    for (const name of beside)
      expect(find(name)).toMatchObject({ tags: ['rollcall'], resource_group: 'rollcall' });
    expect(text).not.toMatch(/ROLLCALL_(?:URL|USER|PASSWORD|KEY|PEOPLE_KEY)|SOPS_AGE_KEY/);
  });

  test('only a person starts what carries out a plan, and it has the plan of its own pipeline', () => {
    expect(find('apply').needs).toEqual(['plan']);
    expect(find('apply').rules?.filter(({ when }) => when !== 'never')).toEqual([
      expect.objectContaining({ when: 'manual', allow_failure: false }),
    ]);
    expect(find('due').script?.join()).not.toMatch(/plan\.json|--yes/);
  });
});
