import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { parsePlanFile } from '../../src/render/json/plan-file.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld(), terminal: { isInteractive: true } });
});

afterAll(() => stage.close());

test('a plan sends nothing that changes anything', async () => {
  const { code, out } = await stage.run('plan');
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('altos.yaml');
  expect(stage.writes()).toEqual([]);
});

test.each([
  [[], exitCodes.ok],
  [['--detailed-exitcode'], exitCodes.changes],
])('there are changes: with %j the code is %i', async (flags, code) => {
  expect((await stage.run('plan', ...flags)).code).toBe(code);
});

test('what is shown, what is written and the reports are one plan; numbers are on the terminal alone', async () => {
  const [out, markdown, html] = ['plan.json', 'plan.md', 'plan.html'].map((name) => stage.path(name)) as [
    string,
    string,
    string,
  ];
  const run = await stage.run('plan', '--show-phones', '--out', out, '--markdown', markdown, '--html', html);
  expect(run.out).toMatch(/7700 ?900009/);
  expect(run.out).toContain(`rollcall apply ${out}`);
  const text = await readFile(out, 'utf8');
  expect(parsePlanFile(text).approved.length).toBe(run.out.match(/^ {2}[↑↓~+-] /gm)?.length);
  for (const path of [out, markdown, html]) expect(await readFile(path, 'utf8')).not.toMatch(/7700 ?900009/);
});

test('numbers that would end up in a log stop it before anything is read', async () => {
  const before = stage.sandbox.requests().length;
  const { code, err } = await stage.run('plan', '--show-phones', '--json');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('on a terminal only');
  expect(stage.sandbox.requests()).toHaveLength(before);
});

test('a mistake in the files is told before one of the server, and no plan file is left', async () => {
  const out = stage.path('none.json');
  await stage.write('broken/_policy.yaml', choirFiles['_policy.yaml']);
  await stage.write('broken/altos.yaml', 'members: [nobody]\n');
  const { code } = await stage.runIn(stage.path('broken'), 'plan', '--out', out);
  expect(code).toBe(exitCodes.mistakes);
  expect(existsSync(out)).toBe(false);
});
