import { expect, test } from 'vitest';
import { deliver } from '../../src/apply/deliver.ts';
import type { Step } from '../../src/domain/plan/change.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import { liveGroup, personChange } from '../support/choir.ts';
import type { StageOptions } from './apply-stage.ts';
import { accepted, createApplyStage, findSent, limited, rejected, unknown } from './apply-stage.ts';

const steps: Step[] = [
  [personChange('add', 2), personChange('add', 3)],
  [personChange('promote', 4)],
  [personChange('remove', 5)],
];

async function play(options: StageOptions = {}) {
  const stage = createApplyStage(options);
  const attempts = await deliver(steps, liveGroup(), stage.run);
  return { ...stage, attempts };
}

test('each request is written down before it leaves and after its answer, and followed by its pause', async () => {
  const { log, run } = await play();
  expect(log.join('; ')).toBe(
    [
      'intent add 2, add 3; send add 2, add 3; accepted; pause 80000',
      'intent promote 4; send promote 4; accepted; pause 5500',
      'intent remove 5; send remove 5; accepted; pause 5500',
    ].join('; '),
  );
  expect(run.pacer.left()).toEqual({ adds: 38, lookups: 396 });
});

test.each<[string, Answer, attempts: number]>([
  ['a refusal', rejected('other'), 3],
  ['no clear answer', unknown, 3],
  ['a limit', limited, 3],
])('%s ends it: only a reading tells what to do next', async (_, answer, attempts) => {
  const played = await play({ answer: (_step, nth) => (nth === 1 ? answer : accepted) });
  expect(findSent(played.log)).toEqual(['add 2, add 3', 'promote 4']);
  expect(played.attempts).toHaveLength(attempts);
  expect(played.attempts.at(-1)).toMatchObject({ answer, batch: [{ action: 'promote' }] });
});

test('a limit stops the run, and nothing waits for what comes after it', async () => {
  const { run, log } = await play({ answer: () => limited });
  expect(run.stop).toBe(limited);
  expect(log).toEqual(['intent add 2, add 3', 'send add 2, add 3', 'rate-limited']);
});

test('a batch that GOWA refused before it sent it added nobody; its look-ups were made', async () => {
  const { run } = await play({ answer: () => rejected('unregistered') });
  expect(run.pacer.left()).toEqual({ adds: 40, lookups: 398 });
});

test('what could not be written down is not sent', async () => {
  const { log, attempts } = await play({
    onEvent: (line, run) => {
      if (line.startsWith('intent promote')) run.stop = { ...limited, code: 'no-storage' };
    },
  });
  expect(findSent(log)).toEqual(['add 2, add 3']);
  expect(attempts).toHaveLength(2);
});

test('interrupted while a request is on its way: its answer is taken, nothing is waited for, nothing more is sent', async () => {
  const interruption = new AbortController();
  const { log, attempts } = await play({
    run: { signal: interruption.signal },
    onEvent: (line) => line.startsWith('send') && interruption.abort(),
  });
  expect(log).toEqual(['intent add 2, add 3', 'send add 2, add 3', 'accepted']);
  expect(attempts).toHaveLength(2);
});

test('a reader that reads no more lets nothing more be sent', async () => {
  const { log, run } = await play({ run: { readingEnded: () => ({ ...limited, code: 'session-lost' }) } });
  expect(findSent(log)).toEqual(['add 2, add 3']);
  expect(run.stop).toMatchObject({ code: 'session-lost' });
});
