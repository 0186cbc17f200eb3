import { expect, test } from 'vitest';
import type { Allowance } from '../../src/domain/group.ts';
import { noPast } from '../../src/domain/past.ts';
import { toAllowanceKey } from '../../src/planning/limits/allowance.ts';
import { toMarks } from '../../src/planning/marks.ts';
import { toReaddKey } from '../../src/planning/obstacles/obstacles.ts';
import {
  desiredGroup,
  liveGroup,
  personChange,
  planInput,
  span,
  today,
  yesterday,
} from '../support/choir.ts';

const allow: Allowance = { counts: { removals: 5, adds: 9 }, until: today, reason: 'class split', span };

function mark(change: Parameters<typeof toMarks>[0], allowance?: Allowance, used = 0) {
  const desired = desiredGroup({ ...(allowance && { allow: allowance }) });
  const past = { ...noPast, allowUsed: new Map([[toAllowanceKey(desired, 'removals'), used]]) };
  return { marks: toMarks(change, planInput([[desired, liveGroup()]], { past })), desired };
}

const removal = personChange('remove', 2, { before: 'member' });

test('a change of a kind that the file allows uses that up, by its identity', () => {
  const { marks, desired } = mark(removal, allow);
  expect(marks).toEqual({ allowances: { removals: toAllowanceKey(desired, 'removals') } });
});

test('who takes an admin out uses up what is allowed of the two kinds', () => {
  const both = { ...allow, counts: { removals: 5, demotions: 1 } };
  const { marks } = mark({ ...removal, before: 'admin' }, both);
  expect(Object.keys(marks.allowances ?? {})).toEqual(['removals', 'demotions']);
});

test.each([
  ['the file allows nothing', undefined, 0],
  ['it allows another kind', { ...allow, counts: { adds: 9 } }, 0],
  ['it has expired', { ...allow, until: yesterday }, 0],
  ['it is used up', allow, 5],
])('nothing where %s', (_, allowance, used) => {
  expect(mark(removal, allowance, used).marks).toEqual({ allowances: {} });
});

test('who is put back has been put back, an add like any has not', () => {
  const add = personChange('add', 2);
  const back = { ...add, why: { kind: 'readd', readd: today, via: [] } } as const;
  expect(mark(back).marks).toEqual({ allowances: {}, readd: toReaddKey(add, today) });
  expect(mark(add).marks).toEqual({ allowances: {} });
});
