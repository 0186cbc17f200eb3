import { expect, test } from 'vitest';
import * as answers from '../../../src/forge/gitea/gitea-answers.ts';

test.each([
  ['the workflows’ own at Gitea', { id: -2, login: 'gitea-actions' }, true],
  ['the workflows’ own at Forgejo', { id: -2, login: 'forgejo-actions' }, true],
  ['a user who took that name', { id: 7, login: 'gitea-actions' }, false],
  ['whoever is gone, as such people are called', { id: -1, login: 'Ghost' }, false],
  ['nobody', null, false],
])('what a comment’s author may change: %s', (_, user, expected) => {
  expect(answers.isWorkflow(user)).toBe(expected);
});
