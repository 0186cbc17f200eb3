import { expect, test } from 'vitest';
import { findLink } from '../../../src/commands/notifying/find-link.ts';
import { UsageError } from '../../../src/errors.ts';

const github = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'clara/choir',
  GITHUB_RUN_ID: '4711',
};

test.each([
  [{}, {}, undefined],
  [{}, github, 'https://github.com/clara/choir/actions/runs/4711'],
  [
    {},
    {
      ...github,
      GITHUB_SERVER_URL: 'https://git.example.org/',
      GITEA_ACTIONS: 'true',
      GITHUB_RUN_NUMBER: '12',
    },
    'https://git.example.org/clara/choir/actions/runs/4711',
  ],
  [
    {},
    { ...github, FORGEJO_ACTIONS: 'true', GITHUB_RUN_NUMBER: '12' },
    'https://github.com/clara/choir/actions/runs/12',
  ],
  [{}, { CI_JOB_URL: 'https://gitlab.example/-/jobs/1' }, 'https://gitlab.example/-/jobs/1'],
  [{}, { CI_JOB_URL: 'javascript:alert(1)' }, undefined],
  [{ link: 'https://forge.example/pull/7' }, github, 'https://forge.example/pull/7'],
])('%j in %j: %j', (options, env, link) => expect(findLink(options, { env })).toBe(link));

test.each(['javascript:alert(1)', 'https://u:p@x/', 'nowhere', `https://x/${'a'.repeat(1_000)}`])(
  '%j is no link',
  (link) => expect(() => findLink({ link }, { env: {} })).toThrow(UsageError),
);
