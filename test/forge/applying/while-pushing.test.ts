import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whilePushing } from '../../../src/forge/applying/while-pushing.ts';
import type { Job } from '../../../src/forge/job.ts';
import { openJob } from '../../../src/forge/job.ts';
import type { State } from '../../../src/forge/state/state-branch.ts';
import { openState } from '../../../src/forge/state/state-branch.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import type { GithubStage } from '../../support/github-stage.ts';
import { openGithubStage } from '../../support/github-stage.ts';
import { key } from '../../support/seal.ts';
import { createTestIo } from '../../support/stage.ts';

let [stage, job, state]: [GithubStage?, Job?, State?] = [];
const asked = new AbortController();
const never = 1_000_000;

beforeEach(async () => {
  stage = await openGithubStage(choirFiles);
  const env = { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: stage.shared('..'), ROLLCALL_KEY: key };
  const { io } = createTestIo({ env: { ...env, STATE_BRANCH: 'rollcall-state' }, signal: asked.signal });
  job = { ...openJob(io), remote: { url: stage.origin, options: { env: { PATH: env.PATH } } } };
  state = await openState(job, { pause: 0 });
  await writeFile(state.journal, '{"a":1}\n');
});
afterEach(() => stage?.close());

async function readPushed(): Promise<string> {
  const { git } = stage!.repository;
  return git('--git-dir', stage!.origin, 'show', 'rollcall-state:main/journal.jsonl').catch(() => '');
}

test('what is reserved stands behind the journal until it is said otherwise, and all is there when it was awaited', async () => {
  const result = await whilePushing(job!, state!, never, async ({ reserve, push }) => {
    expect(await readPushed()).toBe('');
    await reserve({ adds: 2, lookups: 3, mapped: 0 });
    expect(await readPushed()).toMatch(/^\{"a":1\}\n\{.*"spent","adds":2,"lookups":3/);
    await writeFile(state!.journal, '{"a":1}\n{"b":2}\n');
    await push();
    expect(await readPushed()).toMatch(/\{"b":2\}\n\{.*"spent"/);
    await reserve(undefined);
    await push();
    expect(await readPushed()).toBe('{"a":1}\n{"b":2}');
    return 'done';
  });
  expect(result).toBe('done');
});

test('what cannot be pushed is told to whoever awaits it, and to nobody else', async () => {
  await stage!.refusePushes();
  await whilePushing(job!, state!, never, async ({ reserve }) => {
    await expect(reserve({ adds: 1, lookups: 0, mapped: 0 })).rejects.toThrow('cannot be pushed');
  });
  expect(await readPushed()).toBe('');
});

test('a job that is cancelled pushes at once', async () => {
  await whilePushing(job!, state!, never, async () => {
    const pushed = stage!.nextPush();
    asked.abort();
    await pushed;
  });
  expect(await readPushed()).toBe('{"a":1}');
});
