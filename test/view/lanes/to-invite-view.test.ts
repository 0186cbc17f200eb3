import { expect, test } from 'vitest';
import type { GroupPlan } from '../../../src/domain/plan/plan.ts';
import type { LeftAlone } from '../../../src/domain/plan/left-alone.ts';
import { makeSafety } from '../../../src/safe/labels.ts';
import { toInviteViews } from '../../../src/view/lanes/to-invite-view.ts';
import { desiredGroup, liveGroup, personChange } from '../../support/choir.ts';

const add = personChange('add', 2, { lane: 'link' });
const refusal = { limit: 'adds', scope: 'group', count: 120, allowed: 100 } as const;

function view(item: Partial<LeftAlone> = {}, group: Partial<GroupPlan> = {}, isPending = false) {
  const plan: GroupPlan = {
    desired: desiredGroup(),
    reading: { kind: 'read', group: liveGroup() },
    changes: [],
    leftAlone: [{ reason: 'declined', change: add, since: '2026-06-01', ...item }],
    refusals: [],
    scheduled: [],
    notices: [],
    ...group,
  };
  return toInviteViews(plan, { toId: () => 'abc', isPending: () => isPending }, makeSafety(false))[0];
}

test('with its id, its lane and its reason', () => {
  expect(view()).toMatchObject({
    id: 'abc',
    lane: 'link',
    reason: 'declined',
    since: '2026-06-01',
    refused: false,
    isApproved: false,
  });
});

test('a limit of their own or of the group objects, and the line that would let them through is there', () => {
  expect(view({ refusal })).toMatchObject({ refused: true, refusal: { ...refusal, allow: { adds: 120 } } });
  const removals = { limit: 'removals', scope: 'group', count: 9, allowed: 3 } as const;
  expect(view({}, { refusals: [removals] })).toMatchObject({ refused: true, refusal: removals });
});

test('what was approved before stays so, whatever objects to others', () => {
  expect(view({ refusal }, {}, true)).toMatchObject({ refused: false, isApproved: true });
  expect(view({ refusal }, {}, true)).not.toHaveProperty('refusal');
});
