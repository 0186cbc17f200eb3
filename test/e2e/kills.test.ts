import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { buildCli } from '../support/kill/build.ts';
import { findCheaper, findRepeated, findSent, toComparable } from '../support/kill/checks.ts';
import type { Ending, KillStage, Strike } from '../support/kill/stage.ts';
import { openKillStage } from '../support/kill/stage.ts';

let cli = '';
let finished: {
  readonly world: unknown;
  readonly lines: number;
  readonly writes: number;
  readonly sent: string[];
};

beforeAll(async () => {
  cli = await buildCli();
  finished = await onStage(async (stage) => {
    const before = stage.journal().length;
    expect((await stage.applyInChild()).code).toBe(exitCodes.ok);
    const writes = stage.sandbox.requests().filter(({ method }) => method === 'POST').length;
    const lines = stage.journal().length - before;
    return { world: toComparable(stage.sandbox), lines, writes, sent: findSent(stage.sandbox).toSorted() };
  });
});

afterAll(() => rm(cli));

async function onStage<T>(act: (stage: KillStage) => Promise<T>): Promise<T> {
  const stage = await openKillStage({ files: choirFiles, world: choirWorld(), cli });
  try {
    return await act(stage);
  } finally {
    await stage.close();
  }
}

/** Cut short as told, then applied again with the same approval: what is wrong with the result. */
async function findFaults(cut: (stage: KillStage) => Promise<Ending>): Promise<unknown> {
  return onStage(async (stage) => {
    const { code } = await cut(stage);
    stage.sandbox.setFaults([]);
    const again = await stage.apply();
    const result = {
      wasKilled: code === null,
      again,
      repeated: findRepeated(stage.sandbox),
      unapproved: findSent(stage.sandbox).filter((line) => !finished.sent.includes(line)),
      cheaper: findCheaper(stage.sandbox, stage.journal()),
    };
    expect(toComparable(stage.sandbox)).toEqual(finished.world);
    return result;
  });
}

const kill: Strike = async (child) => {
  child.kill('SIGKILL');
  await new Promise((resolve) => {
    child.once('exit', resolve);
  });
};

const fine = { wasKilled: true, again: exitCodes.ok, repeated: [], unapproved: [], cheaper: [] };

/** Two at a time: as many as CI has cores. */
async function forEachOf(count: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await act(index);
    }
  };
  await Promise.all([work(), work()]);
}

describe('SIGKILL', () => {
  test(
    'after every line of the journal: a second run finishes, and repeats nothing',
    { timeout: 120_000 },
    async () => {
      expect(finished.lines).toBeGreaterThan(20);
      await forEachOf(finished.lines, async (index) => {
        const faults = await findFaults((stage) =>
          stage.applyInChild({ KILL_AFTER_LINE: String(index + 1) }),
        );
        expect(faults, `killed after line ${index + 1}`).toEqual(fine);
      });
    },
  );

  test("between each write's effect and its response: the same", { timeout: 120_000 }, async () => {
    expect(finished.writes).toBeGreaterThan(5);
    await forEachOf(finished.writes, async (index) => {
      const faults = await findFaults((stage) => {
        stage.strikeAt(index, kill);
        return stage.applyInChild();
      });
      expect(faults, `killed in write ${index}`).toEqual(fine);
    });
  });
});
