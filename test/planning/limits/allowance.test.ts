import { expect, test } from 'vitest';
import type { Allowance } from '../../../src/domain/group.ts';
import { noPast } from '../../../src/domain/past.ts';
import { findAllowance, toAllowanceKey } from '../../../src/planning/limits/allowance.ts';
import { desiredGroup, guard, personChange, span, today, tomorrow, yesterday } from '../../support/choir.ts';

const allow: Allowance = { counts: { removals: 5 }, until: today, reason: 'class split', span };
const desired = desiredGroup({ allow });
const removals = [personChange('remove', 2), personChange('remove', 3)];

test.each<[string, Partial<Allowance> | undefined, number, number | undefined]>([
  ['up to its last day', {}, 0, 5],
  ['what is left of it', {}, 3, 2],
  ['nothing once it is used up', {}, 5, undefined],
  ['nothing where more than that was done', {}, 9, undefined],
  ['nothing the day after', { until: yesterday }, 0, undefined],
  ['nothing for another kind', { counts: { adds: 5 } }, 0, undefined],
  ['nothing where there is none', undefined, 0, undefined],
])('%s', (_, more, used, left) => {
  const group = desiredGroup({ ...(more && { allow: { ...allow, ...more } }) });
  const past = { ...noPast, allowUsed: new Map([[toAllowanceKey(group, 'removals'), used]]) };
  expect(findAllowance(group, 'removals', guard({ past }))).toBe(left);
});

test('what may have happened has used its part, and does not use it again', () => {
  const unsettled = { counts: () => false, uses: (change: string) => change.endsWith('900002') };
  const past = { ...noPast, unsettled, allowUsed: new Map([[toAllowanceKey(desired, 'removals'), 5]]) };
  expect(findAllowance(desired, 'removals', guard({ past }), removals)).toBe(1);
  expect(findAllowance(desired, 'removals', guard({ past }))).toBeUndefined();
});

test('another number, day, reason or group is another allowance', () => {
  const others = [
    desired,
    desiredGroup({ allow: { ...allow, counts: { removals: 6 } } }),
    desiredGroup({ allow: { ...allow, until: tomorrow } }),
    desiredGroup({ allow: { ...allow, reason: 'another' } }),
    { ...desired, id: '120363000000000002@g.us' as typeof desired.id },
  ];
  expect(new Set(others.map((each) => toAllowanceKey(each, 'removals'))).size).toBe(others.length);
  expect(toAllowanceKey(desired, 'removals')).not.toBe(toAllowanceKey(desired, 'adds'));
});
