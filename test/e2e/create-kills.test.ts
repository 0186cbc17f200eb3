import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { creationSettles } from '../../src/domain/patience.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import type { ClubStage } from '../support/club-stage.ts';
import { openClub, openClubAt } from '../support/club-stage.ts';
import { getCli } from '../support/kill/build.ts';
import { eventHook } from '../support/kill/event-hook.ts';
import { forEachOf } from '../support/kill/for-each-of.ts';
import type { Moment } from '../support/kill/moments.ts';
import { keepMoment, keepMoments, momentPipes } from '../support/kill/moments.ts';

/** A reviewed plan, a memory, and a group that waits to be made. */
async function openReviewed(): Promise<ClubStage> {
  // A sandbox that says so: a child process would wait for its pauses.
  const stage = await openClub({ isUnmarked: false });
  await stage.command('plan', '--out', stage.path('plan.json'), '--quiet');
  return stage;
}

/** Makes the group in a process of its own; `hookEnv`: where it stops, or is killed. Returns its code, null where it was killed. */
async function createInChild(
  stage: ClubStage,
  hookEnv: Readonly<Record<string, string>>,
  begin: (child: ChildProcess) => void = () => undefined,
): Promise<number | null> {
  const args = ['create', stage.path('plan.json'), '--quiet', '--groups', stage.path('groups')];
  const child = spawn(
    process.execPath,
    ['--import', eventHook, await getCli(), ...args, '--state', stage.path('state')],
    {
      env: { PATH: process.env['PATH'], ROLLCALL_URL: stage.sandbox.url, ...hookEnv },
      stdio: ['ignore', 'ignore', 'ignore', ...momentPipes],
    },
  );
  begin(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

/** Runs it again until it has nothing left to do, or for as long as anybody would; then what is left is an apply's. */
async function runAgain(stage: ClubStage): Promise<number> {
  let code: number = exitCodes.incomplete;
  for (let run = 0; run < 3 && code !== exitCodes.ok; run += 1) {
    ({ code } = await stage.command('create', stage.path('plan.json'), '--quiet'));
    await stage.clock.sleep(creationSettles);
  }
  return code === exitCodes.ok
    ? (await stage.command('apply', stage.path('plan.json'), '--quiet')).code
    : code;
}

/** What is wrong after a run was killed there and others came after it. */
async function findWrongs(stage: ClubStage): Promise<string[]> {
  const code = await runAgain(stage);
  const { groups } = stage.sandbox.world();
  const text = await stage.readClub();
  const wrongs = [
    code === exitCodes.ok ? '' : `ends with ${code}`,
    groups.length === 1 ? '' : `${groups.length} groups`,
    text.startsWith(`id: ${groups[0]?.id}@g.us\n`) ? '' : 'its id is not in the file',
    groups[0]?.desc === 'First Thursday, 19:00' ? '' : 'it is not set up',
    groups[0]?.members.length === 4 ? '' : 'somebody is missing',
  ];
  return wrongs.filter(Boolean);
}

/** Before a run that nobody kills, and all along it. */
let start: Moment;
let moments: readonly Moment[] = [];

beforeAll(async () => {
  const stage = await openReviewed();
  const below = mkdtempSync(join(tmpdir(), 'rollcall-moments-'));
  start = keepMoment(stage, join(below, 'start'));
  const code = await createInChild(stage, { STOP_BEFORE_EACH: '1' }, (child) => {
    moments = keepMoments(child, stage, below);
  });
  expect(code).toBe(exitCodes.ok);
  await stage.close();
});

test('wherever it is killed, there is one group in the end, and its file has its id', async () => {
  expect(moments.length).toBeGreaterThan(20);
  for (const [index, moment] of moments.entries()) {
    const stage = await openClubAt(moment);
    expect(await findWrongs(stage), `killed before ${index + 1}`).toEqual([]);
    await stage.close();
  }
});

test('in earnest, now and then: the same', async () => {
  const some = moments.map((_, index) => index + 1).filter((number) => number % 8 === 4);
  await forEachOf(some.length, async (index) => {
    const stage = await openClubAt(start);
    expect(await createInChild(stage, { KILL_BEFORE: String(some[index]) })).toBe(null);
    expect(await findWrongs(stage), `killed before ${some[index]}`).toEqual([]);
    await stage.close();
  });
});
