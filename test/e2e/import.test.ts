import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { account, drawImportWorld, drawSheet } from '../support/import-worlds.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const policy = `account: "+${account}"\ntimezone: UTC\n`;

async function readAll(stage: Stage): Promise<Record<string, string>> {
  const names = await readdir(stage.path('groups'));
  const texts = names
    .toSorted()
    .map(async (name) => [name, await readFile(stage.path(join('groups', name)), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

/** Every file of a group, with another mode. */
async function flip(stage: Stage): Promise<void> {
  for (const [name, text] of Object.entries(await readAll(stage)))
    if (!name.startsWith('_'))
      await writeFile(stage.path(join('groups', name)), text.replace(/^manage: .*$/m, 'manage: exact'));
}

async function planNothing(stage: Stage): Promise<void> {
  const { code, out, err } = await stage.run('plan', '--json', '--detailed-exitcode');
  expect({ code, err, out: code === 0 ? '' : out }).toEqual({ code: 0, err: '', out: '' });
}

describe('whatever groups there are', () => {
  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'seed %i: a plan of what was imported is empty',
    async (seed) => {
      const stage = await openStage({ files: { '_policy.yaml': policy }, world: drawImportWorld(seed) });
      try {
        await stage.write('sheet.csv', drawSheet(seed));
        const flags = [
          ...(seed % 2 === 0 ? ['--sheet', stage.path('sheet.csv')] : []),
          ...(seed % 3 === 0 ? ['--contacts'] : []),
          ...(seed % 5 === 0 ? [] : ['--all']),
        ];
        const imported = await stage.run('import', ...flags);
        expect([0, imported.err]).toEqual([imported.code, '']);
        const first = await readAll(stage);
        await planNothing(stage);
        expect((await stage.run('import', ...flags)).code).toBe(0);
        expect(await readAll(stage)).toEqual(first);
        await flip(stage);
        await planNothing(stage);
        expect(stage.writes()).toEqual([]);
      } finally {
        await stage.close();
      }
    },
  );
});
