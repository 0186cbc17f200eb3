import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../../support/choir-stage.ts';
import type { GithubStage, RunningStep, Step } from '../../support/github-stage.ts';
import { openGithubStage } from '../../support/github-stage.ts';
import { key } from '../../support/seal.ts';

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

async function start(env: Readonly<Record<string, string>>): Promise<RunningStep> {
  return stage.start('run', {
    INPUT_COMMAND: 'apply',
    INPUT_STATE_BRANCH: 'rollcall-state',
    // A push that failed is tried again after a hundredth of it.
    INPUT_PUSH_EVERY: '5000',
    GITHUB_SHA: await stage.repository.git('rev-parse', 'main'),
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_KEY: key,
    ...env,
  });
}

async function run(env: Readonly<Record<string, string>> = {}): Promise<Step> {
  return (await start(env)).ended;
}

function atServer(...args: string[]): Promise<string> {
  return stage.repository.git('--git-dir', stage.origin, ...args);
}

function listState(): Promise<string> {
  return atServer('ls-tree', '-r', '--name-only', 'rollcall-state');
}

/** What somebody else pushes to the state's branch: `act` changes the files in the workspace. */
async function forge(act: () => Promise<void>): Promise<void> {
  const { git, commit } = stage.repository;
  await git('checkout', '--quiet', '--orphan', 'forged');
  await git('rm', '-r', '--quiet', '--force', 'groups');
  if ((await atServer('branch', '--list', 'rollcall-state')) !== '') {
    await git('fetch', '--quiet', stage.origin, 'rollcall-state');
    await git('checkout', '--quiet', 'FETCH_HEAD', '--', '.');
  }
  await act();
  await commit('forged');
  await git('push', '--quiet', '--force', stage.origin, 'HEAD:rollcall-state');
  await git('checkout', '--quiet', '--force', 'main');
}

/** Ids of all changes that there would be, as everybody can read them who may read the plan. */
async function readIds(): Promise<string[]> {
  await run({ INPUT_COMMAND: 'plan' });
  const plan = await readFile(stage.shared('plan.json'), 'utf8');
  return [...plan.matchAll(/"id":\s*"([a-p]{32})"/g)].map(([, id = '']) => id);
}

/** Lines of a journal that approve these ids in every group that it knows. */
function toApprovals(journal: string, ids: readonly string[]): string {
  const groups = new Set([...journal.matchAll(/"group":"([a-p]+)"/g)].map(([, group]) => group));
  const at = new Date().toISOString();
  return [...groups].map((group) => `${JSON.stringify({ at, type: 'approved', group, ids })}\n`).join('');
}

describe('the branch of the state', () => {
  test('that is begun is there, though the first push failed', async () => {
    await stage.refuseNextPush();
    await run({ INPUT_NEW_JOURNAL: 'true' });
    expect(await listState()).toBe('main/applied\nmain/journal.jsonl\nmain/seal');
  });
});

describe('who can write to that branch, and has no key,', () => {
  test('approves nothing with ids that they saw in a plan', async () => {
    await run({ INPUT_NEW_JOURNAL: 'true' });
    const ids = await readIds();
    await forge(async () => {
      const journal = await readFile(join(stage.workspace, 'main/journal.jsonl'), 'utf8');
      await stage.write('main/journal.jsonl', `${journal}${toApprovals(journal, ids)}`);
    });
    const { code, out } = await run();
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toContain('::warning title=Rollcall::The memory on the branch is not as Rollcall left it');
    expect(sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('leads nothing out of the folder with a link', async () => {
    const victim = join(stage.workspace, 'groups');
    await forge(() => symlink(victim, join(stage.workspace, 'main')));
    await run({ INPUT_NEW_JOURNAL: 'true' });
    await expect(readFile(join(victim, 'journal.jsonl'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(victim, 'altos.yaml'), 'utf8')).toBe(choirFiles['altos.yaml']);
    expect(await listState()).toContain('main/applied\nmain/journal.jsonl\nmain/seal');
  });
});
