import { expect, test } from 'vitest';
import type { LeftAloneReason } from '../../../src/domain/plan/left-alone.ts';
import { leftAloneRules } from '../../../src/domain/plan/left-alone.ts';
import { findToInvite, inviteReasons } from '../../../src/domain/plan/to-invite.ts';
import { personChange } from '../../support/choir.ts';

test('whoever is not added and may come by the link; a promotion that waits for it is none', () => {
  const reasons = Object.keys(leftAloneRules) as LeftAloneReason[];
  const leftAlone = reasons.flatMap((reason) => [
    { reason, change: personChange('add', 2) },
    { reason, change: personChange('promote', 2) },
    { reason },
  ]);
  const found = findToInvite({ leftAlone });
  expect(found.map(({ reason }) => reason).toSorted()).toEqual([...inviteReasons].toSorted());
  expect(found.every(({ change }) => change.action === 'add')).toBe(true);
});
