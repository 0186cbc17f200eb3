import { expect, test } from 'vitest';
import type { Day } from '../../../src/domain/group.ts';
import { noPast } from '../../../src/domain/past.ts';
import type { GroupPlan } from '../../../src/domain/plan/plan.ts';
import type { Scheduled } from '../../../src/domain/plan/scheduled.ts';
import { judgeScheduled } from '../../../src/planning/dates/judge-coming.ts';
import {
  admin,
  desiredGroup,
  guard,
  limits,
  listed,
  liveGroup,
  living,
  personChange,
} from '../../support/choir.ts';

const [july, august] = ['2026-07-02', '2026-08-02'];
const crowd = Array.from({ length: 30 }, (_, n) => 100 + n);
const leaving = (count: number, from = 100) =>
  Array.from({ length: count }, (_, n) => personChange('remove', from + n, { before: 'member' }));

function coming(on: Day, count: number, from = 100, more: Partial<Scheduled> = {}): Scheduled[] {
  return leaving(count, from).map((change) => ({
    on,
    change: { ...change, why: { kind: 'ended', until: on, via: [] } },
    ...more,
  }));
}

function plan(scheduled: readonly Scheduled[], changes: GroupPlan['changes'] = []): GroupPlan {
  return {
    desired: desiredGroup({ people: [listed(2, { role: 'admin' })] }),
    reading: { kind: 'read', group: liveGroup({ people: [admin(2), ...crowd.map((n) => living(n))] }) },
    changes,
    leftAlone: [],
    refusals: [],
    scheduled,
    notices: [],
  };
}

/** Of the coming changes of a plan: by which scope they are refused, or "-". */
function judge(groups: readonly GroupPlan[], more: Parameters<typeof guard>[0] = {}) {
  return judgeScheduled(groups, guard(more)).map(({ scheduled }) =>
    scheduled.map(({ refusal }) => refusal?.scope ?? '-').join(' '),
  );
}

test('as many as the limit lets through, and all of that day where there are more', () => {
  expect(judge([plan(coming(july, 3))])).toEqual(['- - -']);
  expect(judge([plan(coming(july, 4))])).toEqual(['group group group group']);
});

test('each day is judged by itself, on the group as the days before leave it', () => {
  expect(judge([plan([...coming(july, 3), ...coming(august, 3, 110)])])).toEqual(['- - - - - -']);
  expect(judge([plan([...coming(july, 4), ...coming(august, 3, 110)])])).toEqual([
    'group group group group - - -',
  ]);
});

test.each<[string, Partial<Scheduled>, string]>([
  ['will have made the group smaller by then', {}, 'group'],
  ['nobody can approve', { obstacle: 'owner' }, '-'],
])('a tenth is a tenth of what is left: an earlier day that %s', (_, more, verdict) => {
  const fifty = Array.from({ length: 50 }, (_each, n) => living(100 + n));
  const group = plan([...coming(july, 5, 100, more), ...coming(august, 5, 110)]);
  const live = liveGroup({ people: fifty });
  const [judged] = judge([{ ...group, reading: { kind: 'read', group: live } }], { minAdmins: 0 });
  expect(judged).toBe(`- - - - - ${[1, 2, 3, 4, 5].map(() => verdict).join(' ')}`);
});

test('what is due today counts with what a day brings', () => {
  expect(judge([plan(coming(july, 2), leaving(2, 120))])).toEqual(['group group']);
});

test('what nobody can approve brings nobody to a limit, and gets no refusal of its own', () => {
  const held = coming(july, 2, 120, { obstacle: 'owner' });
  expect(judge([plan([...coming(july, 3), ...held])])).toEqual(['- - - - -']);
  const passing = coming(july, 2, 120, { obstacle: 'suspended' });
  expect(judge([plan([...coming(july, 3), ...passing])])).toEqual(['group group group group group']);
});

test('what the last 24 hours saw is over by then', () => {
  const past = { ...noPast, changed: { ...noPast.changed, removals: 20 } };
  expect(judge([plan(coming(july, 3))], { past })).toEqual(['- - -']);
});

test('a run’s limit counts all groups of the day, and stops its kind alone', () => {
  const tight = { ...limits, removals: { ...limits.removals, run: 5 } };
  const groups = [plan(coming(july, 3)), plan(coming(july, 3, 110)), plan(coming(august, 3))];
  expect(judge(groups, { limits: tight })).toEqual(['run run run', 'run run run', '- - -']);
  const demotion: Scheduled = { on: july, change: personChange('demote', 2, { before: 'admin' }) };
  const wide = { ...tight, admins: { min: 0 } };
  expect(judge([plan([...coming(july, 3), demotion]), plan(coming(july, 3, 110))], { limits: wide })).toEqual(
    ['run run run -', 'run run run'],
  );
});

test('a group that could not be read is left as it is', () => {
  const unread: GroupPlan = {
    ...plan(coming(july, 9)),
    reading: { kind: 'unreadable', reason: 'failed', text: '' },
  };
  expect(judge([unread])).toEqual(['- - - - - - - - -']);
});
