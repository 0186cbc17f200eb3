import { expect, test } from 'vitest';
import { isOver, stop, stopWithReader } from '../../src/apply/run.ts';
import { createApplyStage, limited } from './apply-stage.ts';

const lost = { ...limited, code: 'session-lost' } as const;

test('the first stop ends the run and is written down; a later one is not the reason', async () => {
  const { run, log } = createApplyStage();
  expect(isOver(run)).toBe(false);
  await stop(run, limited);
  await stop(run, lost);
  expect([isOver(run), run.stop, log]).toEqual([true, limited, ['stopped rate-limited']]);
});

test('it has ended before it is written down, so that nothing is sent meanwhile', async () => {
  const seen: boolean[] = [];
  const { run } = createApplyStage({ onEvent: (_line, the) => seen.push(isOver(the)) });
  await stop(run, limited);
  expect(seen).toEqual([true]);
});

test('a reader that reads on ends nothing; one that does not ends the run, by its reason', async () => {
  const { run, log } = createApplyStage();
  await stopWithReader(run);
  expect([isOver(run), log]).toEqual([false, []]);
  const other = createApplyStage({ run: { readingEnded: () => lost } });
  await stopWithReader(other.run);
  expect([isOver(other.run), other.log]).toEqual([true, ['stopped session-lost']]);
});

test('an interruption ends it as well, and is no stop', () => {
  const { run, log } = createApplyStage({ run: { signal: AbortSignal.abort() } });
  expect([isOver(run), run.stop, log]).toEqual([true, undefined, []]);
});
