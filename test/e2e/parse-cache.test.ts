import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { buildCli } from '../support/kill/build.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let program = '';
let stage: Stage;

beforeAll(async () => {
  program = await buildCli();
});
afterAll(() => rm(program));
beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
});
afterEach(() => stage.close());

/** The program as it is shipped, on the stage, with a place for its cache. */
async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...argv], {
    cwd: stage.folder,
    env: { ROLLCALL_URL: stage.sandbox.url, XDG_CACHE_HOME: stage.path('cache'), ...env },
  });
  return stdout;
}

async function findCaches(): Promise<string[]> {
  return readdir(stage.path('cache/rollcall')).catch(() => []);
}

test('a second plan says what the first one said, and sees what has changed since', async () => {
  const first = await run(['plan']);
  expect(await findCaches()).toHaveLength(1);
  expect(await run(['plan'])).toBe(first);
  const [file = '', text = ''] = Object.entries(choirFiles).find(([name]) => !name.startsWith('_')) ?? [];
  await stage.write(`groups/${file}`, `${text}disappearing: 90d\n`);
  const changed = await run(['plan']);
  expect(changed).toContain('→ 90d');
  expect(changed).toBe(await run(['plan', '--no-cache']));
});

test.each([
  ['in CI', ['plan'], { CI: 'true' }],
  ['where it was not wanted', ['plan', '--no-cache'], {}],
  ['by an apply', ['apply', '--yes'], {}],
  ['where there is no place for it', ['plan'], { XDG_CACHE_HOME: 'here' }],
])('none is kept %s', async (_, argv, env) => {
  await run(argv, env).catch(() => undefined);
  expect(await findCaches()).toEqual([]);
  expect(await readdir(stage.folder)).toEqual(['groups']);
});
