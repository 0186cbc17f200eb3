import { expect, test } from 'vitest';
import type { Wishes } from '../../src/adopting/find-wishes.ts';
import { findFault } from '../../src/adopting/prove-group.ts';
import { adoptedParts } from '../../src/domain/adoption.ts';
import type { KnownGroup } from '../../src/domain/plan/plan.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import { desiredGroup, hidden, lid, listed, living, liveGroup, planInput, singer } from '../support/choir.ts';

const live = liveGroup({ people: [living(2), living(3)], unidentified: [hidden('330000000000020')] });
const nothing: Wishes = { settings: {}, people: [], hidden: [], known: [], left: [] };
const known = new Set([lid('330000000000020')]);

function plan(desired: KnownGroup) {
  return planGroup(desired, { kind: 'read', group: live }, planInput([[desired, live]]));
}

const before = desiredGroup({ people: [listed(2)], knownLids: known });
const newcomer: Wishes = { ...nothing, people: [{ person: singer(3), role: 'member' }] };

test.each<[what: string, after: KnownGroup, wishes: Wishes, fault: string | undefined]>([
  [
    'as it was to be',
    desiredGroup({ people: [listed(2), listed(3)], knownLids: known }),
    newcomer,
    undefined,
  ],
  ['somebody is still a stranger', before, newcomer, 'still-differs'],
  [
    'somebody hides, and is listed no more',
    desiredGroup({ people: [listed(2), listed(3)] }),
    newcomer,
    'still-differs',
  ],
  [
    'somebody got a last day',
    desiredGroup({ people: [listed(2, { memberUntil: '2026-12-31' }), listed(3)], knownLids: known }),
    newcomer,
    'something-else',
  ],
  [
    'a mode is another one',
    desiredGroup({ people: [listed(2), listed(3)], knownLids: known, manage: { admins: 'additive' } }),
    newcomer,
    'something-else',
  ],
  [
    'a setting came along',
    desiredGroup({ people: [listed(2), listed(3)], knownLids: known, settings: { locked: false } }),
    newcomer,
    'something-else',
  ],
])('%s', (_, after, wishes, fault) => {
  expect(findFault({ before: plan(before), after: plan(after) }, wishes, [], new Set(adoptedParts))).toBe(
    fault,
  );
});

test('what was said to stay is no fault', () => {
  const left = [{ reason: 'by-defaults' as const, person: singer(3) }];
  const asked = new Set(adoptedParts);
  expect(findFault({ before: plan(before), after: plan(before) }, nothing, left, asked)).toBeUndefined();
});
