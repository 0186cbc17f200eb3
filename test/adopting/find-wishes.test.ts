import { assert as check, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findKept, findWishes } from '../../src/adopting/find-wishes.ts';
import { adoptedParts } from '../../src/domain/adoption.ts';
import type { LeftAloneReason } from '../../src/domain/plan/left-alone.ts';
import { leftAloneRules } from '../../src/domain/plan/left-alone.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import { everybody, pairs } from '../support/arbitrary-pair.ts';
import {
  altos,
  desiredGroup,
  lid,
  listed,
  living,
  liveGroup,
  personChange,
  planInput,
  singer,
  today,
} from '../support/choir.ts';

const all = new Set(adoptedParts);
const sides = { desired: desiredGroup(), live: liveGroup() };

describe('what a file takes over', () => {
  test('nobody is taken out whom doubt surrounds, and everybody who is seen is let in', () => {
    check(
      property(pairs, ({ desired, live, lids, past, protected: guarded }) => {
        const input = planInput([[desired, live]], { lids, past }, { protected: guarded }, everybody);
        const plan = planGroup(desired, { kind: 'read', group: live }, input);
        const { people } = findWishes(plan, all, today);
        const seen = plan.reading.kind === 'read' ? plan.reading.group.people : new Map();
        const gone = people.filter(({ role }) => role === 'none').map(({ person }) => person.key);
        expect(gone.filter((key) => seen.has(key) || !live.peopleComplete)).toEqual(
          gone.filter((key) => seen.has(key) && !desired.lists.members),
        );
        expect(people.filter(({ role, person }) => role === 'admin' && !seen.has(person.key))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[reason: LeftAloneReason, kept: string | undefined]>([
    ['incomplete', 'incomplete'],
    ['vanished', 'incomplete'],
    ['perhaps-hidden', 'perhaps-there'],
    ['ambiguous', 'perhaps-there'],
    ['undated', 'perhaps-unseen'],
    ['number-changed', 'perhaps-there'],
    ['unconfirmed', 'perhaps-there'],
    ['declined', undefined],
    ['left', undefined],
    ['by-invite', undefined],
    ['not-admin', undefined],
    ['perhaps-same', undefined],
  ])('somebody who seems to be missing: %s', (reason, kept) => {
    expect(findKept({ change: personChange('add', 2), reason }, sides)?.reason).toBe(kept);
  });

  test.each([
    ['a list without a number', { uncounted: true as const }],
    ['a group that WhatsApp has suspended', { suspended: true }],
  ])('somebody who seems to be missing from %s', (_, more) => {
    expect(findKept({ change: personChange('add', 2) }, { ...sides, live: liveGroup(more) })?.reason).toBe(
      'perhaps-unseen',
    );
    expect(
      findKept({ change: personChange('remove', 2) }, { ...sides, live: liveGroup(more) }),
    ).toBeUndefined();
  });

  test('whatever else stands in the way, what only watches stays as it is', () => {
    const watching = { ...sides, desired: desiredGroup({ manage: { members: 'observe' } }) };
    const reasons: (LeftAloneReason | undefined)[] = [undefined, 'observe', 'number-changed', 'incomplete'];
    const kept = reasons.map((reason) => {
      return findKept({ change: personChange('remove', 2), ...(reason && { reason }) }, watching)?.reason;
    });
    expect(new Set(kept)).toEqual(new Set(['observe']));
  });

  test('somebody who is there is taken in whatever keeps Rollcall from acting', () => {
    const watched = new Set<LeftAloneReason>([
      'incomplete',
      'vanished',
      'unconfirmed',
      'photo-hidden',
      'photo-untold',
      'photo-unread',
    ]);
    const reasons = Object.keys(leftAloneRules) as LeftAloneReason[];
    const kept = reasons.filter((reason) => findKept({ change: personChange('remove', 2), reason }, sides));
    expect(new Set(kept)).toEqual(watched);
  });
});

test('whom only the memory knows is listed by LID', () => {
  const member = living(2, { lid: lid('330000000000002'), isRemembered: true });
  const desired = desiredGroup({ people: [listed(3)] });
  const live = liveGroup({ people: [member, living(3)] });
  const input = planInput([[desired, live]], {}, {}, [singer(2)]);
  const plan = planGroup(desired, { kind: 'read', group: live }, input);
  expect(findWishes(plan, all, today).people).toEqual([
    { person: expect.objectContaining({ key: singer(2).key }), role: 'member', lid: member.lid },
  ]);
});

test('of a group that could not be read nothing is taken', () => {
  const desired = desiredGroup({ people: [listed(3)] });
  const plan = planGroup(desired, { kind: 'unreadable', reason: 'failed', text: 'x' }, planInput([]));
  expect(findWishes(plan, all, today)).toEqual({ settings: {}, people: [], hidden: [], known: [], left: [] });
  expect(desired.id).toBe(altos);
});

test('what somebody approved the other way round is not undone', () => {
  const desired = desiredGroup({ people: [listed(2)], settings: { locked: true } });
  const live = liveGroup({ people: [living(3)] });
  const plan = planGroup(desired, { kind: 'read', group: live }, planInput([[desired, live]]));
  const wishes = findWishes(plan, all, today, ({ action }) => action !== 'remove');
  expect([wishes.people.map(({ role }) => role), wishes.settings]).toEqual([['member'], {}]);
  expect(wishes.left.map(({ reason, setting }) => [reason, setting])).toEqual([
    ['approved', undefined],
    ['approved', 'locked'],
  ]);
});
