import { expect, test } from 'vitest';
import * as answers from '../../../src/forge/github/answers.ts';

test.each([
  ['the workflows’ own', { login: 'github-actions[bot]', type: 'Bot' }, true],
  ['a user of that name', { login: 'github-actions[bot]', type: 'User' }, false],
  ['another bot', { login: 'dependabot[bot]', type: 'Bot' }, false],
  ['somebody', { login: 'clara', type: 'User' }, false],
  ['whoever is gone', null, false],
])('what a comment’s author may change: %s', (_, user, expected) => {
  expect(answers.isOwnComment(user)).toBe(expected);
});

test('what is not used is passed over, and what is missing where GitHub leaves it out is no fault', () => {
  expect(answers.artifacts.parse({ total_count: 0 })).toEqual({ artifacts: [] });
  expect(answers.reviews.parse([{ id: 1, state: 'PENDING', node_id: 'x', commit_id: null }])).toEqual([
    { id: 1, state: 'PENDING', commit_id: null },
  ]);
});

test.each([
  ['a pull request without its head', answers.pulls, [{ number: 1, base: { ref: 'main' } }]],
  [
    'an artifact of which it is not told whether it is gone',
    answers.artifacts,
    { artifacts: [{ id: 1, name: 'x' }] },
  ],
  ['a review without its state', answers.reviews, [{ id: 1 }]],
  ['an object in the place of a list', answers.comments, { message: 'Bad credentials' }],
])('another form is none: %s', (_, form, answer) => expect(form.safeParse(answer).success).toBe(false));
