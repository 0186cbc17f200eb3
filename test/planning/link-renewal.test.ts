import { describe, expect, test } from 'vitest';
import type { Change, LinkRenewal } from '../../src/domain/plan/change.ts';
import type { LiveGroup } from '../../src/domain/group.ts';
import type { LinkDebt } from '../../src/domain/past.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Policy } from '../../src/domain/organisation.ts';
import { approveGroup } from '../../src/planning/approve-plan.ts';
import { comesWithDate, followsRemoval } from '../../src/planning/link-renewal.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';
import {
  altos,
  desiredGroup,
  guard,
  key,
  liveGroup,
  living,
  noLimits,
  personChange,
  planInput,
  say,
} from '../support/choir.ts';

const renewing: Partial<Policy> = { link: { renew: 'after-removals' }, limits: noLimits };
const two = liveGroup({ people: [living(7)] });
const nobody = liveGroup();

function plan(live: LiveGroup, more: Partial<PlanInput> = {}, policy = renewing) {
  const desired = desiredGroup({ knownLids: new Set() });
  return planGroup(desired, { kind: 'read', group: live }, planInput([[desired, live]], more, policy));
}

const sayAll = (changes: readonly Change[]) =>
  changes.map((change) => `${say(change)}${'isOwed' in change && change.isOwed ? ' (owed)' : ''}`);

/** A memory of removals here: one that is verified, and those of which nobody knows, by their numbers. */
function debt(isOwed: boolean, ...uncertain: number[]): Partial<PlanInput> {
  const people = new Set(uncertain.map(key));
  const link: LinkDebt = { isOwed, uncertain: { count: people.size, has: (one) => people.has(one) } };
  return { past: { ...noPast, linkDebts: new Map([[altos, link]]) } };
}

test.each<[string, LiveGroup, Partial<PlanInput>, Partial<Policy>, string[]]>([
  ['somebody is removed', two, {}, renewing, ['remove 7', 'set link']],
  ['nobody is', nobody, {}, renewing, []],
  ['the policy wants none', two, {}, { limits: noLimits }, ['remove 7']],
  ['this run removed somebody', nobody, { removed: new Set([altos]) }, renewing, ['set link (owed)']],
  ['an earlier run did', nobody, debt(true), renewing, ['set link (owed)']],
  ['an earlier run died after it', nobody, debt(false, 7), renewing, ['set link (owed)']],
  ['it died, and they are there still', two, debt(false, 7), renewing, ['remove 7', 'set link']],
  ['one of two is gone', two, debt(false, 7, 8), renewing, ['remove 7', 'set link (owed)']],
  ['nobody can say who is gone', { ...nobody, uncounted: true }, debt(false, 7), renewing, []],
  ['it was owed, and the policy wants none', nobody, debt(true), {}, []],
])('%s', (_, live, more, policy, said) => {
  expect(sayAll(plan(live, more, policy).changes)).toEqual(said);
});

test.each([
  ['no admin', { self: 'member' }, 'not-admin'],
  ['suspended', { suspended: true }, 'suspended'],
] as const)('an owed one is left alone where the account is %s', (_, more, reason) => {
  const { changes, leftAlone } = plan(liveGroup(more), debt(true));
  expect(changes).toEqual([]);
  expect(leftAlone.map((each) => [each.reason, each.change && say(each.change)])).toEqual([
    [reason, 'set link'],
  ]);
});

const approve = (live: LiveGroup, isApproved: (change: Change) => boolean, more = {}) =>
  approveGroup(plan(live, more), isApproved, guard({ limits: noLimits }));

describe('what is approved', () => {
  test('without any removal there is nothing to renew a link for', () => {
    const { changes, leftAlone } = approve(two, ({ action }) => action === 'set');
    expect(sayAll(changes)).toEqual([]);
    expect(leftAlone.map(({ reason }) => reason)).toEqual(['not-approved', 'not-approved']);
  });

  test('a removal alone leaves the link as it is', () => {
    expect(sayAll(approve(two, ({ action }) => action === 'remove').changes)).toEqual(['remove 7']);
  });

  test('what is owed follows no other change', () => {
    expect(sayAll(approve(nobody, () => true, debt(true)).changes)).toEqual(['set link (owed)']);
    expect(sayAll(approve(nobody, () => false, debt(true)).changes)).toEqual([]);
  });
});

test('what a date takes away takes the link with it: on that day nobody could approve it alone', () => {
  const renewal: LinkRenewal = {
    action: 'set',
    setting: 'link',
    group: altos,
    why: { kind: 'leavers' },
    isOwed: false,
  };
  const unlisted = personChange('remove', 7, { before: 'member' });
  const ended = { ...unlisted, why: { kind: 'ended', until: '2026-06-01', via: [] } } as const;
  expect([comesWithDate(renewal, [ended]), comesWithDate(renewal, [unlisted])]).toEqual([true, false]);
  expect(comesWithDate(unlisted, [ended])).toBe(false);
  expect([followsRemoval(renewal, []), followsRemoval({ ...renewal, isOwed: true }, [])]).toEqual([
    false,
    true,
  ]);
});
