import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { runStep } from '../../src/forge/ci.ts';
import { choirFiles } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { openJobStage } from './job-stage.ts';

/** Runs a step in a checked-out choir. */
async function run(
  name: string,
  env: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
) {
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  const workspace = makeFolder(
    Object.fromEntries(Object.entries(choirFiles).map(([file, text]) => [`groups/${file}`, text])),
  );
  const stage = await openJobStage({ env: { GITHUB_WORKSPACE: workspace, ...env }, files });
  return { code: await runStep(name, stage.job.io), ...stage };
}

test.each(['', 'deploy', 'toString', '__proto__'])(
  'there is no step %j: those that there are are named',
  async (name) => {
    const failed = run(name);
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow('There are: run, take-head, comment-plan');
  },
);

test('what goes wrong in a step is an annotation, and the code is 1', async () => {
  const { code, written } = await run('drift');
  expect(code).toBe(exitCodes.failed);
  expect(written.out).toBe('::error title=Rollcall::There is no plan to tell drift from.\n');
});

test('the author of a pull request learns by an output what to mend; a fault of ours is none of theirs', async () => {
  const { code, outputs } = await run('take-head', { HEAD_SHA: 'main' });
  expect(code).toBe(exitCodes.failed);
  expect(outputs()).toEqual({ trouble: 'The head of the pull request is no commit id.' });
  const ours = await run('take-head', { HEAD_SHA: 'a'.repeat(40), GROUPS: '../x' });
  expect(ours.code).toBe(exitCodes.failed);
  expect(ours.outputs()).toEqual({});
});

test('a command that is none ends as a failed run, with its outputs', async () => {
  const { code, outputs, summary } = await run('run', { INPUT_COMMAND: 'deploy' });
  expect(code).toBe(exitCodes.failed);
  expect(outputs()).toMatchObject({ 'failure-reason': 'failed', changes: '0' });
  expect(summary()).toContain('command must be validate, plan, apply, ids, drift or adopt');
});

test('what another run of the action left is not this one’s', async () => {
  const { code, job, summary } = await run(
    'run',
    { INPUT_COMMAND: 'validate' },
    { 'report.md': 'old', 'rest.json': '{}' },
  );
  expect(code).toBe(exitCodes.ok);
  expect(summary()).not.toContain('old');
  expect(existsSync(join(job.work, 'rest.json'))).toBe(false);
});

test('a plan that is not made leaves none of another run to be sealed', async () => {
  const files = { 'plan.json': 'old', 'plan.seal': 'old' };
  const { code, job } = await run('run', { INPUT_COMMAND: 'plan', HEAD: 'x' }, files);
  expect(code).toBe(exitCodes.failed);
  expect(['plan.json', 'plan.seal'].map((name) => existsSync(join(job.work, name)))).toEqual([false, false]);
});
