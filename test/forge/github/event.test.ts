import { expect, test } from 'vitest';
import { parseEvent } from '../../../src/forge/github/event.ts';

const pull = { number: 7, title: 'Budi joins', user: { login: 'clara' }, head: { ref: 'x' } };

test.each<[string, unknown, unknown]>([
  [
    'a pull request',
    { pull_request: pull },
    { pullRequest: { number: 7, title: 'Budi joins' }, author: 'clara' },
  ],
  [
    'one whose author is gone',
    { pull_request: { ...pull, user: null } },
    { pullRequest: { number: 7, title: 'Budi joins' } },
  ],
  ['one without a title', { pull_request: { number: 7 } }, { pullRequest: { number: 7, title: '' } }],
  ['a push', { head_commit: { author: { username: 'dewi' } } }, { author: 'dewi' }],
  ['a push of nobody whom the forge knows', { head_commit: { author: { name: 'D' } } }, {}],
  [
    'both: the pull request’s author, never the commit’s',
    { pull_request: { ...pull, user: null }, head_commit: { author: { username: 'eve' } } },
    { pullRequest: { number: 7, title: 'Budi joins' } },
  ],
  ['a run by the clock', { schedule: '0 6 * * *' }, {}],
  ['another form', { pull_request: { number: '7' } }, {}],
  ['no object', null, {}],
])('who and what began a run: %s', (_, event, expected) => {
  expect(parseEvent(JSON.stringify(event))).toEqual(expected);
});

test.each(['', '{', 'x'])('what cannot be read tells nothing: %j', (text) =>
  expect(parseEvent(text)).toEqual({}),
);
