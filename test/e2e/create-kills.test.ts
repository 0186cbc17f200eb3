import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { creationSettles } from '../../src/domain/patience.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import type { ClubStage } from '../support/club-stage.ts';
import { openClub } from '../support/club-stage.ts';
import { getCli } from '../support/kill/build.ts';
import { eventHook } from '../support/kill/event-hook.ts';
import { forEachOf } from '../support/kill/for-each-of.ts';

/** A reviewed plan, a memory, and a group that waits to be made. */
async function openReviewed(): Promise<ClubStage> {
  // A sandbox that says so: a child process would wait for its pauses.
  const stage = await openClub({ isUnmarked: false });
  await stage.command('plan', '--out', stage.path('plan.json'), '--quiet');
  return stage;
}

/** Makes the group in a process of its own, which is killed right before it does so many things; how many it did, if it ended by itself. */
async function createInChild(stage: ClubStage, killBefore?: number): Promise<number | undefined> {
  const args = ['create', stage.path('plan.json'), '--quiet', '--groups', stage.path('groups')];
  const child = spawn(
    process.execPath,
    ['--import', eventHook, await getCli(), ...args, '--state', stage.path('state')],
    {
      env: {
        PATH: process.env['PATH'],
        ROLLCALL_URL: stage.sandbox.url,
        EVENTS_FILE: stage.path('events'),
        ...(killBefore !== undefined && { KILL_BEFORE: String(killBefore) }),
      },
      stdio: 'ignore',
    },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  return code === null ? undefined : Number(await readFile(stage.path('events'), 'utf8'));
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
async function findWrongs(killBefore: number): Promise<string[]> {
  const stage = await openReviewed();
  try {
    await createInChild(stage, killBefore);
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
    return wrongs.filter(Boolean).map((wrong) => `killed before ${killBefore}: ${wrong}`);
  } finally {
    await stage.close();
  }
}

test('wherever it is killed, there is one group in the end, and its file has its id', async () => {
  const stage = await openReviewed();
  const events = (await createInChild(stage)) ?? 0;
  await stage.close();
  expect(events).toBeGreaterThan(20);
  const wrongs: string[] = [];
  await forEachOf(events, async (index) => void wrongs.push(...(await findWrongs(index + 1))));
  expect(wrongs).toEqual([]);
});
