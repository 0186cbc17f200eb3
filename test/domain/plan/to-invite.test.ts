import { expect, test } from 'vitest';
import { leftAloneRules } from '../../../src/domain/plan/left-alone.ts';
import type { LeftAlone, LeftAloneReason } from '../../../src/domain/plan/left-alone.ts';
import { findToInvite, inviteReasons, isInviteReason } from '../../../src/domain/plan/to-invite.ts';
import { personChange } from '../../support/choir.ts';

const add = personChange('add', 2, { lane: 'link' });

test('whoever is not added for one of three reasons may come by the link; nobody else', () => {
  const leftAlone = (Object.keys(leftAloneRules) as LeftAloneReason[]).map((reason): LeftAlone => ({
    reason,
    change: add,
  }));
  expect(findToInvite({ leftAlone }).map(({ reason }) => reason)).toEqual([...inviteReasons]);
  expect(isInviteReason('left')).toBe(false);
});

test('a promotion that waits for it is no invitation, nor is what is about nobody', () => {
  const leftAlone: LeftAlone[] = [
    { reason: 'by-invite', change: personChange('promote', 2) },
    { reason: 'by-invite' },
  ];
  expect(findToInvite({ leftAlone })).toEqual([]);
});

test('nobody is called for because of them', () => {
  expect(inviteReasons.filter((reason) => leftAloneRules[reason].needsHuman)).toEqual([]);
});
