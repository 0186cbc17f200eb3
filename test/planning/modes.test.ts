import { expect, test } from 'vitest';
import type { Mode } from '../../src/domain/group.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import {
  admin,
  desiredGroup,
  listed,
  liveGroup,
  living,
  noLimits,
  planInput,
  say,
} from '../support/choir.ts';

/**
 * docs/files.md#a-group, "Modes", whole. Listed: 2 as a member and 3 as an admin, both missing; 4 as a member who is one;
 * 5 as a member who is an admin; 6 as an admin who is a member. Unlisted: 7, a member; 8, an admin.
 */
function plan(lists: 'members' | 'admins' | 'both', members: Mode, admins: Mode) {
  const hasMembers = lists !== 'admins';
  const hasAdmins = lists !== 'members';
  const people = [
    ...(hasMembers ? [listed(2), listed(4), listed(5)] : []),
    ...(hasAdmins ? [listed(3, { role: 'admin' }), listed(6, { role: 'admin' })] : []),
  ];
  const desired = desiredGroup({
    people,
    lists: { members: hasMembers, admins: hasAdmins },
    manage: { members, admins },
  });
  const live = liveGroup({ people: [living(4), admin(5), living(6), living(7), admin(8)] });
  const input = planInput([[desired, live]], {}, { limits: noLimits });
  const { changes, leftAlone } = planGroup(desired, { kind: 'read', group: live }, input);
  return {
    due: changes.map(say),
    left: leftAlone.map(({ reason, change }) => `${change ? say(change) : '-'}: ${reason}`),
  };
}

test.each([
  ['members', 'exact', 'additive', ['add 2', 'remove 6', 'remove 7'], ['remove 8: admin']],
  [
    'members',
    'additive',
    'exact',
    ['add 2'],
    ['remove 6: additive', 'remove 7: additive', 'remove 8: additive'],
  ],
  [
    'members',
    'observe',
    'exact',
    [],
    ['add 2: observe', 'remove 6: observe', 'remove 7: observe', 'remove 8: observe'],
  ],
  ['admins', 'exact', 'exact', ['add 3', 'promote 3', 'promote 6', 'demote 5', 'demote 8'], []],
  [
    'admins',
    'exact',
    'additive',
    ['add 3', 'promote 3', 'promote 6'],
    ['demote 5: additive', 'demote 8: additive'],
  ],
  [
    'admins',
    'exact',
    'observe',
    [],
    ['add 3: observe', 'promote 3: observe', 'promote 6: observe', 'demote 5: observe', 'demote 8: observe'],
  ],
  [
    'both',
    'exact',
    'exact',
    ['add 2', 'add 3', 'promote 3', 'promote 6', 'demote 5', 'remove 7', 'remove 8'],
    [],
  ],
  [
    'both',
    'exact',
    'additive',
    ['add 2', 'add 3', 'promote 3', 'promote 6', 'remove 7'],
    ['demote 5: additive', 'demote 8: additive'],
  ],
  [
    'both',
    'exact',
    'observe',
    ['add 2', 'add 3', 'remove 7'],
    ['promote 3: observe', 'promote 6: observe', 'demote 5: observe', 'demote 8: observe'],
  ],
  [
    'both',
    'additive',
    'exact',
    ['add 2', 'add 3', 'promote 3', 'promote 6', 'demote 5', 'demote 8'],
    ['remove 7: additive'],
  ],
  [
    'both',
    'additive',
    'additive',
    ['add 2', 'add 3', 'promote 3', 'promote 6'],
    ['demote 5: additive', 'remove 7: additive', 'demote 8: additive'],
  ],
  [
    'both',
    'additive',
    'observe',
    ['add 2', 'add 3'],
    [
      'promote 3: observe',
      'promote 6: observe',
      'demote 5: observe',
      'remove 7: additive',
      'demote 8: observe',
    ],
  ],
  [
    'both',
    'observe',
    'exact',
    ['promote 6', 'demote 5', 'demote 8'],
    ['add 2: observe', 'add 3: observe', 'promote 3: observe', 'remove 7: observe'],
  ],
  [
    'both',
    'observe',
    'additive',
    ['promote 6'],
    [
      'add 2: observe',
      'add 3: observe',
      'promote 3: observe',
      'demote 5: additive',
      'remove 7: observe',
      'demote 8: additive',
    ],
  ],
  [
    'both',
    'observe',
    'observe',
    [],
    [
      'add 2: observe',
      'add 3: observe',
      'promote 3: observe',
      'promote 6: observe',
      'demote 5: observe',
      'remove 7: observe',
      'remove 8: observe',
    ],
  ],
] as const)('%s, members %s, admins %s', (lists, members, admins, due, left) => {
  expect(plan(lists, members, admins)).toEqual({ due, left });
});

test('neither list: nobody is anything to Rollcall', () => {
  const desired = desiredGroup({ lists: { members: false, admins: false } });
  const live = liveGroup({ people: [living(7), admin(8)] });
  const input = planInput([[desired, live]]);
  const { changes, leftAlone } = planGroup(desired, { kind: 'read', group: live }, input);
  expect([changes, leftAlone]).toEqual([[], []]);
});
