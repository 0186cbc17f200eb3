import { expect, test } from 'vitest';
import * as answers from '../../../src/forge/rest/answers.ts';

test('what is not used is passed over', () => {
  expect(answers.reviews.parse([{ id: 1, state: 'PENDING', node_id: 'x', commit_id: null }])).toEqual([
    { id: 1, state: 'PENDING', commit_id: null },
  ]);
});

test.each([
  ['a pull request without its head', answers.pulls, [{ number: 1, base: { ref: 'main' } }]],
  ['a review without its state', answers.reviews, [{ id: 1 }]],
  ['an object in the place of a list', answers.comments, { message: 'Bad credentials' }],
])('another form is none: %s', (_, form, answer) => expect(form.safeParse(answer).success).toBe(false));
