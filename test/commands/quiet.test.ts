import { afterEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage | undefined;

afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function open(options: Partial<StageOptions> = {}): Promise<Stage> {
  // Whoever nobody names is a warning.
  const people = `${choirFiles['_people.yaml']}  eko: "+44 7700 900006"\n`;
  stage = await openStage({
    files: { ...choirFiles, '_people.yaml': people },
    world: choirWorld(),
    ...options,
  });
  return stage;
}

test('a plan and an apply in which all is well are a line each', async () => {
  const { run } = await open();
  const plan = await run('plan', '--quiet');
  expect(plan).toMatchObject({ code: exitCodes.ok, err: '' });
  expect(plan.out).toMatch(/^Plan \(sandbox\): .*\.\n$/);
  const apply = await run('apply', '--quiet', '--yes');
  expect(apply).toMatchObject({ code: exitCodes.ok, err: '' });
  expect(apply.out).toMatch(/^Applied \(sandbox\): 7 of 7 verified\.\n$/);
});

test('files that are fine are no line at all, and mistakes are told', async () => {
  const { run, write } = await open();
  expect(await run('validate', '-q')).toEqual({ code: exitCodes.ok, out: '', err: '' });
  await write('groups/basses.yaml', 'nam: Basses\n');
  const { code, err } = await run('validate', '-q');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('Unknown key');
});

test('what failed is shown whole', async () => {
  const { run, sandbox } = await open();
  sandbox.setFaults([{ xmlns: 'w:g2', tag: 'promote', code: 403, text: 'forbidden' }]);
  const { code, out } = await run('apply', '--quiet', '--yes');
  expect(code).toBe(exitCodes.failed);
  expect(out).toMatch(/failed .*ana/);
});

test('nobody says yes to what was not shown', async () => {
  const { run, writes } = await open({ terminal: { isInteractive: true }, answer: 'yes' });
  const { code, err } = await run('apply', '--quiet');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('--quiet shows no plan');
  expect(writes()).toEqual([]);
});
