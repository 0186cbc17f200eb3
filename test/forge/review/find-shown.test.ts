import { expect, test } from 'vitest';
import { findShown } from '../../../src/forge/review/find-shown.ts';

const commit = 'a'.repeat(40);
const find = (inputs: Readonly<Record<string, string>>) =>
  findShown({ input: (name: string) => inputs[name] ?? '' });

test('what a plan is sealed for is told whole', () =>
  expect(find({ HEAD: commit, PULL_REQUEST: '7' })).toEqual({ commit, pullRequest: 7 }));

test('without a head it approves nothing', () => expect(find({ PULL_REQUEST: '7' })).toBeUndefined());

test.each([
  ['no number', { HEAD: commit }],
  ['a number that is none', { HEAD: commit, PULL_REQUEST: '07' }],
  ['a head that is no commit', { HEAD: 'main', PULL_REQUEST: '7' }],
])('half of it is an error: %s', (_, inputs: Readonly<Record<string, string>>) =>
  expect(() => find(inputs)).toThrow('needs a commit id, and the number'),
);
