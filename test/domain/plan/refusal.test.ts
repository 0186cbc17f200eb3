import { expect, test } from 'vitest';
import { findLimitKinds, findRoom } from '../../../src/domain/plan/refusal.ts';
import { personChange } from '../../support/choir.ts';

test.each([
  ['add', undefined, ['adds']],
  ['promote', 'member', ['promotions']],
  ['demote', 'admin', ['demotions']],
  ['remove', 'member', ['removals']],
  ['remove', 'admin', ['removals', 'demotions']],
] as const)('%s of a(n) %s counts toward %j', (action, before, kinds) => {
  const change = personChange(action, 2, before ? { before } : {});
  expect(findLimitKinds(change)).toEqual(kinds);
});

test.each([
  [{ allowed: 5 }, 5],
  [{ allowed: 5, earlier: 3 }, 2],
  [{ allowed: 5, earlier: 7 }, 0],
])('%j leaves room for %i', (refusal, room) => {
  expect(findRoom(refusal)).toBe(room);
});
