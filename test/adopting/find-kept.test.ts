import { describe, expect, test } from 'vitest';
import { findKept, findOthers, isAsked } from '../../src/adopting/find-kept.ts';
import type { LeftAloneReason } from '../../src/domain/plan/left-alone.ts';
import { leftAloneRules } from '../../src/domain/plan/left-alone.ts';
import { desiredGroup, liveGroup, personChange, singer } from '../support/choir.ts';

const sides = { desired: desiredGroup(), live: liveGroup() };

describe('what keeps a file from following', () => {
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
      'not-said',
    ]);
    const reasons = Object.keys(leftAloneRules) as LeftAloneReason[];
    const kept = reasons.filter((reason) => findKept({ change: personChange('remove', 2), reason }, sides));
    expect(new Set(kept)).toEqual(watched);
  });
});

test.each([
  ['an admin who is listed nowhere', personChange('remove', 2, { before: 'admin' }), [true, true]],
  ['a member who is', personChange('remove', 2, { before: 'member' }), [true, false]],
  ['somebody new', personChange('add', 2), [true, false]],
  ['a role', personChange('demote', 2), [false, true]],
] as const)('%s is part of members, of admins', (_, change, asked) => {
  const { desired } = sides;
  const is = (['members', 'admins'] as const).map((part) => isAsked(change, desired, new Set([part])));
  expect(is).toEqual(asked);
});

test.each([
  ['somebody with a handle', { ...singer(2), handle: 'ana' }, 'other-number'],
  ['a number', singer(2), undefined],
] as const)('%s that is there under another number', (_, person, kept) => {
  for (const reason of ['number-changed', 'perhaps-same'] as const) {
    const needs = [{ action: 'add' as const, person: person.key }];
    const differences = [
      personChange('add', 2, { person }),
      personChange('promote', 2, { person, needs }),
    ].map((change) => ({ change, reason, other: singer(3) }));
    expect(differences.map((each) => findKept(each, sides)?.reason)).toEqual([kept, kept]);
    expect([...findOthers(differences)]).toEqual(kept ? [singer(3).key] : []);
  }
});
