import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;

async function open(more: Partial<StageOptions> = {}): Promise<void> {
  stage = await openStage({ files: choirFiles, world: choirWorld(), ...more });
}

beforeEach(() => open());

afterEach(() => stage.close());

test('what nobody approves is not begun: no group is read', async () => {
  const { code, err } = await stage.run('apply');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('Nothing approves these changes');
  expect(stage.sandbox.requests()).toEqual([]);
});

test('a plan file approves its own changes, which are carried out and proved', async () => {
  const plan = stage.path('plan.json');
  await stage.run('plan', '--target', 'altos.yaml', '--out', plan);
  const { code } = await stage.run('apply', plan);
  expect(stage.writes().length).toBeGreaterThan(0);
  expect([exitCodes.ok, exitCodes.incomplete]).toContain(code);
  const left = await stage.run('plan', '--target', 'altos.yaml', '--detailed-exitcode');
  expect(left.code).toBe(exitCodes.ok);
  expect((await stage.run('plan', '--target', 'basses.yaml', '--detailed-exitcode')).code).toBe(
    exitCodes.changes,
  );
});

test('another plan than the expected one is refused, and nothing sent', async () => {
  const { code, err } = await stage.run('apply', '--expect', 'a'.repeat(32));
  expect(code).toBe(exitCodes.refused);
  expect(err).toContain('The plan is not the one that was expected');
  expect(stage.writes()).toEqual([]);
});

test.each(['no', '', 'y', 'yes please'])(
  'whoever sits there and answers %j has approved nothing',
  async (answer) => {
    await stage.close();
    await open({ terminal: { isInteractive: true }, answer });
    expect((await stage.run('apply')).code).toBe(exitCodes.incomplete);
    expect(stage.writes()).toEqual([]);
  },
);

test('a report says how it ended; where it cannot be written, the run has failed for all that was done', async () => {
  const lost = stage.path('missing/report.json');
  const { code, err } = await stage.run('apply', '--yes', '--report', lost);
  expect(err).toContain(`${lost} cannot be written`);
  expect([exitCodes.failed, exitCodes.usage]).toContain(code);
});
