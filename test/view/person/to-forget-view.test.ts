import { expect, test } from 'vitest';
import type { ForgetView } from '../../../src/view/person/to-forget-view.ts';
import { toForgetView } from '../../../src/view/person/to-forget-view.ts';
import { desiredGroup, key, listed, organisation } from '../../support/choir.ts';

const both = { members: true, admins: true };
const exact = { members: 'exact', admins: 'exact' } as const;

test.each<[string, Parameters<typeof desiredGroup>[0], keyof ForgetView | 'nothing']>([
  ['a member of an exact group', { manage: exact, lists: both, people: [listed(2), listed(3)] }, 'leaves'],
  ['the last one', { manage: exact, lists: both, people: [listed(2)] }, 'emptied'],
  [
    'an admin where both lists are exact',
    { manage: exact, lists: both, people: [listed(2, { role: 'admin' }), listed(3)] },
    'leaves',
  ],
  [
    'an admin where members are not',
    {
      manage: { ...exact, members: 'additive' },
      lists: both,
      people: [listed(2, { role: 'admin' }), listed(3)],
    },
    'demoted',
  ],
  [
    'an admin of a list alone',
    { manage: exact, lists: { members: false, admins: true }, people: [listed(2, { role: 'admin' })] },
    'demoted',
  ],
  [
    'an admin whose list is additive',
    {
      manage: { ...exact, admins: 'additive' },
      lists: both,
      people: [listed(2, { role: 'admin' }), listed(3)],
    },
    'stays',
  ],
  [
    'a member of an additive group',
    { manage: { ...exact, members: 'additive' }, lists: both, people: [listed(2)] },
    'stays',
  ],
  [
    'a group that is watched',
    { manage: { members: 'observe', admins: 'observe' }, lists: both, people: [listed(2)] },
    'stays',
  ],
  ['somebody else', { manage: exact, lists: both, people: [listed(3)] }, 'nothing'],
])('%s', (_, group, fate) => {
  const desired = desiredGroup(group);
  const view = toForgetView(organisation([desired]), key(2));
  const found = Object.entries(view).flatMap(([name, files]: [string, readonly string[]]) =>
    files.map((file) => [name, file]),
  );
  expect(found).toEqual(fate === 'nothing' ? [] : [[fate, desired.file]]);
});
