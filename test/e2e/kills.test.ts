import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { getCli } from '../support/kill/build.ts';
import { findCheaper, findRepeated, findSent, toComparable } from '../support/kill/checks.ts';
import type { KillStage, Strike, WholeRun } from '../support/kill/kill-stage.ts';
import { openKillStage } from '../support/kill/kill-stage.ts';
import type { Moment } from '../support/kill/moments.ts';

/** One for all tests, each of which begins where it was opened, or where a run that nobody killed has been. */
let stage: KillStage;
let start: Moment;
/** That run, and what it came to. */
let whole: WholeRun;
let finished: {
  readonly world: unknown;
  readonly lines: number;
  readonly writes: number;
  readonly sent: string[];
};

beforeAll(async () => {
  stage = await openKillStage({ files: choirFiles, world: choirWorld(), cli: await getCli() });
  start = stage.keepStart();
  const begun = stage.journal().length;
  whole = await stage.keepMoments();
  expect(whole.code).toBe(exitCodes.ok);
  const writes = stage.sandbox.requests().filter(({ method }) => method === 'POST').length;
  const lines = stage.journal().length - begun;
  finished = { world: toComparable(stage.sandbox), lines, writes, sent: findSent(stage.sandbox).toSorted() };
});

beforeEach(() => stage.standAt(start));

afterAll(() => stage.close());

/** Applied again with the same approval: what is wrong with the result. */
async function findFaults() {
  const again = await stage.apply();
  expect(toComparable(stage.sandbox)).toEqual(finished.world);
  return {
    again,
    repeated: findRepeated(stage.sandbox),
    unapproved: findSent(stage.sandbox).filter((line) => !finished.sent.includes(line)),
    cheaper: findCheaper(stage.sandbox, stage.journal()),
  };
}

const kill: Strike = async (child) => {
  child.kill('SIGKILL');
  await new Promise((resolve) => {
    child.once('exit', resolve);
  });
};

const fine = { again: exitCodes.ok, repeated: [], unapproved: [], cheaper: [] };

/** Resolves once the process has said that it was interrupted: two signals in one moment are one. */
async function untilInterrupted(child: ChildProcess, said: () => string): Promise<void> {
  while (!said().includes('Interrupted:') && child.stderr) await once(child.stderr, 'data');
}

describe('interruption', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: what is on its way is waited for and read again, the rest is not begun, exit 130',
    async (signal) => {
      stage.strikeAt(0, async (child, said) => {
        child.kill(signal);
        await untilInterrupted(child, said);
      });
      const { code, out } = await stage.applyInChild();
      expect(code).toBe(exitCodes.interrupted);
      expect(out).toContain('1 of 7 verified, 6 skipped');
      expect(findSent(stage.sandbox)).toHaveLength(1);
      expect(existsSync(join(stage.folder, 'state', 'lock'))).toBe(false);
      expect(stage.journal().at(-1)).toMatchObject({ type: 'ended' });
      expect(await stage.apply()).toBe(exitCodes.ok);
      expect(findRepeated(stage.sandbox)).toEqual([]);
      expect(toComparable(stage.sandbox)).toEqual(finished.world);
    },
  );

  test.each([
    ['a second Ctrl-C', true],
    ['five seconds after SIGTERM', false],
  ])('%s: the answer is given up, the intent stays open, exit 130', async (_, isTwice) => {
    stage.strikeAt(0, async (child, said) => {
      const ended = once(child, 'exit');
      child.kill(isTwice ? 'SIGINT' : 'SIGTERM');
      await untilInterrupted(child, said);
      if (isTwice) child.kill('SIGINT');
      await ended;
    });
    expect((await stage.applyInChild({ IS_HURRIED: '1' })).code).toBe(exitCodes.interrupted);
    expect(stage.journal().at(-1)).toMatchObject({ type: 'intent' });
    expect(existsSync(join(stage.folder, 'state', 'lock'))).toBe(false);
    expect(await stage.apply()).toBe(exitCodes.ok);
    expect(findRepeated(stage.sandbox)).toEqual([]);
    expect(toComparable(stage.sandbox)).toEqual(finished.world);
  });
});

test('the report of a run that was killed says what is done, what is not and what is unknown', async () => {
  // The last write is the first of the second group.
  stage.strikeAt(finished.writes - 1, kill);
  await stage.applyInChild();
  const text = readFileSync(join(stage.folder, 'report.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    run: { interrupted: true, results: { verified: 6, 'not-verified': 1 } },
    next: expect.stringMatching(/^rollcall apply .*plan\.json/),
  });
  expect(text).not.toMatch(/4477009/);
  expect(await stage.apply()).toBe(exitCodes.ok);
  const after = JSON.parse(readFileSync(join(stage.folder, 'report.json'), 'utf8')) as object;
  expect(after).toMatchObject({ run: { interrupted: false, results: { verified: 0 } } });
  expect(after).not.toHaveProperty('next');
});

describe('SIGKILL', () => {
  test('after every line of the journal: a second run finishes, and repeats nothing', async () => {
    expect(finished.lines).toBeGreaterThan(20);
    expect(whole.afterLines).toHaveLength(finished.lines);
    for (const [index, moment] of whole.afterLines.entries()) {
      await stage.standAt(moment);
      expect(await findFaults(), `killed after line ${index + 1}`).toEqual(fine);
    }
  });

  test("between each write's effect and its response: the same", async () => {
    expect(finished.writes).toBeGreaterThan(5);
    expect(whole.inWrites).toHaveLength(finished.writes);
    for (const [index, moment] of whole.inWrites.entries()) {
      await stage.standAt(moment);
      expect(stage.journal().at(-1)).toMatchObject({ type: 'intent' });
      expect(await findFaults(), `killed in write ${index}`).toEqual(fine);
    }
  });

  test('after some of the lines in earnest: the same', async () => {
    for (let line = 1; line <= finished.lines; line += 8) {
      await stage.standAt(start);
      const { code } = await stage.applyInChild({ KILL_AFTER_LINE: String(line) });
      expect([code, await findFaults()], `killed after line ${line}`).toEqual([null, fine]);
    }
  });

  test('in some of the writes in earnest: the same', async () => {
    for (let write = 1; write < finished.writes; write += 4) {
      await stage.standAt(start);
      stage.strikeAt(write, kill);
      const { code } = await stage.applyInChild();
      stage.sandbox.setFaults([]);
      expect([code, await findFaults()], `killed in write ${write}`).toEqual([null, fine]);
    }
  });
});
