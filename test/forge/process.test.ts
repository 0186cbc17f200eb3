import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Gate } from '../support/gate.ts';
import { startGate } from '../support/gate.ts';
import type { GithubStage } from '../support/github-stage.ts';
import { openGithubStage } from '../support/github-stage.ts';
import { key } from '../support/seal.ts';

/*
 * The program as it is built, in a process of its own, told to end as the runner tells it.
 */

let stage: GithubStage;
let sandbox: Sandbox;
let gate: Gate;

beforeEach(async () => {
  stage = await openGithubStage(choirFiles);
  sandbox = await startSandbox({ world: choirWorld() });
  gate = await startGate(sandbox.url);
});

afterEach(async () => {
  gate.open();
  await Promise.all([gate.close(), sandbox.close()]);
  await stage.close();
});

async function toEnv(more: Readonly<Record<string, string>> = {}) {
  return {
    INPUT_COMMAND: 'apply',
    INPUT_STATE_BRANCH: 'rollcall-state',
    GITHUB_SHA: await stage.repository.git('rev-parse', 'main'),
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_KEY: key,
    ...more,
  };
}

test('a step that is cancelled twice gives the answer up, pushes that it may have happened, and ends', async () => {
  await stage.step('run', await toEnv({ INPUT_NEW_JOURNAL: 'true' }));
  await stage.step('run', await toEnv({ INPUT_COMMAND: 'plan' }));
  const plans = { INPUT_PLANS: stage.shared('plan.json'), ROLLCALL_URL: gate.url };
  const running = await stage.spawn('run', await toEnv(plans));
  await gate.held;
  const pushed = stage.nextPush();
  running.signal('SIGINT');
  await pushed;
  running.signal('SIGTERM');
  const { code, outputs } = await running.ended;
  expect(code).toBe(exitCodes.interrupted);
  expect(outputs['failure-reason']).toBe('interrupted');
  const text = await stage.repository.git(
    '--git-dir',
    stage.origin,
    'show',
    'rollcall-state:main/journal.jsonl',
  );
  const types = text.split('\n').map((line) => (JSON.parse(line) as { type: string }).type);
  expect(types.at(-1)).toBe('intent');
});

test('a step that is cancelled before it begins sends nothing', async () => {
  const running = await stage.spawn('run', await toEnv({ INPUT_NEW_JOURNAL: 'true' }));
  running.signal('SIGINT');
  const { code } = await running.ended;
  // A signal that comes before the first line of the program ends it as it ends any process.
  expect([exitCodes.interrupted, -1]).toContain(code);
  expect(sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a step that nobody knows is told', async () => {
  const { code, err } = await (await stage.spawn('take-over', {})).ended;
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('There is no step take-over. There are: run, take-head,');
});
