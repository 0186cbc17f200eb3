import { expect, test } from 'vitest';
import type { LeftAloneReason } from '../../../src/domain/plan/left-alone.ts';
import { isAsking, leftAloneRules } from '../../../src/domain/plan/left-alone.ts';

test('somebody is asked for wherever neither the files nor the review wanted it so', () => {
  const quiet = Object.entries(leftAloneRules).filter(([, { needsHuman }]) => !needsHuman);
  expect(quiet.map(([reason]) => reason).toSorted()).toEqual([
    'additive',
    'asks',
    'asks-early',
    // Whoever comes by the link or not at all.
    'by-invite',
    'declined',
    'earlier-plan',
    'early',
    'new-members',
    'not-approved',
    'observe',
    'owner',
  ]);
});

test('who asks to be let in is no drift, but for whoever is missing by another number', () => {
  const reasons = Object.keys(leftAloneRules) as LeftAloneReason[];
  expect(reasons.filter(isAsking)).toEqual(['asks', 'asks-early', 'asks-hidden', 'asks-listed']);
});
