import { expect, test } from 'vitest';
import { openJob } from '../../src/forge/job.ts';
import { createTestIo } from '../support/stage.ts';

function open(env: Readonly<Record<string, string>>) {
  return openJob(createTestIo({ env }).io);
}

test.each([
  ['nothing', {}, '', 'groups', 'main'],
  ['by their names', { ACCOUNT: 'second', GROUPS: 'ours' }, 'second', 'ours', 'second'],
  [
    'the action’s own before others',
    { INPUT_ACCOUNT: 'second', ACCOUNT: 'third' },
    'second',
    'groups',
    'second',
  ],
  [
    'an empty one is none',
    { INPUT_ACCOUNT: '', ACCOUNT: 'third', INPUT_GROUPS: '' },
    'third',
    'groups',
    'third',
  ],
])('inputs: %s', (_, env, account, groups, accountName) => {
  expect(open(env)).toMatchObject({ account, groups, accountName });
});

test('git gets nothing of the environment but what it needs, and the token for its server alone', () => {
  const { remote } = open({
    PATH: '/bin',
    HOME: '/root',
    ROLLCALL_KEY: 'secret',
    ROLLCALL_PASSWORD: 'secret',
    GITHUB_TOKEN: 'token',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'clara/choir',
  });
  expect(remote).toEqual({
    url: 'https://github.com/clara/choir',
    options: {
      // No home folder: what another job has left there is not asked.
      env: { PATH: '/bin' },
      access: { server: 'https://github.com', token: 'token' },
    },
  });
});

test('git goes by the proxies of the environment', () => {
  const { remote } = open({ HTTPS_PROXY: 'http://proxy.example:3128' });
  expect(remote.options.env).toMatchObject({ https_proxy: 'http://proxy.example:3128' });
});

test('without a token nothing is opened', () => expect(open({}).remote.options).not.toHaveProperty('access'));

test.each([
  [{ GITHUB_RUN_ID: '4711' }, '4711-1-job'],
  [{ GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'apply' }, '4711-2-apply'],
  [{ GITHUB_RUN_ID: '../x', GITHUB_JOB: 'a b/c' }, '---x-1-a-b-c'],
])('each try of a run has a name that can be a file’s: %o', (env, name) =>
  expect(open(env).runName).toBe(name),
);

test.each([
  ['schedule', true],
  ['push', false],
  ['', false],
])('a run begun by %s is quieter: %s', (GITHUB_EVENT_NAME, expected) =>
  expect(open({ GITHUB_EVENT_NAME }).isScheduled).toBe(expected),
);
