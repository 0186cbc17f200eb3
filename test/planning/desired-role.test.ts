import { expect, test } from 'vitest';
import { isPast, wantedRole } from '../../src/planning/desired-role.ts';
import { listed, today, tomorrow, yesterday } from '../support/choir.ts';

test.each([
  [undefined, false],
  [yesterday, true],
  [today, false],
  [tomorrow, false],
])('a last day of %s is over: %s', (until, over) => {
  expect(isPast(until, today)).toBe(over);
});

test.each([
  ['a member without an end', {}, 'member'],
  ['a member on the last day', { memberUntil: today }, 'member'],
  ['a member on the day after', { memberUntil: yesterday }, 'none'],
  ['an admin without an end', { role: 'admin' }, 'admin'],
  ['an admin on the last day as one', { role: 'admin', adminUntil: today }, 'admin'],
  ['an admin on the day after, a member without an end', { role: 'admin', adminUntil: yesterday }, 'member'],
  [
    'an admin on the day after, a member until tomorrow',
    { role: 'admin', adminUntil: yesterday, memberUntil: tomorrow },
    'member',
  ],
  [
    'an admin and member on the day after',
    { role: 'admin', adminUntil: yesterday, memberUntil: yesterday },
    'none',
  ],
] as const)('%s', (_, person, role) => {
  expect(wantedRole(listed(2, person), today)).toBe(role);
});
