import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
});

afterEach(async () => {
  await stage.close();
});

test('a plan file of which --target leaves nothing is a mistake, and nothing is sent', async () => {
  const plan = stage.path('plan.json');
  await stage.run('plan', '--target', 'altos.yaml', '--out', plan);
  const { code, err } = await stage.run('apply', plan, '--target', 'basses.yaml');
  expect(code).toBe(exitCodes.usage);
  expect(err).toMatch(
    /^Error: --target basses\.yaml: nothing that .*plan\.json approves is about that; it is about altos\.yaml\./,
  );
  expect(stage.writes()).toEqual([]);
  expect((await stage.run('apply', plan, '--target', 'altos.yaml')).code).toBe(exitCodes.ok);
});

/** What a plan's JSON says of the basses. */
function toBasses({ out }: { readonly out: string }): readonly unknown[] | undefined {
  const { groups } = JSON.parse(out) as { groups: { file: string; changes: unknown[] }[] };
  return groups.find(({ file }) => file === 'basses.yaml')?.changes;
}

test('a rehearsal has one world, whatever is looked at of it', async () => {
  const env = { ROLLCALL_URL: '' };
  const other = await openStage({ files: choirFiles, world: choirWorld(), env });
  try {
    const whole = await other.run('plan', '--sandbox', '--json');
    const part = await other.run('plan', '--sandbox', '--json', '--target', 'basses.yaml');
    expect(toBasses(part)).toEqual(toBasses(whole));
    expect(toBasses(part)).not.toEqual([]);
  } finally {
    await other.close();
  }
});

test('where there is no memory yet, beginning one comes next', async () => {
  const { out } = await stage.run('plan', '--state', stage.path('state'));
  expect(out).toMatch(/Next: rollcall apply --new-journal --groups \S+ --state \S+\n/);
  expect(out).not.toContain('--expect');
});

test('what is wrong with a command line begins as every error does', async () => {
  const { code, err } = await stage.run('plan', '--nonsense');
  expect(code).toBe(exitCodes.usage);
  expect(err).toMatch(/^Error: unknown option '--nonsense'/);
});
