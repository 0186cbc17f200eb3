import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseEvent } from '../../src/forge/github/event.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { GithubStage } from '../support/github-stage.ts';
import { openGithubStage } from '../support/github-stage.ts';

const head = 'abcdef12'.repeat(5);
const key = 'ab'.repeat(32);
let stage: GithubStage;
let sandbox: Sandbox;

beforeEach(async () => {
  stage = await openGithubStage(choirFiles);
  sandbox = await startSandbox({ world: choirWorld() });
});

afterEach(async () => {
  await sandbox.close();
  await stage.close();
});

/** Plans for pull request 7, begun by an event; returns the page and the comment. */
async function planFor(event: unknown, env: Readonly<Record<string, string>> = {}) {
  const file = stage.shared('../event.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof event === 'string' ? event : JSON.stringify(event));
  const own = { GITHUB_SERVER_URL: 'https://forge.example', GITHUB_EVENT_PATH: file, ...env };
  const { outputs } = await stage.step('run', {
    INPUT_COMMAND: 'plan',
    INPUT_HEAD: head,
    INPUT_PULL_REQUEST: '7',
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_USER: 'clara',
    ROLLCALL_PASSWORD: 'pass-of-the-test',
    ROLLCALL_KEY: key,
    ...own,
  });
  await stage.step('comment-plan', { PULL_REQUEST: '7', HEAD_SHA: head, ...own });
  const { body } = JSON.parse(stage.api.requests.at(-1)?.body ?? '') as { body: string };
  return { html: await readFile(outputs['page'] ?? '', 'utf8'), comment: body, page: outputs['page'] };
}

const pull = (number: number, title: string, login: string) => ({
  pull_request: { number, title, user: { login }, body: 'x' },
});

describe('the head of a page', () => {
  test('says for which pull request and commit it is, by whom and when', async () => {
    const { html, comment } = await planFor(pull(7, 'Ana joins', 'clara-b'));
    expect(html).toContain('<a href="https://forge.example/clara/choir/pull/7"><bdi>#7 Ana joins</bdi></a>');
    expect(html).toContain(`<a href="https://forge.example/clara/choir/commit/${head}">abcdef12</a>`);
    expect(html).toContain('<dd><bdi>clara-b</bdi></dd>');
    expect(html).toMatch(/<dt>Made on<\/dt><dd>\d+ \w+ 20\d\d, \d\d:\d\d \(Europe\/London\)<\/dd>/);
    // The policy has one account.
    expect(html).not.toContain('Account');
    expect(comment).toContain('By: clara-b');
    expect(comment).toContain('(<https://forge.example/clara/choir/actions/runs/4711#artifacts>)');
  });

  test('holds no credential, and what people wrote does nothing there', async () => {
    const title = '<script>alert(1)</script> [x](javascript:alert(1)) @everybody +44 7700 900123';
    const { html, comment } = await planFor(pull(7, title, '"><img src=x onerror=alert(1)>'));
    expect(html + comment).not.toMatch(/<script|<img|token-of-the-test|pass-of-the-test|(?:ab){32}|900123/);
    expect(html).toContain('&lt;script&gt;');
  });

  test.each([
    ['of another pull request', pull(8, 'Not this one', 'mallory')],
    ['that is no JSON', '{'],
    ['of another form', { pull_request: 'yes' }],
  ])('believes no event %s', async (_, event) => {
    const { html } = await planFor(event);
    expect(html).toContain('<bdi>#7</bdi>');
    expect(html).not.toContain('<dt>By</dt>');
    expect(html).not.toContain('mallory');
  });

  test('is linked by its own address where the run has kept it as a file', async () => {
    const kept = 'https://forge.example/clara/choir/actions/runs/4711/artifacts/99';
    const { comment } = await planFor(pull(7, 'Ana joins', 'clara-b'), { PAGE: kept });
    expect(comment).toContain(`(<${kept}>)`);
    expect(comment).not.toContain('#artifacts');
  });

  test.each(['javascript:alert(1)', 'https://a:b@forge.example/', 'nowhere'])(
    'is not linked by %s',
    async (address) => {
      const { comment } = await planFor(pull(7, 'Ana joins', 'clara-b'), { PAGE: address });
      expect(comment).not.toContain(address);
      expect(comment).toContain('runs/4711#artifacts');
    },
  );

  test('is a file named for its account, so that the jobs of several can be kept side by side', async () => {
    const { page } = await planFor(pull(7, 'Ana joins', 'clara-b'));
    expect(page).toBe(stage.shared('rollcall-main.html'));
  });
});

test.each([
  ['a push', { head_commit: { author: { username: 'clara-b' } } }, { author: 'clara-b' }],
  ['a push by somebody unknown to the forge', { head_commit: { author: { name: 'Clara' } } }, {}],
  ['the clock', { schedule: '20 6 * * *' }, {}],
  ['a pull request of a deleted account', { pull_request: { number: 7, title: 'x', user: null } }, undefined],
])('who began a run: %s', (_, event, told) => {
  expect(parseEvent(JSON.stringify(event))).toEqual(told ?? { pullRequest: { number: 7, title: 'x' } });
});
