import { expect, test } from 'vitest';
import { narrowTo, pickAccount } from '../../src/files/open-organisation.ts';
import { altos, desiredGroup, organisation, phone } from '../support/choir.ts';

const one = new Map([['main', phone('447700900001')]]);
const two = new Map([
  ['josé', phone('447700900001')],
  ['second', phone('447700900008')],
]);

test.each([
  ['the only one, unnamed', one, undefined, 'main'],
  ['by its name', two, 'second', 'second'],
  ['by its name in another spelling of the same letters', two, 'jose\u0301', 'josé'],
])('the account of a run: %s', (_, accounts, name, expected) => {
  expect(pickAccount(organisation([], { accounts }), name)).toEqual({
    name: expected,
    phone: accounts.get(expected),
  });
});

test.each([
  ['several, and none named', two, undefined, /several accounts.*--account josé \| second/],
  ['a name that is none', one, 'second', /no account "second".*It has: main/],
])('no account: %s', (_, accounts, name, expected) => {
  expect(() => pickAccount(organisation([], { accounts }), name)).toThrow(expected);
});

const span = { file: 'ours/e\u0301t\u00e9.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const groups = [
  desiredGroup({ file: '\u00e9t\u00e9.yaml', span }),
  desiredGroup({ file: 'basses.yaml', id: '120363000000000002@g.us' as typeof altos }),
];

test.each<[string, string[], number]>([
  ['none: all', [], 2],
  ['a file below the folder', ['basses.yaml'], 1],
  ['a file as it is typed', ['./ours/\u00e9t\u00e9.yaml'], 1],
  ['a file in the other spelling of its letters', ['e\u0301te\u0301.yaml'], 1],
  ['an id', [altos], 1],
  ['two, and one of them twice', [altos, '\u00e9t\u00e9.yaml', 'basses.yaml'], 2],
])('--target %s', (_, targets, count) => {
  expect(narrowTo(organisation(groups), targets).groups).toHaveLength(count);
});

test('a target that is nothing is an error, never all groups', () => {
  expect(() => narrowTo(organisation(groups), ['basses.yaml', 'tenors.yaml'])).toThrow(
    '--target tenors.yaml is neither',
  );
});
