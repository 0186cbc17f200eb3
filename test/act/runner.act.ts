import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { expect, test } from 'vitest';
import { findRoot } from '../support/repository-root.ts';
import { choirFiles } from '../support/choir-stage.ts';
import type { ActStage } from './act-stage.ts';
import { openActStage } from './act-stage.ts';
import { expectJobs } from './expect-jobs.ts';
import { copySources, makeRepository } from './act-template.ts';
import { dumpEnvironment, dumpFromNode, poisons } from './poisons.ts';

/*
 * What code of others gets to see and to leave behind (.github/THREATS.md). That a stranger's code meets no secret; and, on a
 * runner of one's own whose disk stays from job to job, that what a job leaves there neither runs nor counts in a later one that
 * has the secrets.
 */

const topicFile = { 'groups/altos.yaml': choirFiles['altos.yaml'] };

async function open({ onTestFinished }: TestContext): Promise<ActStage> {
  const on = await openActStage();
  onTestFinished(() => on.close());
  return on;
}

/** A team whose repository is a copy of everything: the workflows build what lies there. */
async function openCopy({ onTestFinished }: TestContext): Promise<ActStage> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-copy-'));
  await copySources(folder);
  await makeRepository(folder, './');
  const on = await openActStage({ folder });
  await rm(folder, { recursive: true });
  onTestFinished(() => on.close());
  return on;
}

/** Every secret, as it is and as it would be if somebody wanted to hide it. */
function toTraces(secrets: Readonly<Record<string, string>>): string[] {
  return Object.values(secrets).flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64').replaceAll('=', ''),
    Buffer.from(secret).toString('hex'),
  ]);
}

/** What hostile code has told, by its name. */
async function readTold({ disk }: ActStage): Promise<ReadonlyMap<string, string>> {
  const folder = join(disk, 'told');
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

test.concurrent('a stranger’s code runs without any secret, and nothing is planned for it', async (context) => {
  const on = await open(context);
  const pull = await on.propose('fork', dumpEnvironment(on), 'mallory/choir');
  // GitHub would give it none; here they are all there to be had.
  expectJobs(await on.validate(pull), { validate: 'success' });
  const told = await readTold(on);
  expect([...told.keys()]).toEqual(['fork']);
  expect(told.get('fork')).toContain('GITHUB_JOB=validate');
  for (const trace of toTraces(on.secrets)) expect(told.get('fork')).not.toContain(trace);
  expectJobs(await on.plan(pull), {});
  expect([on.sandbox.requests(), on.github.comments]).toEqual([[], []]);
});

test.concurrent('in a copy of everything a stranger’s build has no secret, and of a branch no build runs beside them', async (context) => {
  const on = await openCopy(context);
  const build = await readFile(join(findRoot(), 'scripts', 'build.mjs'), 'utf8');
  const hostile = { 'scripts/build.mjs': `${dumpFromNode(on)}\n${build}` };
  const fork = await on.propose('fork', hostile, 'mallory/choir');
  expectJobs(await on.validate(fork), { validate: 'success' });
  const told = await readTold(on);
  expect(told.get('node')).toContain('GITHUB_JOB');
  for (const trace of toTraces(on.secrets)) expect(told.get('node')).not.toContain(trace);
  const branch = await on.propose('colleague', { ...hostile, ...topicFile });
  expectJobs(await on.plan(branch), { plan: 'success' });
  expect(on.github.comments[0]?.body).toContain('In all: 1 other change');
  expect(await readTold(on)).toEqual(told);
});

test.concurrent('what a job leaves on a runner’s disk neither runs nor counts beside the secrets', async (context) => {
  const on = await open(context);
  const its = { env: { RUNNER_DISK: on.disk }, vars: { ROLLCALL_RUNNER: 'rollcall' } };
  const hostile = await on.propose('colleague', poisons(on));
  const first = await on.validate(hostile, { ...its, secrets: {} });
  expect(first.log).toContain('poisoned');
  const before = await readTold(on);
  const pull = await on.propose('topic', topicFile);
  expectJobs(await on.plan(pull, its), { plan: 'success' });
  const [comment] = on.github.comments;
  expect(comment?.body).toContain('In all: 1 other change, in 1 of 1 group.');
  await on.merge(pull);
  expectJobs(await on.run('apply.yml', 'push', its), { apply: 'success' });
  expectJobs(await on.run('drift.yml', 'schedule', its), { drift: 'success' });
  expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toHaveLength(1);
  expect(JSON.stringify([on.github.comments, on.github.issues])).not.toContain('POISON');
  expect(await readTold(on)).toEqual(before);
});

test.concurrent('what the environment of a runner would run first gets no secret of Rollcall’s', async (context) => {
  const on = await open(context);
  const hostile = await on.propose('colleague', poisons(on));
  await on.validate(hostile, { secrets: {} });
  const env = { NODE_OPTIONS: `--require=${on.disk}/evil.cjs`, BASH_ENV: `${on.disk}/bash_env` };
  const pull = await on.propose('topic', topicFile);
  expectJobs(await on.plan(pull, { env }), { plan: 'success' });
  const told = [...(await readTold(on)).values()].join('\n');
  expect(told).toContain('GITHUB_JOB');
  for (const trace of toTraces(on.secrets)) expect(told).not.toContain(trace);
});
