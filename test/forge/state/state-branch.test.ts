import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJob } from '../../../src/forge/job.ts';
import type { Job } from '../../../src/forge/job.ts';
import { toSpent } from '../../../src/forge/state/slips.ts';
import { openState, pushSlip, pushState } from '../../../src/forge/state/state-branch.ts';
import { exitCodes } from '../../../src/exit-codes.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import { key } from '../../support/seal.ts';
import { createTestIo } from '../../support/stage.ts';
import { useRunStage } from '../run-stage.ts';

const on = useRunStage();
const { atServer, listState, run } = on;

/** What somebody else pushes to the state's branch: `act` changes the files in the workspace. */
async function forge(act: () => Promise<void>): Promise<void> {
  const { git, commit } = on.stage.repository;
  await git('checkout', '--quiet', '--orphan', 'forged');
  await git('rm', '-r', '--quiet', '--force', 'groups');
  if ((await atServer('branch', '--list', 'rollcall-state')) !== '') {
    await git('fetch', '--quiet', on.stage.origin, 'rollcall-state');
    await git('checkout', '--quiet', 'FETCH_HEAD', '--', '.');
  }
  await act();
  await commit('forged');
  await git('push', '--quiet', '--force', on.stage.origin, 'HEAD:rollcall-state');
  await git('checkout', '--quiet', '--force', 'main');
}

/** Ids of all changes that there would be, as everybody can read them who may read the plan. */
async function readIds(): Promise<string[]> {
  await run({ INPUT_COMMAND: 'plan' });
  const plan = await readFile(on.stage.shared('plan.json'), 'utf8');
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
    await on.stage.refuseNextPush();
    await run({ INPUT_NEW_JOURNAL: 'true' });
    expect(await listState()).toBe('main/applied\nmain/journal.jsonl\nmain/seal');
  });
});

/** A run of its own: its job, and the memory as it found it, with a journal of one line. */
async function openRun(name: string) {
  const PATH = process.env['PATH'] ?? '';
  const own = { RUNNER_TEMP: on.stage.shared(`../${name}`), GITHUB_RUN_ID: name };
  const { io } = createTestIo({ env: { ...own, PATH, ROLLCALL_KEY: key, STATE_BRANCH: 'rollcall-state' } });
  const job: Job = { ...openJob(io), remote: { url: on.stage.origin, options: { env: { PATH } } } };
  const state = await openState(job, { pause: 0 });
  const write = (text: string) => writeFile(state.journal, text);
  return {
    write,
    push: (options = {}) => pushState(job, state, options),
    pushSlip: () => pushSlip(job, state, [toSpent({ adds: 0, lookups: 1, mapped: 0 }, 0)]),
  };
}

const readJournal = () => atServer('show', 'rollcall-state:main/journal.jsonl');

describe('what is pushed', () => {
  test('goes on top of what another run has pushed meanwhile', async () => {
    const [apply, plan] = [await openRun('apply'), await openRun('plan')];
    await apply.write('{"a":1}\n');
    await apply.push();
    await plan.pushSlip();
    await apply.write('{"a":1}\n{"b":2}\n');
    await apply.push({ tries: 1 });
    expect(await listState()).toBe('main/journal.jsonl\nmain/seal\nmain/slips/plan-1-job.slip');
    expect(await readJournal()).toBe('{"a":1}\n{"b":2}');
    expect(await atServer('rev-list', '--count', 'rollcall-state')).toBe('3');
  });

  test('begins the branch anew where it is gone, without what others had there, though nothing is new', async () => {
    const [apply, plan] = [await openRun('apply'), await openRun('plan')];
    await plan.pushSlip();
    await apply.write('{"a":1}\n');
    await apply.push();
    await atServer('update-ref', '-d', 'refs/heads/rollcall-state');
    await apply.push();
    expect(await listState()).toBe('main/journal.jsonl\nmain/seal');
    expect(await atServer('rev-list', '--count', 'rollcall-state')).toBe('1');
  });

  test('is pushed once where nothing is new, and the branch is where it was', async () => {
    const apply = await openRun('apply');
    await apply.write('{"a":1}\n');
    await apply.push();
    await apply.push({ tries: 0 });
    expect(await atServer('rev-list', '--count', 'rollcall-state')).toBe('1');
  });

  test('has nothing in it of what could not be pushed before', async () => {
    const [apply, other] = [await openRun('apply'), await openRun('other')];
    await on.stage.refusePushes();
    await expect(apply.pushSlip()).rejects.toThrow('The state cannot be pushed to rollcall-state.');
    await on.stage.takePushes();
    await other.pushSlip();
    await apply.write('{"a":1}\n');
    await apply.push();
    expect(await listState()).toBe('main/journal.jsonl\nmain/seal\nmain/slips/other-1-job.slip');
  });

  test('is not fetched first where nobody else has pushed', async () => {
    const apply = await openRun('apply');
    await apply.write('{"a":1}\n');
    await apply.push();
    await atServer('config', 'uploadpack.hideRefs', 'refs/heads');
    await apply.write('{"a":1}\n{"b":2}\n');
    await apply.push({ tries: 0 });
    expect(await readJournal()).toBe('{"a":1}\n{"b":2}');
  });
});

describe('who can write to that branch, and has no key,', () => {
  test('approves nothing with ids that they saw in a plan', async () => {
    await on.begin();
    const ids = await readIds();
    await forge(async () => {
      const journal = await readFile(join(on.stage.workspace, 'main/journal.jsonl'), 'utf8');
      await on.stage.write('main/journal.jsonl', `${journal}${toApprovals(journal, ids)}`);
    });
    const { code, out } = await run();
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toContain('::warning title=Rollcall::The memory on the branch is not as Rollcall left it');
    expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('leads nothing out of the folder with a link', async () => {
    const victim = join(on.stage.workspace, 'groups');
    await forge(() => symlink(victim, join(on.stage.workspace, 'main')));
    await run({ INPUT_NEW_JOURNAL: 'true' });
    await expect(readFile(join(victim, 'journal.jsonl'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(victim, 'altos.yaml'), 'utf8')).toBe(choirFiles['altos.yaml']);
    expect(await listState()).toContain('main/applied\nmain/journal.jsonl\nmain/seal');
  });
});
