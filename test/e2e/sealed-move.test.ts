import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { makeFolder } from '../support/folder.ts';
import { toTexts } from '../support/raw-files.ts';
import { toFlags } from '../support/soak.ts';
import { openStage } from '../support/stage.ts';
import { drawPair } from '../support/worlds.ts';

/*
 * Organisations of all kinds move into sealed numbers, change their key, and move out again: the plan is the same one, by the
 * ids of its changes, at every station.
 */

/** The same ids at every station. */
const idKey = { ROLLCALL_KEY: 'ab'.repeat(32) };

test.each(Array.from({ length: 8 }, (_, seed) => seed + 1))(
  'the plan of world %i stays what it was',
  { timeout: 60_000 },
  async (seed) => {
    const pair = drawPair(seed);
    const env: Record<string, string> = { ...idKey };
    const stage = await openStage({
      files: toTexts(pair.files),
      world: pair.world,
      env,
      isUnmarked: true,
      terminal: { isInteractive: true },
      answer: 'yes',
    });
    onTestFinished(() => stage.close());
    const plan = async () => {
      const { out } = await stage.run('plan', '--json', '--state', stage.path('memory'), ...toFlags(pair));
      return (JSON.parse(out) as { fingerprint: string }).fingerprint;
    };
    const [first, next] = [makeFolder(), makeFolder()].map((folder) => join(folder, 'key')) as [
      string,
      string,
    ];
    const before = await plan();

    expect((await stage.run('keygen', '--yes', '--file', first)).code).toBe(exitCodes.ok);
    expect((await stage.run('seal', '--all', '--yes')).code).toBe(exitCodes.ok);
    env['ROLLCALL_PEOPLE_KEY'] = readFileSync(first, 'utf8').trim();
    expect(await plan()).toBe(before);

    expect((await stage.run('seal', '--rotate', '--yes', '--file', next)).code).toBe(exitCodes.ok);
    env['ROLLCALL_PEOPLE_KEY'] = readFileSync(next, 'utf8').trim();
    expect(await plan()).toBe(before);

    expect((await stage.run('seal', '--open')).code).toBe(exitCodes.ok);
    delete env['ROLLCALL_PEOPLE_KEY'];
    expect(await plan()).toBe(before);
  },
);
