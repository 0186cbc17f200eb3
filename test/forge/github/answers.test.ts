import { expect, test } from 'vitest';
import * as answers from '../../../src/forge/github/answers.ts';

test.each([
  ['the workflows’ own', { login: 'github-actions[bot]', type: 'Bot' }, true],
  ['a user of that name', { login: 'github-actions[bot]', type: 'User' }, false],
  ['another bot', { login: 'dependabot[bot]', type: 'Bot' }, false],
  ['somebody', { login: 'clara', type: 'User' }, false],
  ['whoever is gone', null, false],
])('what a comment’s author may change: %s', (_, user, expected) => {
  expect(answers.isWorkflow(user)).toBe(expected);
});

test('what is missing where GitHub leaves it out is no fault', () =>
  expect(answers.artifacts.parse({ total_count: 0 })).toEqual({ artifacts: [] }));

test('an artifact of which it is not told whether it is gone is none', () =>
  expect(answers.artifacts.safeParse({ artifacts: [{ id: 1, name: 'x' }] }).success).toBe(false));
