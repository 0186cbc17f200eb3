import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { GithubStage, Step } from '../support/github-stage.ts';
import { openGithubStage } from '../support/github-stage.ts';
import { key } from '../support/seal.ts';

const day = 86_400_000;
let stage: GithubStage;
let sandbox: Sandbox;

beforeEach(async () => {
  stage = await openGithubStage(choirFiles);
  sandbox = await startSandbox({ world: choirWorld() });
});

afterEach(async () => {
  await sandbox.close();
  await stage.close();
});

async function run(env: Readonly<Record<string, string>>): Promise<Step> {
  return stage.step('run', {
    INPUT_COMMAND: 'apply',
    INPUT_STATE_BRANCH: 'rollcall-state',
    GITHUB_SHA: await stage.repository.git('rev-parse', 'main'),
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_KEY: key,
    ...env,
  });
}

test('a pace that is made faster waits for a day: in the run of its own plan, and in what goes on right after', async () => {
  await run({ INPUT_NEW_JOURNAL: 'true' });
  stage.passTime(day);
  await stage.write('groups/_policy.yaml', `${choirFiles['_policy.yaml']}pace: { adds: 999/day }\n`);
  await stage.repository.commit('a faster pace');
  await stage.push();
  await run({ INPUT_COMMAND: 'plan' });
  const note = 'allows a faster pace by now';
  await run({ INPUT_PLANS: stage.shared('plan.json') });
  expect(await readFile(stage.shared('report.md'), 'utf8')).toContain(note);
  await run({});
  expect(await readFile(stage.shared('report.md'), 'utf8')).toContain(note);
  stage.passTime(day);
  await run({});
  expect(await readFile(stage.shared('report.md'), 'utf8')).not.toContain(note);
});
