import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
});

afterEach(() => stage.close());

test('plan --person shows what happens to somebody, and offers nothing to approve', async () => {
  const { out, code } = await stage.run('plan', '--person', 'citra');
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(/\+ citra +joins/);
  expect(out).not.toMatch(/ana +becomes an admin|fingerprint|--expect|Next:/);
  expect(out).toContain('Only what happens to this person is shown');
});

test('a member whom no file names is found by number', async () => {
  const asked = await openStage({ files: choirFiles, world: choirWorld(), input: '+44 7700 900009\n' });
  const { out } = await asked.run('plan', '--person', '-');
  await asked.close();
  expect(out).toMatch(/- \+44 •••• ••• 009 +leaves/);
  expect(out).not.toMatch(/citra/);
});

test('a number is no argument: those stay in the history of the shell', async () => {
  const { code, err } = await stage.run('plan', '--person', '+44 7700 900009');
  expect([code, err]).toEqual([exitCodes.usage, expect.stringContaining('rollcall plan --person -')]);
  expect(err).not.toContain('900009');
});

test('without a handle somebody is asked', async () => {
  const asked = await openStage({
    files: choirFiles,
    world: choirWorld(),
    terminal: { isInteractive: true },
    answer: 'citra',
  });
  const { out } = await asked.run('plan', '--person');
  await asked.close();
  expect(out).toMatch(/\+ citra +joins/);
});

test('a member whom no file names is called as they call themselves', async () => {
  const named = await openStage({
    files: choirFiles,
    world: choirWorld([{ pn: '447700900009', push_name: 'Gus "the bass"' }]),
  });
  const { out } = await named.run('plan');
  await named.close();
  expect(out).toContain(`+44 •••• ••• 009 (“~Gus 'the bass'”)`);
});

test('a part of a plan becomes no file', async () => {
  for (const flags of [['--json'], ['--out', 'plan.json'], ['--markdown', 'a.md'], ['--html', 'a.html']]) {
    const { code, err } = await stage.run('plan', '--person', 'citra', ...flags);
    expect([code, err]).toEqual([exitCodes.usage, expect.stringContaining('a part approves nothing')]);
  }
});

test('nobody of that name is an error with the nearest', async () => {
  const { code, err } = await stage.run('plan', '--person', 'citrs');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('Did you mean `citra`?');
});
