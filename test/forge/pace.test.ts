import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { choirFiles } from '../support/choir-stage.ts';
import { useRunStage } from './run-stage.ts';

const day = 86_400_000;
const on = useRunStage();
const { run } = on;

test('a pace that is made faster waits for a day: in the run of its own plan, and in what goes on right after', async () => {
  await on.begin();
  on.stage.passTime(day);
  await on.stage.write('groups/_policy.yaml', `${choirFiles['_policy.yaml']}pace: { adds: 999/day }\n`);
  await on.stage.repository.commit('a faster pace');
  await on.stage.push();
  await run({ INPUT_COMMAND: 'plan' });
  const note = 'allows a faster pace by now';
  await run({ INPUT_PLANS: on.stage.shared('plan.json') });
  expect(await readFile(on.stage.shared('report.md'), 'utf8')).toContain(note);
  await run({});
  expect(await readFile(on.stage.shared('report.md'), 'utf8')).toContain(note);
  on.stage.passTime(day);
  await run({});
  expect(await readFile(on.stage.shared('report.md'), 'utf8')).not.toContain(note);
});
