import { describe, expect, test } from 'vitest';
import { noPast } from '../../../src/domain/past.ts';
import type { Allowance } from '../../../src/domain/group.ts';
import type { GroupPlan } from '../../../src/domain/plan/plan.ts';
import { toAllowanceKey } from '../../../src/planning/limits/allowance.ts';
import { findLifted, toNotice, withRunLifted } from '../../../src/planning/limits/lifted.ts';
import {
  admin,
  desiredGroup,
  guard,
  listed,
  liveGroup,
  living,
  personChange,
  span,
  today,
  yesterday,
} from '../../support/choir.ts';

const allow: Allowance = { counts: { removals: 28 }, until: today, reason: 'class split', span };
const staying = [listed(2, { role: 'admin' }), listed(3)];
const crowd = (count: number) => Array.from({ length: count }, (_, i) => 100 + i);
const leave = (count: number) => crowd(count).map((n) => personChange('remove', n, { before: 'member' }));

function lifted(count: number, allowance: Allowance | undefined, used = 0) {
  const desired = desiredGroup({ people: staying, ...(allowance && { allow: allowance }) });
  const live = liveGroup({ people: [admin(2), living(3), ...crowd(30).map((n) => living(n))] });
  const past = { ...noPast, allowUsed: new Map([[toAllowanceKey(desired, 'removals'), used]]) };
  return findLifted(desired, live, leave(count), guard({ past }));
}

const said = { number: 28, until: today, reason: 'class split' };

describe('a group’s limit that its file lifts', () => {
  test('is told with what the file says', () => {
    expect(lifted(10, allow)).toEqual([{ limit: 'removals', scope: 'group', count: 10, usual: 3, ...said }]);
  });

  test.each([
    ['the limit would not object', 3, allow, 0],
    ['the file allows nothing', 10, undefined, 0],
    ['it allows another kind', 10, { ...allow, counts: { adds: 28 } }, 0],
    ['it allows less', 29, allow, 0],
    ['it has expired', 10, { ...allow, until: yesterday }, 0],
    ['it is used up', 10, allow, 28],
    ['what is left of it is less', 10, allow, 20],
  ])('not where %s', (_why, count, allowance, used) => {
    expect(lifted(count, allowance, used)).toEqual([]);
  });

  test('also that of a group that would be emptied, however few they are', () => {
    const desired = desiredGroup({ allow });
    const live = liveGroup({ people: [living(100), living(101)] });
    expect(findLifted(desired, live, leave(2), guard())).toEqual([
      { limit: 'emptied', scope: 'group', count: 2, usual: 0, ...said },
    ]);
  });
});

function planOf(count: number, first: number, allowance?: Allowance): GroupPlan {
  const group = desiredGroup({ people: staying, ...(allowance && { allow: allowance }) });
  return {
    desired: group,
    reading: { kind: 'read', group: liveGroup() },
    changes: leave(first + count).slice(first),
    leftAlone: [],
    refusals: [],
    scheduled: [],
    notices: [],
  };
}
const tell = (groups: readonly GroupPlan[]) =>
  withRunLifted(groups, guard()).map(({ notices }) =>
    notices.map((each) => (each.kind === 'limit-lifted' ? [each.lifted.scope, each.lifted.count] : [])),
  );

describe('a run’s limit that a file lifts for its group', () => {
  test('is told where all together would be too many', () => {
    expect(tell([planOf(18, 0), planOf(3, 18, allow)])).toEqual([[], [['run', 21]]]);
    expect(tell([planOf(17, 0), planOf(3, 17, allow)])).toEqual([[], []]);
  });

  test('is not told twice', () => {
    const [notice] = lifted(10, allow).map(toNotice);
    const group = { ...planOf(10, 18, allow), notices: notice ? [notice] : [] };
    expect(tell([planOf(18, 0), group])).toEqual([[], [['group', 10]]]);
  });
});
