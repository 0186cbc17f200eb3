import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';

import { mappedPerDay, toMostLookups } from '../../../src/planning/pace/pace-budget.ts';
import { lookupsPerRun } from '../../../src/domain/defaults.ts';
import { toWorldFile } from '../../../src/sandbox/world-file.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import type { Step } from '../../support/github-stage.ts';
import { useRunStage } from '../run-stage.ts';
import { sealAs, toState } from '../../support/seal.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Citra is missing from a group in which a stranger hides: whether it is she takes two look-ups. */
const world = toWorldFile(
  {
    server: { devices: [{ pn: '447700900001' }] },
    people: [{ pn: '447700900004' }],
    groups: [
      {
        id: '120363000000000001',
        subject: 'Altos',
        owner: '447700900001',
        members: [
          { pn: '447700900001', role: 'superadmin' },
          { pn: '447700900002', role: 'admin' },
          { pn: '447700900003' },
          { pn: '447700900009', hidden: true },
        ],
      },
    ],
  },
  'the altos',
);

const { 'basses.yaml': _, ...files } = choirFiles;
const altos = files['altos.yaml'].replace('topic: Thursdays 19:00\n', '');
const on = useRunStage({ ...files, 'altos.yaml': altos }, () => world, { isUnmarked: true });
const { atServer, listState } = on;

async function run(command: 'plan' | 'apply', env: Readonly<Record<string, string>> = {}): Promise<Step> {
  return on.run({ INPUT_COMMAND: command, ...env });
}

/** A memory of a day ago, so that there are look-ups left. */
async function begin(): Promise<void> {
  await on.begin();
  on.stage.passTime(day + 1);
}

interface Line {
  readonly type: string;
  readonly lookups?: number;
  readonly until?: string;
}

function toLines(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

async function readSlip(commit = 'rollcall-state'): Promise<Line[]> {
  return toLines(await atServer('show', `${commit}:main/slips/4711-1-job.slip`));
}

function countAsked(): number {
  return on.sandbox.requests().filter(({ path }) => path.startsWith('/user/info')).length;
}

function countPhotos(): number {
  return on.sandbox.requests().filter(({ path }) => path.startsWith('/user/avatar')).length;
}

function findWrites(): string[] {
  return on.sandbox.requests().flatMap(({ method, path }) => (method === 'GET' ? [] : [path]));
}

describe('a photo that was as its file wants', () => {
  test('is on the branch: no other plan of the day asks for it, what shows drift does', async () => {
    await begin();
    const commit = on.stage.repository.tip();
    const shown = { INPUT_HEAD: commit, INPUT_PULL_REQUEST: '7' };
    await on.stage.write('groups/altos.yaml', `${altos}photo: none\n`);
    await run('plan', shown);
    expect(countPhotos()).toBe(1);
    expect((await readSlip()).map(({ type }) => type)).toContain('photo');
    await run('plan', { ...shown, GITHUB_RUN_ID: '4712' });
    expect(countPhotos()).toBe(1);
    await run('plan', { GITHUB_RUN_ID: '4713' });
    expect(countPhotos()).toBe(2);
  });
});

describe('what a plan looks up', () => {
  test('is on the branch: first what it may, then what it did', async () => {
    await begin();
    await run('plan');
    expect(countAsked()).toBeGreaterThan(0);
    expect(await readSlip('rollcall-state~1')).toMatchObject([
      { type: 'spent', lookups: toMostLookups(lookupsPerRun), mapped: mappedPerDay },
    ]);
    const looked = await readSlip();
    expect(looked.every(({ type }) => type === 'lookup' || type === 'mapped')).toBe(true);
    expect(looked.reduce((sum, { lookups = 0 }) => sum + lookups, 0)).toBe(2);
    expect(await atServer('show', 'rollcall-state:main/slips/4711-1-job.slip')).not.toMatch(/4477009/);
  });

  test('is not asked again, by a plan of another run or by the apply, which takes it into the journal', async () => {
    await begin();
    await run('plan');
    const asked = countAsked();
    await run('plan', { GITHUB_RUN_ID: '4712' });
    expect(countAsked()).toBe(asked);
    await run('apply');
    expect(countAsked()).toBe(asked);
    expect(await listState()).toBe('main/applied\nmain/journal.jsonl\nmain/seal');
    const journal = toLines(await atServer('show', 'rollcall-state:main/journal.jsonl'));
    expect(journal.filter(({ type }) => type === 'lookup').length).toBeGreaterThan(0);
    await run('plan', { GITHUB_RUN_ID: '4713' });
    expect(countAsked()).toBe(asked);
  });

  test('stays where an apply does not come to the journal', async () => {
    await begin();
    await run('plan');
    expect((await run('apply', { ROLLCALL_URL: 'http://127.0.0.1:1' })).code).toBe(exitCodes.failed);
    expect(await listState()).toContain('main/slips/4711-1-job.slip');
  });

  test('is not asked where that cannot be written down before', async () => {
    await begin();
    await on.stage.refusePushes();
    const { code, summary } = await run('plan');
    expect(code).toBe(exitCodes.failed);
    expect(summary).toContain('The state cannot be pushed to rollcall-state.');
    expect(countAsked()).toBe(0);
  });

  test('nor by an apply, which has not written anything then', async () => {
    await begin();
    await on.stage.refusePushes();
    const { code, summary } = await run('apply');
    expect(code).toBe(exitCodes.failed);
    expect(summary).toContain('The state cannot be pushed to rollcall-state.');
    expect([countAsked(), findWrites()]).toEqual([0, []]);
  });

  test('by an apply is reserved before, and counted after', async () => {
    await begin();
    await run('apply');
    expect(countAsked()).toBeGreaterThan(0);
    const [before, after] = await Promise.all(
      ['rollcall-state~1', 'rollcall-state'].map(async (commit) =>
        toLines(await atServer('show', `${commit}:main/journal.jsonl`)),
      ),
    );
    expect(before?.at(-1)).toMatchObject({ type: 'spent', lookups: toMostLookups(lookupsPerRun) });
    expect(before?.filter(({ type }) => type === 'lookup')).toEqual([]);
    expect(after?.filter(({ type, lookups = 0 }) => type === 'lookup' && lookups > 0)).toHaveLength(1);
  });

  test('leaves nothing where nobody was looked up', async () => {
    await run('apply', { INPUT_NEW_JOURNAL: 'true' });
    const before = await atServer('rev-parse', 'rollcall-state');
    await run('plan');
    expect(await atServer('rev-parse', 'rollcall-state')).toBe(before);
  });
});

describe('a stop that a plan meets', () => {
  test.each([
    ['with a memory', true],
    ['without one', false],
  ])('holds what comes after it, %s', async (_, hasMemory) => {
    if (hasMemory) await begin();
    await run('plan', { GITHUB_RUN_ID: '1' });
    const plan = await readFile(on.stage.shared('plan.json'), 'utf8');
    await on.stage.write('../temp/approved.json', plan);
    on.sandbox.setFaults([{ xmlns: 'w:g2', code: 429 }]);
    await run('plan');
    expect((await readSlip()).filter(({ type }) => type === 'held-back')).toHaveLength(1);
    on.sandbox.setFaults([]);
    const apply = { INPUT_PLANS: on.stage.shared('../approved.json') };
    expect((await run('apply', apply)).code).toBe(exitCodes.incomplete);
    expect(findWrites()).toEqual([]);
    if (!hasMemory) return;
    const journal = toLines(await atServer('show', 'rollcall-state:main/journal.jsonl'));
    expect(journal.filter(({ type }) => type === 'held-back')).toHaveLength(1);
    on.stage.passTime(2 * hour);
    await run('apply', apply);
    expect(findWrites()).toEqual(['/group/participants']);
  });

  test('and that an apply without a memory meets, is known to the next run', async () => {
    on.sandbox.setFaults([{ xmlns: 'w:g2', code: 429 }]);
    await run('apply');
    expect((await readSlip()).map(({ type }) => type)).toEqual(['held-back']);
  });
});

/** Puts a slip on the branch as somebody who may push there does. */
async function forge(name: string, text: string): Promise<void> {
  await begin();
  const journal = `${await atServer('show', 'rollcall-state:main/journal.jsonl')}\n`;
  await on.stage.setState({ ...toState({ journal }), [`main/slips/${name}`]: text });
}

function toSlip(name: string, lines: string): string {
  return `${sealAs(lines, { kind: 'slip', account: 'main', name })}\n${lines}`;
}

describe('what lies beside the journal', () => {
  const hold = `${JSON.stringify({ at: '2026-06-01T12:00:00.000Z', type: 'held-back', until: '2099-01-01T00:00:00.000Z' })}\n`;
  const approval = `${JSON.stringify({ at: '2026-06-01T12:00:00.000Z', type: 'approved', group: 'abc', ids: ['abc'] })}\n`;

  test.each([
    ['has no seal', '1.slip', hold],
    ['is sealed as another', '1.slip', toSlip('2.slip', hold)],
    ['approves something', '1.slip', toSlip('1.slip', approval)],
    ['is no line', '1.slip', toSlip('1.slip', 'x\n')],
  ])('and %s counts for nothing', async (_, name, text) => {
    await forge(name, text);
    await run('plan');
    const journal = await readFile(on.stage.shared('state/journal.jsonl'), 'utf8');
    expect(journal).not.toContain('2099');
    expect(journal).not.toContain('"ids":["abc"]');
  });

  test('and is sealed counts', async () => {
    await forge('1.slip', toSlip('1.slip', hold));
    await run('plan');
    expect(await readFile(on.stage.shared('state/journal.jsonl'), 'utf8')).toContain('2099');
  });
});
