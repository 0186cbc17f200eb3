import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { useRunStage } from './run-stage.ts';

const on = useRunStage();
const { atServer } = on;

const run = (command: 'plan' | 'apply', env: Readonly<Record<string, string>> = {}) =>
  on.run({ INPUT_COMMAND: command, ...env });

async function readState(commit = 'rollcall-state'): Promise<{ type: string; adds?: number | 'all' }[]> {
  const text = await atServer('show', `${commit}:main/journal.jsonl`);
  return text.split('\n').map((line) => JSON.parse(line) as { type: string });
}

describe('apply', () => {
  test('without a plan approves nothing and says so', async () => {
    await on.begin();
    const { code, outputs } = await run('apply');
    expect(code).toBe(exitCodes.incomplete);
    expect(outputs['failure-reason']).toBe('incomplete');
    expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('every day: what is left for later is no failure', async () => {
    await on.begin();
    const { code, outputs } = await run('apply', { GITHUB_EVENT_NAME: 'schedule' });
    expect(code).toBe(0);
    expect(outputs['failure-reason']).toBe('incomplete');
  });

  test('every day: what was merged since without a plan is one', async () => {
    await on.begin();
    await on.stage.repository.commit('merged without a plan');
    await on.stage.push();
    const { code } = await run('apply', { GITHUB_EVENT_NAME: 'schedule' });
    expect(code).toBe(exitCodes.incomplete);
  });

  test('carries out a plan file, and keeps its memory on the branch: reserved first, then what was spent', async () => {
    await on.beginWithPlan();
    const plan = on.stage.shared('plan.json');
    const { code, outputs } = await run('apply', { INPUT_PLANS: plan });
    expect(outputs['failure-reason']).toBe('');
    expect(code).toBe(exitCodes.ok);
    expect(on.sandbox.world().groups.map(({ subject }) => subject)).toEqual(['Altos', 'Basses']);
    const commits = (await atServer('rev-list', 'rollcall-state')).split('\n');
    const [last, reserved] = await Promise.all(commits.slice(0, 2).map(readState));
    expect(reserved?.at(-1)).toMatchObject({ type: 'spent', adds: 1 });
    expect(last?.filter(({ type, adds }) => type === 'spent' && adds === 1)).toEqual([]);
    expect(last?.filter(({ type }) => type === 'intent').length).toBeGreaterThan(0);
    expect(await atServer('show', 'rollcall-state:main/applied')).toBe(on.stage.repository.tip('main'));
    expect(await atServer('ls-tree', '-r', '--name-only', 'rollcall-state')).toBe(
      'main/applied\nmain/journal.jsonl\nmain/seal',
    );
    expect(await atServer('show', 'rollcall-state:main/journal.jsonl')).not.toMatch(/4477009/);
  });

  test('reads the groups once before it writes, and pushes what it may spend in between', async () => {
    await on.beginWithPlan();
    const before = on.sandbox.requests().length;
    await run('apply', { INPUT_PLANS: on.stage.shared('plan.json') });
    const requests = on.sandbox.requests().slice(before);
    const untilWriting = requests.slice(
      0,
      requests.findIndex(({ method }) => method !== 'GET'),
    );
    expect(untilWriting.filter(({ path }) => path.startsWith('/user/my/groups'))).toHaveLength(1);
  });

  test('of which only the reservation is left has spent it all', async () => {
    await on.beginWithPlan();
    await run('apply', { INPUT_PLANS: on.stage.shared('plan.json') });
    const reserved = await atServer('rev-parse', 'rollcall-state~1');
    await atServer('update-ref', 'refs/heads/rollcall-state', reserved);
    const { code } = await run('plan');
    expect(code).toBe(exitCodes.ok);
    const state = (await readFile(join(on.stage.shared('state'), 'journal.jsonl'), 'utf8'))
      .trimEnd()
      .split('\n');
    expect(JSON.parse(state.at(-1) ?? '')).toMatchObject({ type: 'spent', adds: 1 });
  });

  test('pushes its folder on top of what others pushed', async () => {
    await on.begin();
    await on.stage.repository.git('checkout', '--quiet', '--orphan', 'other');
    await on.stage.repository.git('fetch', '--quiet', on.stage.origin, 'rollcall-state');
    await on.stage.repository.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    await on.stage.write('second/applied', `${'d'.repeat(40)}\n`);
    await on.stage.repository.git('add', 'second/applied');
    await on.stage.repository.git('commit', '--quiet', '-m', 'another account');
    await on.stage.repository.git('push', '--quiet', on.stage.origin, 'HEAD:rollcall-state');
    await on.stage.repository.git('checkout', '--quiet', '--force', 'main');
    await run('apply');
    expect(await atServer('ls-tree', '-r', '--name-only', 'rollcall-state')).toBe(
      'main/applied\nmain/journal.jsonl\nmain/seal\nsecond/applied',
    );
  });
});

describe('several accounts', () => {
  const accounts = { north: '447700900001', south: '447700900099' };

  beforeEach(async () => {
    const policy =
      'accounts: { north: "+44 7700 900001", south: "+44 7700 900099" }\ntimezone: Europe/London\n';
    await on.stage.write('groups/_policy.yaml', policy);
    await on.stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}account: north\n`);
    await on.stage.write('groups/basses.yaml', `${choirFiles['basses.yaml']}account: south\n`);
  });

  test('have a folder each, and are named in what they run', async () => {
    const { code } = await run('apply', { INPUT_NEW_JOURNAL: 'true', INPUT_ACCOUNT: 'north' });
    expect(code).toBe(exitCodes.incomplete);
    expect(await atServer('ls-tree', '-r', '--name-only', 'rollcall-state')).toBe(
      'north/applied\nnorth/journal.jsonl\nnorth/seal',
    );
  });

  test('that push at the same time do not undo each other', async () => {
    const runs = Object.entries(accounts).map(async ([name, phone]) => {
      const world = JSON.stringify(choirWorld()).replaceAll(accounts.north, phone);
      const own = await startSandbox({ world: JSON.parse(world) as ReturnType<typeof choirWorld> });
      const place = { ROLLCALL_URL: own.url, RUNNER_TEMP: on.stage.shared(`../of-${name}`) };
      // One that pushed without a break would leave the other none to push in: whoever loses has to fetch first.
      const env = { ...place, INPUT_ACCOUNT: name, INPUT_NEW_JOURNAL: 'true', INPUT_PUSH_EVERY: '1000' };
      const step = await run('apply', env);
      await own.close();
      return step.code;
    });
    expect(await Promise.all(runs)).toEqual([exitCodes.incomplete, exitCodes.incomplete]);
    expect(await atServer('ls-tree', '-r', '--name-only', 'rollcall-state')).toBe(
      'north/applied\nnorth/journal.jsonl\nnorth/seal\nsouth/applied\nsouth/journal.jsonl\nsouth/seal',
    );
  });
});
