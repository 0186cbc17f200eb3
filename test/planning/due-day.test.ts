import { expect, test } from 'vitest';
import { findDueDay } from '../../src/planning/due-day.ts';

test.each([
  [{ kind: 'ended', until: '2026-12-31', via: [] }, '2027-01-01'],
  [{ kind: 'begun', from: '2026-12-31', via: [] }, '2026-12-31'],
  [{ kind: 'readd', readd: '2026-12-31', from: '2026-09-01', via: [] }, '2026-09-01'],
  [{ kind: 'readd', readd: '2026-12-31', via: [] }, undefined],
  [{ kind: 'early', from: '2026-12-31', via: [] }, undefined],
  [{ kind: 'listed', via: [] }, undefined],
  [{ kind: 'unlisted' }, undefined],
] as const)('%j is due on %s', (why, day) => {
  expect(findDueDay({ why })).toBe(day);
});
