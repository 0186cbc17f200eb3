import { expect, test } from 'vitest';
import { toStricter } from '../../../src/planning/base/stricter.ts';
import { limits, organisation, singer } from '../../support/choir.ts';

test('limits and protection are the stricter of both', () => {
  const { policy } = organisation([]);
  const strict = { ...policy, protected: new Set([singer(3).key]) };
  const loose = {
    ...policy,
    protected: new Set([singer(2).key]),
    limits: {
      removals: { percent: 100, floor: 2, run: 999 },
      demotions: { group: 9, run: 9 },
      promotions: { group: 1, run: 99 },
      adds: { group: 1, run: 1 },
      admins: { min: 0 },
    },
  };
  const both = toStricter(loose, strict);
  expect(both.limits).toEqual({
    ...limits,
    removals: { percent: 10, floor: 2, run: 20 },
    promotions: { group: 1, run: 10 },
    adds: { group: 1, run: 1 },
  });
  expect([...both.protected]).toEqual([singer(2).key, singer(3).key]);
  expect(toStricter(strict, loose).limits).toEqual(both.limits);
});
