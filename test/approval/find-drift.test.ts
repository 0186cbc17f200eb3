import { expect, test } from 'vitest';
import { findDrift } from '../../src/approval/find-drift.ts';
import type { LeftAloneReason } from '../../src/domain/plan/left-alone.ts';
import { personChange } from '../support/choir.ts';

const [add, remove, promote] = [
  personChange('add', 2),
  personChange('remove', 3),
  personChange('promote', 4),
];

const alone = (reason: LeftAloneReason) =>
  ({ kind: 'change', change: promote, reason, needsHuman: false }) as never;

test('drift is what is due, what comes, and what is left alone, but for what the file’s mode takes no part in', () => {
  const scheduled = [{ on: '2026-12-01', change: remove }] as never;
  const find = (reason: LeftAloneReason) =>
    findDrift({ changes: [add], scheduled, leftAlone: [alone(reason)] }).map(({ action }) => action);
  expect(find('declined')).toEqual(['add', 'remove', 'promote']);
  expect(find('observe')).toEqual(['add', 'remove']);
  expect(find('additive')).toEqual(['add', 'remove']);
});
