import { expect, test } from 'vitest';
import { toUnusable } from '../../src/journal/unusable.ts';
import { findBudget } from '../../src/planning/pace/pace-budget.ts';
import { noon, pace } from '../support/choir.ts';

const damaged = { kind: 'unusable', why: 'The journal is damaged.' } as const;

test('nothing is left of a day that nobody knows', () => {
  const past = toUnusable(damaged, noon);
  expect(past.memory).toBe('unusable');
  expect(findBudget(past, pace, noon)).toMatchObject({ adds: 0, lookups: 0 });
  expect(past.mapped).toEqual([{ at: noon, count: Infinity }]);
});

test('the text says why, what that means, and what to do', () => {
  const { unusable, isUnbegun } = toUnusable(damaged, noon);
  expect(unusable).toMatch(
    /^The journal is damaged\. Without it nobody is added, removed, promoted or demoted\. /,
  );
  expect(unusable).toContain('Put the right one back');
  expect(unusable).toContain('`rollcall apply --new-journal`');
  expect(isUnbegun).toBeUndefined();
});

test('of one that was never there nobody is asked to put it back', () => {
  const past = toUnusable({ ...damaged, why: 'There is none yet.', isUnbegun: true }, noon);
  expect(past.isUnbegun).toBe(true);
  expect(past.unusable).not.toContain('back');
  expect(past.unusable).toContain('`rollcall apply --new-journal` starts one');
});
