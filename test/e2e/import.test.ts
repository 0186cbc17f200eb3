import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDraw } from '../support/draw.ts';
import type { ImportWorld } from '../support/import-worlds.ts';
import { drawImport } from '../support/import-worlds.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

/** Seeds count up from 1; more of them by hand: IMPORT_SEEDS=500. */
const seeds = Array.from({ length: Number(process.env['IMPORT_SEEDS'] ?? 16) }, (_, index) => index + 1);

async function open({ files, world, sheet, hasMemory }: ImportWorld): Promise<Stage> {
  const stage = await openStage({ files, world, isUnmarked: hasMemory });
  await stage.write('sheet.csv', sheet);
  return stage;
}

async function readAll(stage: Stage): Promise<Record<string, string>> {
  const names = (await readdir(stage.path('groups'))).filter((name) => /\.ya?ml$/.test(name));
  const texts = names.toSorted().map(async (name) => {
    return [name, await readFile(stage.path(join('groups', name)), 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** Every file of a group, with another mode. */
async function flip(stage: Stage): Promise<void> {
  for (const [name, text] of Object.entries(await readAll(stage)))
    if (!name.startsWith('_'))
      await writeFile(stage.path(join('groups', name)), text.replace(/^manage: .*$/m, 'manage: exact'));
}

/** What is said beside warnings, which are of the files that were there before. */
function toErrors(err: string): string {
  return err.replace(/^(?:Warning: Unused (?:team|handle).*|rollcall validate says more\.)\n/gm, '');
}

/** Nothing is due, nothing is refused, nothing is warned of but what the folder had before. */
async function planNothing(stage: Stage, flags: readonly string[]): Promise<void> {
  const { code, out, err } = await stage.run('plan', '--json', '--detailed-exitcode', ...flags);
  expect({
    code,
    err: toErrors(err),
    out: code === 0 ? '' : out,
  }).toEqual({
    code: 0,
    err: '',
    out: '',
  });
}

describe('whatever groups there are', () => {
  test.each(seeds)(
    'seed %i: a plan of what was imported is empty, and a second import adds nothing',
    async (seed) => {
      const world = drawImport(seed);
      const stage = await open(world);
      const state = world.hasMemory ? ['--state', stage.path('memory')] : [];
      const common = [...world.account, ...state];
      const flags = [
        ...world.flags.map((flag) => (flag === 'sheet.csv' ? stage.path(flag) : flag)),
        ...common,
      ];
      try {
        if (world.hasMemory) await stage.run('apply', '--yes', '--new-journal', ...common);
        const before = await readAll(stage);
        const imported = await stage.run('import', ...flags);
        expect([imported.code, toErrors(imported.err)]).toEqual([0, '']);
        const first = await readAll(stage);
        expect(first['_policy.yaml']).toBe(before['_policy.yaml']);
        // Whoever was there before is there as before.
        for (const line of (before['_people.yaml'] ?? '')
          .split(/(?<=\n)/)
          .filter((each) => each.startsWith(' ')))
          expect(first['_people.yaml']).toContain(line);
        await planNothing(stage, common);
        expect((await stage.run('import', ...flags)).code).toBe(0);
        expect(await readAll(stage)).toEqual(first);
        await flip(stage);
        await planNothing(stage, common);
        expect(stage.writes()).toEqual([]);
      } finally {
        await stage.close();
      }
    },
  );
});

describe('whatever fails meanwhile', () => {
  test.each(seeds.slice(0, 8))(
    'seed %i: what is written is whole, and the next import has the rest',
    async (seed) => {
      const world = drawImport(seed);
      const draw = createDraw(seed * 7 + 1);
      const stage = await open(world);
      try {
        const kind = draw.from([{ xmlns: 'w:g2' }, { xmlns: 'usync' }, { xmlns: 'w:g2', tag: 'query' }]);
        stage.sandbox.setFaults([
          { ...kind, times: draw.from([1, 2, 9]), code: draw.from([429, 500, 403, 404, 503]) },
        ]);
        expect([0, 1]).toContain((await stage.run('import', '--all', ...world.account)).code);
        stage.sandbox.setFaults([]);
        expect((await stage.run('import', '--all', ...world.account)).code).toBe(0);
        await flip(stage);
        await planNothing(stage, world.account);
      } finally {
        await stage.close();
      }
    },
  );
});
