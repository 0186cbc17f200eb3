import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/plan/change.ts';
import { approveGroup, approvePlan } from '../../src/planning/approve-plan.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import { toGuard } from '../../src/planning/plan-input.ts';
import { admin, desiredGroup, limits, listed, liveGroup, living, planInput, say } from '../support/choir.ts';

const crowd = [4, 5, 6, 7];
const desired = desiredGroup({ people: [listed(2, { role: 'admin' }), listed(3, { role: 'admin' })] });
const live = liveGroup({ people: [admin(3), ...crowd.map((n) => living(n))] });

function approve(isApproved: (change: Change) => boolean, more: Partial<typeof limits> = {}) {
  const input = planInput([[desired, live]], {}, { limits: { ...limits, ...more } });
  const plan = planGroups(input);
  const { groups, refusals } = approvePlan(plan, isApproved, input);
  const [group] = groups;
  const notApproved = group?.leftAlone.flatMap(({ reason, change }) =>
    change && reason === 'not-approved' ? say(change) : [],
  );
  return { plan, group, refusals, due: group?.changes.map(say), notApproved };
}

test('what was not approved is left alone, and nothing is lost', () => {
  const { plan, due, notApproved } = approve(({ action }) => action === 'add');
  expect(due).toEqual(['add 2']);
  expect(notApproved).toHaveLength((plan.groups[0]?.changes.length ?? 0) - 1);
});

test('a promotion goes with the add that it needs', () => {
  expect(approve(({ action }) => action === 'promote').due).toEqual([]);
  expect(approve(({ action }) => action === 'promote' || action === 'add').due).toEqual([
    'add 2',
    'promote 2',
  ]);
});

test('limits judge what was approved, not what was planned', () => {
  expect(approve(() => true).group?.refusals).toMatchObject([{ limit: 'removals', count: 4 }]);
  const some = new Set(['remove 4', 'remove 5', 'remove 6']);
  expect(approve((change) => some.has(say(change))).group?.refusals).toEqual([]);
  const tight = { removals: { ...limits.removals, run: 2 } };
  expect(approve((change) => some.has(say(change)), tight).refusals).toMatchObject([
    { scope: 'run', count: 3 },
  ]);
});

test('a group that could not be read stays as it is', () => {
  const { plan } = approve(() => true);
  const [group] = plan.groups;
  const reading = { kind: 'unreadable', reason: 'failed', text: '' } as const;
  const unread = { ...(group as NonNullable<typeof group>), reading };
  expect(approveGroup(unread, () => false, toGuard(planInput([[desired, live]])))).toBe(unread);
});
