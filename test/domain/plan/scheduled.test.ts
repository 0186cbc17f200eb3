import { expect, test } from 'vitest';
import type { LeftAloneReason } from '../../../src/domain/plan/left-alone.ts';
import { leftAloneRules } from '../../../src/domain/plan/left-alone.ts';
import { isLasting } from '../../../src/domain/plan/scheduled.ts';

test('what is no fact of the moment holds back a coming change; two facts are no reasons of a group', () => {
  expect([isLasting(undefined), isLasting('unreadable'), isLasting('forgotten')]).toEqual([
    false,
    true,
    true,
  ]);
  const passing = Object.keys(leftAloneRules).filter((reason) => !isLasting(reason as LeftAloneReason));
  // Whoever adds one says here that it does not stand against somebody's approval.
  expect(passing.toSorted()).toEqual([
    'asks',
    'asks-early',
    'asks-hidden',
    'asks-listed',
    'by-invite',
    'community',
    'declined',
    'early',
    'full',
    'incomplete',
    'left',
    'new-members',
    'no-memory',
    'not-admin',
    'not-let-in',
    'not-on-whatsapp',
    'not-said',
    'perhaps-hidden',
    'requests-unread',
    'suspended',
    'tried',
    'undated',
    'vanished',
  ]);
});
