import { expect, test } from 'vitest';
import { findRest } from '../../../src/commands/sealing/find-rest.ts';

test('comments and texts of all files as they are now, the policy too, but for the accounts that act', () => {
  const policy = [
    'accounts:',
    '  main: "+44 7700 900001"',
    '  second: "+44 7700 900009" # or +44 7700 900010',
    'protected: [ana] # ana is 07700 900002',
    '',
  ].join('\r\n');
  const group = { path: 'altos.yaml', file: 'groups/altos.yaml', text: 'members: ["+44 7700 900003"]\n' };
  const files = [
    { path: '_policy.yaml', file: 'groups/_policy.yaml', text: policy },
    group,
    { path: 'tenors.yaml', file: 'groups/tenors.yaml', text: 'name: Tenors\n# call +44 7700 900004\n' },
  ];
  expect(findRest(files, [{ source: group, text: 'members: [person]\n' }])).toEqual([
    'groups/_policy.yaml:3',
    'groups/_policy.yaml:4',
    'groups/tenors.yaml:2',
  ]);
});
