import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

/** A key such as an organisation has. */
const key = 'a1'.repeat(32);
const clock = createTestClock();
let stage: Stage;
let state: string;

beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld(), env: { ROLLCALL_KEY: key }, clock });
  state = stage.path('state');
});

afterEach(async () => {
  await stage.close();
});

/** A memory as a run on a real server begins it. */
async function beginReal(): Promise<void> {
  const journal = await openJournal(
    {
      folder: state,
      secret: Buffer.from(key, 'hex'),
      account: '447700900001' as PhoneNumber,
      people: new Set([toPersonKey('447700900002' as PhoneNumber)]),
      groups: [],
      clock,
      isDurable: false,
    },
    { startNew: true },
  );
  await journal.close();
}

const journalOf = (folder: string) => readFileSync(join(folder, 'journal.jsonl'), 'utf8');

describe('a memory begun on a sandbox', () => {
  test('starts with a full budget, and says that it is one', async () => {
    const { code, out } = await stage.run('apply', '--state', state, '--new-journal', '--yes');
    expect(out).toContain('verified');
    expect(code).toBe(exitCodes.ok);
    expect(journalOf(state).split('\n')[0]).toContain('"sandbox":true');
    expect(journalOf(state)).not.toContain('"all"');
    const status = await stage.run('status', '--state', state);
    expect(status.out).toMatch(/3[89] adds and/);
    expect(status.out).toContain('of a sandbox');
  });

  test('is no memory of a run on a real server, which says what to do', async () => {
    await stage.run('apply', '--state', state, '--new-journal', '--yes');
    const before = journalOf(state);
    const input = { folder: state, secret: Buffer.from(key, 'hex'), account: '447700900001' as PhoneNumber };
    const real = { ...input, people: new Set<never>(), groups: [], clock, isDurable: false };
    const { past, close } = await openJournal(real, { startNew: true });
    await close();
    expect(past).toMatchObject({ memory: 'unusable', isOfOtherKind: true });
    expect(past.unusable).toMatch(/was begun on a sandbox.*name another folder with --state/);
    expect(journalOf(state)).toBe(before);
  });
});

describe('a memory of real groups', () => {
  test.each([
    ['plan', []],
    ['apply', ['--yes']],
    ['apply', ['--yes', '--new-journal']],
  ])('is not touched by %s %j on a sandbox, which says what to do', async (command, flags) => {
    await beginReal();
    const before = journalOf(state);
    const { code, err } = await stage.run(command, '--state', state, ...flags);
    expect(code).toBe(exitCodes.failed);
    expect(err).toMatch(/^Error: The memory in .* is of real groups.*--state \.rehearsal\.\n$/m);
    expect(journalOf(state)).toBe(before);
    expect(readdirSync(state).filter((name) => name.endsWith('.old'))).toEqual([]);
    expect(existsSync(join(state, 'lock'))).toBe(false);
    expect(stage.writes()).toEqual([]);
  });

  test('is listed by approvals as before', async () => {
    await beginReal();
    expect((await stage.run('approvals', '--state', state)).code).toBe(exitCodes.ok);
  });
});
