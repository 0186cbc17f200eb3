import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import { openInviteStage } from '../support/invite-stage.ts';
import { replaceFs } from '../support/replace-fs.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

/** How many bytes a disk still takes, and what it says then. */
const disk = { left: Number.POSITIVE_INFINITY, code: 'ENOSPC' };

// A disk that fills up at a chosen byte cannot be had in any other way.
replaceFs((fs) => {
  const writeSync = (handle: number, data: string | Buffer, offset = 0, length?: number) => {
    const isText = typeof data === 'string';
    const bytes = isText
      ? Buffer.from(data)
      : data.subarray(offset, length === undefined ? undefined : offset + length);
    if (disk.left <= 0) {
      const { code } = disk;
      throw Object.assign(new Error(`${code}: write`), { code, syscall: 'write', errno: -28 });
    }
    const part = bytes.subarray(0, disk.left);
    disk.left -= part.length;
    // A text is written at a place, bytes where the file stands.
    return isText ? fs.writeSync(handle, part, 0, part.length, offset) : fs.writeSync(handle, part);
  };
  return { writeSync: writeSync as typeof fs.writeSync };
});

let stage: Stage | undefined;

afterEach(async () => {
  fill(Number.POSITIVE_INFINITY);
  await stage?.close();
  stage = undefined;
});

function fill(left: number, code = 'ENOSPC'): void {
  Object.assign(disk, { left, code });
}

const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
  'a.yaml': 'id: 120363000000000001@g.us\nname: Altos\nmembers: ["+44 7700 900002", "+44 7700 900003"]\n',
  'b.yaml': 'id: 120363000000000002@g.us\nname: Basses\nmembers: ["+44 7700 900002"]\n',
};

const owner = {
  owner: '447700900001',
  members: [{ pn: '447700900001', role: 'superadmin' }, { pn: '447700900009' }],
};
const choir = {
  server: { devices: [{ pn: '447700900001' }] },
  people: [{ pn: '447700900002' }, { pn: '447700900003' }],
  groups: [
    { id: '120363000000000001', subject: 'Choir', ...owner },
    { id: '120363000000000002', subject: 'Choir', ...owner },
  ],
};

/** Where a memory lies that has begun, and the world that it began in. */
let begun: { readonly state: string; readonly world: StageOptions['world'] };

beforeAll(async () => {
  const first = await openStage({ files, world: toWorldFile(choir, 'the choir') });
  await first.write('state/.keep', '');
  await first.run('apply', '--state', first.path('state'), '--new-journal');
  begun = { state: mkdtempSync(join(tmpdir(), 'rollcall-begun-')), world: first.sandbox.world() };
  cpSync(first.path('state'), begun.state, { recursive: true });
  await first.close();
});

/** A day later. */
async function openWithMemory() {
  const clock = createTestClock();
  const open = await openStage({ files, world: begun.world, clock });
  stage = open;
  cpSync(begun.state, open.path('state'), { recursive: true });
  const apply = (...flags: string[]) => open.run('apply', '--state', open.path('state'), ...flags);
  await clock.sleep(86_400_000);
  return { open, apply, journal: () => readFileSync(open.path('state/journal.jsonl'), 'utf8') };
}

/** Each sent request stands in the journal, and each line of that is whole. */
function expectWritten(journal: string, sent: number): void {
  const lines = journal.split('\n');
  expect(lines.pop()).toBe('');
  const types = lines.map((line) => (JSON.parse(line) as { type: string }).type);
  expect(types.filter((type) => type === 'intent').length).toBeGreaterThanOrEqual(sent);
}

describe('a disk that is full at some moment of an apply', () => {
  const rooms = Array.from({ length: 18 }, (_, index) => index * 370);

  test.each(rooms)('after %i bytes', async (room) => {
    const { open, apply, journal } = await openWithMemory();
    fill(room);
    const { code, out, err } = await apply('--yes', '--report', open.path('report.json'));
    const sent = open.writes().length;
    expectWritten(journal(), sent);
    const isFull = disk.left <= 0;
    expect(code).toBe(isFull ? exitCodes.failed : exitCodes.ok);
    expect(out + err).not.toMatch(/bug/);
    expect((out + err).includes('the disk is full (ENOSPC)')).toBe(isFull);
    fill(Number.POSITIVE_INFINITY);
    const again = await apply('--yes');
    expect(again.code).toBe(exitCodes.ok);
    const people = open.sandbox
      .world()
      .groups.map(({ members }) => members.map(({ pn }) => pn.slice(-1)).toSorted());
    expect(people).toEqual([
      ['1', '2', '3'],
      ['1', '2'],
    ]);
  });

  test('what was done before is read again and told; nothing is sent after it', async () => {
    const { open, apply } = await openWithMemory();
    fill(3_000);
    const { code, out } = await apply('--yes');
    expect(code).toBe(exitCodes.failed);
    expect(out).toMatch(/Applied \(sandbox\): [1-9] of 7 verified/);
    expect(out).toContain('The memory of this run cannot be written, so it stopped');
    expect(open.writes().length).toBeLessThan(6);
  });
});

test.each([
  ['EDQUOT', 'the disk quota is used up'],
  ['EIO', 'the disk fails'],
  ['EROFS', 'the disk is read-only'],
])('%s in the middle is no bug either', async (code, text) => {
  const { apply } = await openWithMemory();
  fill(4_500, code);
  const { code: exit, out, err } = await apply('--yes');
  expect([exit, (out + err).includes(text)]).toEqual([exitCodes.failed, true]);
});

test('a key, a journal and their folder that were begun on a full disk are begun anew', async () => {
  const { open } = await openWithMemory();
  const state = open.path('other/state');
  for (const room of [0, 20, 60, 130, 200, 300, 500, 700]) {
    fill(room);
    const { code, err } = await open.run('apply', '--state', state, '--new-journal');
    expect([exitCodes.failed, exitCodes.ok]).toContain(code);
    expect(err).not.toMatch(/bug|does not hold a key/);
    fill(Number.POSITIVE_INFINITY);
  }
  const { code } = await open.run('apply', '--state', state, '--new-journal');
  expect(code).not.toBe(exitCodes.usage);
  expect(readFileSync(`${state}/.gitignore`, 'utf8')).toContain('key\n');
});

test('a plan file and reports that do not fit leave the ones before', async () => {
  const { open } = await openWithMemory();
  const out = open.path('plan.json');
  await open.run('plan', '--out', out);
  const before = readFileSync(out, 'utf8');
  fill(100);
  const { code, err } = await open.run('plan', '--out', out);
  expect([code, readFileSync(out, 'utf8')]).toEqual([exitCodes.failed, before]);
  expect(err).toContain('plan.json cannot be written: the disk is full (ENOSPC).');
});

describe('a disk that is full at some moment of an import', () => {
  const members = [{ pn: '447700900001', role: 'superadmin' as const }, { pn: '447700900002' }];
  const owner = { owner: '447700900001', members };
  const world = toWorldFile(
    {
      server: { devices: [{ pn: '447700900001' }] },
      people: [],
      groups: ['Altos', 'Basses', 'Choir'].map((subject, index) => ({
        id: `12036300000000000${index}`,
        subject,
        ...owner,
      })),
    },
    'the choir',
  );
  const sheet = 'name,phone\nAna,+44 7700 900002\n';

  test.each([0, 40, 200, 330, 600])('after %i bytes', async (room) => {
    const open = await openStage({ files: { '_policy.yaml': files['_policy.yaml'] }, world });
    stage = open;
    await open.write('sheet.csv', sheet);
    fill(room);
    const { code, err } = await open.run('import', '--sheet', open.path('sheet.csv'));
    const left = disk.left;
    fill(Number.POSITIVE_INFINITY);
    const there = readdirSync(open.path('groups')).filter((name) => name !== '_policy.yaml');
    expect(left <= 0).toBe(code === exitCodes.failed);
    for (const name of left <= 0 ? there : []) expect(err).toContain(name);
    expect(err.includes('the disk is full (ENOSPC)')).toBe(left <= 0);
    // Each file that is there is whole, and the next run adds the others.
    expect((await open.run('validate')).code).toBe(exitCodes.ok);
    expect((await open.run('import', '--sheet', open.path('sheet.csv'))).code).toBe(exitCodes.ok);
    expect(readdirSync(open.path('groups'))).toHaveLength(5);
    expect((await open.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
  });
});

test('no message leaves that could not be written down, and none goes out twice when there is room again', async () => {
  const outcomes = new Set<string>();
  for (let left = 0; left < 1_600; left += 200) {
    const inviting = await openInviteStage();
    stage = inviting;
    const argv = ['altos.yaml', 'citra', 'dewi', 'eko', '--send'];
    fill(left);
    const { code, out, err } = await inviting.invite(argv, ['a']);
    fill(Number.POSITIVE_INFINITY);
    const sent = inviting.messages().length;
    outcomes.add(`${code} after ${sent}`);
    expect(`${code}: ${out}${err}`).toMatch(/^(0: |1: [^]*disk is full)/);
    expect(out.match(/: sent\n/g)?.length ?? 0).toBe(sent);
    await inviting.invite(argv, ['a']);
    const all = inviting.messages().map(({ to }) => to);
    expect(new Set(all).size).toBe(all.length);
    await inviting.close();
    stage = undefined;
  }
  expect(outcomes.size).toBeGreaterThan(2);
});
