import { expect, test } from 'vitest';
import { leftAloneRules } from '../../../src/domain/plan/left-alone.ts';

test('somebody is asked for wherever neither the files nor the review wanted it so', () => {
  const quiet = Object.entries(leftAloneRules).filter(([, { needsHuman }]) => !needsHuman);
  expect(quiet.map(([reason]) => reason).toSorted()).toEqual([
    'additive',
    'earlier-plan',
    'early',
    'not-approved',
    'observe',
    'owner',
  ]);
});
