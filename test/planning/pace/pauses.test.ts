import { expect, test } from 'vitest';
import type { Step } from '../../../src/domain/plan/change.ts';
import { toMessagePause, toPause, toUsualPause } from '../../../src/planning/pace/pauses.ts';

const pace = {
  addsPerDay: 40,
  lookupsPerDay: 400,
  createsPerDay: 3,
  messagesPerDay: 20,
  pause: { min: 3000, max: 8000 },
  afterAdd: { min: 20_000, max: 60_000 },
  reads: { min: 0, max: 0 },
};
const step = (action: string, people: number) =>
  Array.from({ length: people }, () => ({ action })) as unknown as Step;

test.each([
  ['a setting', step('set', 1), [3000, 5500, 8000]],
  ['ten removals in one request', step('remove', 10), [3000, 5500, 8000]],
  ['five adds, one for each', step('add', 5), [100_000, 200_000, 300_000]],
])('after %s', (_, each, [least, usual, most]) => {
  expect(toPause(each, pace, () => 0)).toBe(least);
  expect(toUsualPause(each, pace)).toBe(usual);
  expect(toPause(each, pace, () => 1)).toBe(most);
});

test('after a message as after any other write', () => {
  expect([0, 1].map((random) => toMessagePause(pace, () => random))).toEqual([3000, 8000]);
});
