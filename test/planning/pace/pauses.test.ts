import { expect, test } from 'vitest';
import type { Step } from '../../../src/domain/plan/change.ts';
import { toPause, toUsualPause } from '../../../src/planning/pace/pauses.ts';
import { pace, personChange } from '../../support/choir.ts';

const add = (...people: number[]) => people.map((n) => personChange('add', n)) as unknown as Step;
const removal: Step = [personChange('remove', 2), personChange('remove', 3)];

test.each<[string, Step, number, number]>([
  ['one added: the shortest', add(2), 0, 20_000],
  ['one added: the longest', add(2), 1, 60_000],
  ['three added: one for each', add(2, 3, 4), 0.5, 120_000],
  ['two removed: one for the request', removal, 0.5, 5500],
])('%s', (_, step, random, pause) => {
  expect(toPause(step, pace, () => random)).toBe(pause);
});

test('each person’s is drawn by itself', () => {
  const draws = [0, 1];
  expect(toPause(add(2, 3), pace, () => draws.shift() ?? 0)).toBe(80_000);
});

test('a forecast takes the middle', () => {
  expect(toUsualPause(add(2), pace)).toBe(40_000);
});
