import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import type { RunningStep } from '../../support/github-stage.ts';
import { useRunStage } from '../run-stage.ts';

const on = useRunStage();
const { run, start, atServer } = on;

/** An apply of an approved plan whose first change has been made and not been answered. */
async function startHeld(env: Readonly<Record<string, string>> = {}): Promise<RunningStep> {
  const running = await start({
    INPUT_PLANS: await on.beginWithPlan(),
    ROLLCALL_URL: on.gate.url,
    ...env,
  });
  await on.gate.held;
  return running;
}

/** Cancels it, and resolves when what is known by then is pushed: the next push by the clock is two minutes away. */
async function cancel(running: RunningStep): Promise<void> {
  const pushed = on.stage.nextPush();
  running.signal('SIGINT');
  await pushed;
}

interface Line {
  readonly type: string;
  readonly adds?: number | 'all';
}

async function readState(): Promise<Line[]> {
  const text = await atServer('show', 'rollcall-state:main/journal.jsonl');
  return text.split('\n').map((line) => JSON.parse(line) as Line);
}

function countChanged(): number {
  return on.sandbox.world().groups.filter(({ subject }) => subject === 'Altos' || subject === 'Basses')
    .length;
}

/** "POST /path" of everything that was sent. */
function findWrites(): string[] {
  const writes = on.sandbox.requests().filter(({ method }) => method !== 'GET');
  return writes.map(({ method, path }) => `${method} ${path}`);
}

const reservation = { type: 'spent', adds: 1, lookups: expect.any(Number) as number };

describe('while an apply runs', () => {
  test('its journal is pushed again and again, with what is reserved behind it', async () => {
    const running = await startHeld({ INPUT_PUSH_EVERY: '50' });
    // The one that was under way may have read the journal before.
    await on.stage.nextPush();
    await on.stage.nextPush();
    const before = await readState();
    expect(before.filter(({ type }) => type === 'approved').length).toBeGreaterThan(0);
    expect(before.filter(({ type }) => type === 'intent')).toMatchObject([{ adds: 1 }]);
    expect(before.filter(({ type }) => type === 'answer')).toHaveLength(0);
    expect(before.at(-1)).toMatchObject(reservation);
    on.gate.open();
    expect((await running.ended).code).toBe(exitCodes.ok);
    const after = await readState();
    expect(after.filter(({ type }) => type === 'answer').length).toBeGreaterThan(1);
    expect(after.filter(({ type, adds }) => type === 'spent' && adds === 1)).toEqual([]);
  });

  test('cancelled, it waits for the answer, says what it knows, and the next run goes on unasked', async () => {
    const running = await startHeld();
    await cancel(running);
    expect((await readState()).at(-1)).toMatchObject(reservation);
    on.gate.open();
    const { code, outputs, summary } = await running.ended;
    expect(code).toBe(exitCodes.interrupted);
    expect(outputs['failure-reason']).toBe('interrupted');
    expect(outputs['fingerprint']).toMatch(/^[a-p]{32}$/);
    expect(summary).toContain('Altos');
    expect(findWrites()).toEqual(['POST /group/participants']);
    const state = await readState();
    expect(state.filter(({ type }) => type === 'answer')).toHaveLength(1);
    expect(state.filter(({ type, adds }) => type === 'spent' && adds === 1)).toEqual([]);
    expect(await atServer('show', 'rollcall-state:main/applied')).toBe(on.stage.repository.tip('main'));
    expect((await run()).code).toBe(exitCodes.ok);
    expect(countChanged()).toBe(2);
    expect(findWrites().filter((name) => name === 'POST /group/participants')).toHaveLength(1);
  });

  test('cancelled again, it gives the answer up, and still pushes that it may have happened', async () => {
    const running = await startHeld();
    await cancel(running);
    running.signal('SIGTERM');
    const { code, outputs } = await running.ended;
    expect(code).toBe(exitCodes.interrupted);
    expect(outputs['failure-reason']).toBe('interrupted');
    const state = await readState();
    expect(state.at(-1)?.type).toBe('intent');
    expect(state.filter(({ type, adds }) => type === 'spent' && adds === 1)).toEqual([]);
    expect((await run()).code).toBe(exitCodes.ok);
    expect(countChanged()).toBe(2);
    expect(findWrites().filter((name) => name === 'POST /group/participants')).toHaveLength(1);
  });

  test('what cannot be pushed at the end is said, and what was reserved stays spent', async () => {
    const running = await startHeld();
    await on.stage.refusePushes();
    on.gate.open();
    const { code, outputs, out, summary } = await running.ended;
    expect(code).toBe(exitCodes.failed);
    expect(outputs['failure-reason']).toBe('failed');
    expect(countChanged()).toBe(2);
    expect(out).toContain('::error title=Rollcall::The state cannot be pushed to rollcall-state.');
    expect(summary).toContain('Altos');
    expect((await readState()).at(-1)).toMatchObject(reservation);
  });
});

describe('before an apply begins', () => {
  test('cancelled, nothing is reserved and nothing sent', async () => {
    await on.beginWithPlan();
    const seen = on.sandbox.requests().length;
    const before = await atServer('rev-parse', 'rollcall-state');
    const running = await start({});
    running.signal('SIGINT');
    const { code } = await running.ended;
    // A signal that comes before the first line of the step ends it as it ends any process.
    expect([exitCodes.interrupted, -1]).toContain(code);
    expect(
      on.sandbox
        .requests()
        .slice(seen)
        .filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
    expect(await atServer('rev-parse', 'rollcall-state')).toBe(before);
  });

  test('what cannot be reserved is not begun', async () => {
    await on.beginWithPlan();
    await on.stage.refusePushes();
    const { code, outputs, summary } = await run({ INPUT_PLANS: on.stage.shared('plan.json') });
    expect(code).toBe(exitCodes.failed);
    expect(outputs['failure-reason']).toBe('failed');
    expect(summary).toContain('The state cannot be pushed');
    expect(countChanged()).toBe(0);
  });

  test('something else was merged: the run of that one applies', async () => {
    await on.beginWithPlan();
    const old = on.stage.repository.tip('main');
    await on.stage.repository.commit('merged meanwhile');
    await on.stage.push();
    const before = await atServer('rev-parse', 'rollcall-state');
    const { code, outputs } = await run({ INPUT_PLANS: on.stage.shared('plan.json'), GITHUB_SHA: old });
    expect(code).toBe(exitCodes.ok);
    expect(outputs).toMatchObject({ 'failure-reason': '', changes: '0' });
    expect(countChanged()).toBe(0);
    expect(await atServer('rev-parse', 'rollcall-state')).toBe(before);
  });

  test('a group that cannot be read stops no other, and all of the day is reserved', async () => {
    await on.beginWithPlan();
    on.sandbox.setFaults([
      { path: '/user/my/groups', status: 500 },
      { xmlns: 'w:g2', to: '120363000000000002', code: 500 },
    ]);
    const { code } = await run({ INPUT_PLANS: on.stage.shared('plan.json') });
    expect(code).toBe(exitCodes.failed);
    expect(countChanged()).toBe(1);
    const reserved = await atServer('show', 'rollcall-state~1:main/journal.jsonl');
    expect(JSON.parse(reserved.split('\n').at(-1) ?? '')).toMatchObject({ adds: 'all', lookups: 'all' });
  });
});

describe('a memory that is lost', () => {
  test('takes no approval with it: the plans are found again when there is a new one', async () => {
    await on.beginWithPlan();
    await atServer('update-ref', '-d', 'refs/heads/rollcall-state');
    const { code } = await run({ INPUT_PLANS: on.stage.shared('plan.json') });
    expect(code).toBe(exitCodes.incomplete);
    await expect(atServer('show', 'rollcall-state:main/applied')).rejects.toThrow('rollcall-state');
    await run({ INPUT_PLANS: on.stage.shared('plan.json'), INPUT_NEW_JOURNAL: 'true' });
    expect(await atServer('show', 'rollcall-state:main/applied')).toBe(on.stage.repository.tip('main'));
    expect(countChanged()).toBe(2);
  });
});

test('the state goes through as it is, whatever the runner’s git is told', async () => {
  const hook = '#!/bin/sh\nexit 1\n';
  for (const name of ['pre-commit', 'post-commit', 'pre-push', 'prepare-commit-msg'])
    await on.stage.write(`../hooks/${name}`, hook);
  await on.stage.write('../ignored', '*.jsonl\napplied\n');
  await on.stage.write(
    '../.gitconfig',
    `[core]\n autocrlf = true\n hooksPath = ${on.stage.workspace}/../hooks\n excludesFile = ${on.stage.workspace}/../ignored\n[commit]\n gpgSign = true\n[status]\n showUntrackedFiles = no\n[push]\n followTags = true\n gpgSign = true\n`,
  );
  await run({ INPUT_NEW_JOURNAL: 'true' });
  await run({ INPUT_COMMAND: 'plan' });
  expect(await readFile(on.stage.shared('state/journal.jsonl'), 'utf8')).not.toContain('\r');
  await run({ INPUT_PLANS: on.stage.shared('plan.json') });
  expect(countChanged()).toBe(2);
  expect(await atServer('show', 'rollcall-state:main/journal.jsonl')).not.toContain('\r');
});
