import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { useRunStage } from './run-stage.ts';

/*
 * The program as it is built, in a process of its own, told to end as the runner tells it.
 */

const on = useRunStage();

test('a step that is cancelled twice gives the answer up, pushes that it may have happened, and ends', async () => {
  await on.run({ INPUT_NEW_JOURNAL: 'true' });
  await on.run({ INPUT_COMMAND: 'plan' });
  const plans = { INPUT_PLANS: on.stage.shared('plan.json'), ROLLCALL_URL: on.gate.url };
  const running = await on.spawn(plans);
  await on.gate.held;
  const pushed = on.stage.nextPush();
  running.signal('SIGINT');
  await pushed;
  running.signal('SIGTERM');
  const { code, outputs } = await running.ended;
  expect(code).toBe(exitCodes.interrupted);
  expect(outputs['failure-reason']).toBe('interrupted');
  const text = await on.atServer('show', 'rollcall-state:main/journal.jsonl');
  const types = text.split('\n').map((line) => (JSON.parse(line) as { type: string }).type);
  expect(types.at(-1)).toBe('intent');
});

test('a step that is cancelled before it begins sends nothing', async () => {
  const running = await on.spawn({ INPUT_NEW_JOURNAL: 'true' });
  running.signal('SIGINT');
  const { code } = await running.ended;
  // A signal that comes before the first line of the program ends it as it ends any process.
  expect([exitCodes.interrupted, -1]).toContain(code);
  expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a step that nobody knows is told', async () => {
  const { code, err } = await (await on.stage.spawn('take-over', {})).ended;
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('There is no step take-over. There are: run, take-head,');
});
