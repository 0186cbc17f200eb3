import { expect, test } from 'vitest';
import { toIdentity } from '../../../src/domain/plan/change-identity.ts';
import { findLane } from '../../../src/domain/plan/lane.ts';
import { personChange } from '../../support/choir.ts';

test.each([
  [personChange('add', 2), 'add'],
  [personChange('add', 2, { lane: 'add' }), 'add'],
  [personChange('add', 2, { lane: 'knock' }), 'knock'],
  [personChange('add', 2, { lane: 'link' }), 'link'],
  [personChange('promote', 2), undefined],
  [personChange('remove', 2), undefined],
])('the lane of who joins: %#', (change, lane) => {
  expect(findLane(change)).toBe(lane);
});

test('whoever belongs here does so by any lane: one approval holds for all', () => {
  const ways = (['add', 'knock', 'link', undefined] as const).map((lane) =>
    toIdentity(personChange('add', 2, lane && { lane })),
  );
  expect(new Set(ways).size).toBe(1);
});
