import { expect, test } from 'vitest';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { Limits } from '../../../src/domain/organisation.ts';
import type { KnownGroup } from '../../../src/domain/plan/plan.ts';
import { findToInvite } from '../../../src/domain/plan/to-invite.ts';
import { judgeInvited } from '../../../src/planning/limits/judge-invited.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import { toGuard } from '../../../src/planning/plan-input.ts';
import { desiredGroup, key, limits, listed, liveGroup, planInput, span } from '../../support/choir.ts';

const people = (...numbers: number[]) => numbers.map((number) => listed(number));

interface Setup {
  readonly groups?: readonly KnownGroup[];
  readonly adds: Limits['adds'];
  readonly approved?: readonly number[];
}

const byLink = desiredGroup({ people: people(2, 3, 4), newMembers: 'invite' });

function judge({ groups = [byLink], adds, approved = [] }: Setup) {
  const input = planInput(
    groups.map((group) => [group, { ...liveGroup(), id: group.id }] as const),
    {},
    { limits: { ...limits, adds } },
  );
  const keys = new Set(approved.map(key));
  const isApproved = (change: Change) => change.action === 'add' && keys.has(change.person.key);
  return judgeInvited(planGroups(input), isApproved, toGuard(input));
}

const refused = (setup: Setup) =>
  judge(setup).groups.map((group) =>
    findToInvite(group)
      .filter(({ refusal }) => refusal)
      .map(({ refusal }) => refusal?.scope)
      .join(' '),
  );

test('as many as are allowed to be added may be approved for the link, and none more', () => {
  expect(refused({ adds: { group: 3, run: 3 } })).toEqual(['']);
  expect(refused({ adds: { group: 2, run: 9 } })).toEqual(['group group group']);
  expect(refused({ adds: { group: 9, run: 2 } })).toEqual(['run run run']);
});

test('whoever was approved before counts no more: a group is not to stand still while people take their time', () => {
  expect(refused({ adds: { group: 2, run: 2 }, approved: [2] })).toEqual(['']);
  expect(refused({ adds: { group: 1, run: 9 }, approved: [2] })).toEqual(['group group']);
});

test('what objects to them stops nothing else of the group', () => {
  const plan = judge({
    groups: [{ ...byLink, settings: { name: 'Alti' } }],
    adds: { group: 2, run: 9 },
  });
  expect(plan.groups[0]?.changes).toHaveLength(1);
  expect(plan.groups[0]?.refusals).toEqual([]);
  expect(plan.refusals).toEqual([]);
});

test('an allow lets them through', () => {
  const allow = { counts: { adds: 3 }, until: '2026-07-01', reason: 'a new class', span };
  expect(refused({ groups: [{ ...byLink, allow }], adds: { group: 2, run: 2 } })).toEqual(['']);
});

test('one person in two groups is one in the run', () => {
  const other = desiredGroup({
    id: '120363000000000009@g.us' as KnownGroup['id'],
    file: 'z.yaml',
    people: people(2, 3, 4),
    newMembers: 'invite',
  });
  expect(refused({ groups: [byLink, other], adds: { group: 3, run: 3 } })).toEqual(['', '']);
});
