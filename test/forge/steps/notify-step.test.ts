import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { choirFiles } from '../../support/choir-stage.ts';
import type { HttpServer } from '../../support/http-server.ts';
import { startHttpServer } from '../../support/http-server.ts';
import { key } from '../../support/seal.ts';
import { useRunStage } from '../run-stage.ts';

const day = 86_400_000;
const on = useRunStage(choirFiles, undefined, { isUnmarked: true });

let server: HttpServer;
let status: number;
beforeEach(async () => {
  status = 204;
  server = await startHttpServer((_, response) => response.writeHead(status).end());
});
afterEach(() => server.close());

/** As the action calls it. */
const tell = (env: Readonly<Record<string, string>> = {}) =>
  on.stage.step('notify', {
    INPUT_COMMAND: 'drift',
    INPUT_STATE_BRANCH: 'rollcall-state',
    ROLLCALL_KEY: key,
    ROLLCALL_NOTIFY_WEBHOOK: `${server.url}/hooks/abcdefghi`,
    FAILURE: '',
    ...env,
  });
const texts = () => server.requests.map(({ body }) => (JSON.parse(body) as { text: string }).text);

describe('drift', () => {
  test('is told once while it is the same, by whatever runs, and what was looked up stays remembered', async () => {
    await on.begin();
    on.stage.passTime(day);
    await on.run({ INPUT_COMMAND: 'plan' });
    expect(await tell()).toMatchObject({ code: 0 });
    expect(texts()).toEqual([expect.stringMatching(/“Altoz”: \d+ difference/)]);
    const slips = (await on.listState()).split('\n').filter((name) => name.includes('slips/'));
    expect(slips.some((name) => name.includes('-notify.slip'))).toBe(true);
    on.stage.passTime(day / 2);
    await on.run({ INPUT_COMMAND: 'plan' });
    expect((await tell()).out).toContain('Nothing new');
    // An apply takes into the journal what was told.
    await on.run({ INPUT_PLANS: on.stage.shared('plan.json') });
    expect(await on.atServer('show', 'rollcall-state:main/journal.jsonl')).toContain('"type":"told"');
  });

  test('of a run that could not begin is told as that', async () => {
    await tell({ FAILURE: 'failed' });
    expect(texts()[0]).toContain('The run ended before it could tell what it did.');
  });

  test('that is none is told to nobody', async () => {
    expect((await tell()).out).toContain('nobody gets a message');
    expect(texts()).toEqual([]);
  });
});

describe('the message leads', () => {
  const forge = 'https://forge.example';
  test.each([
    ['', '/clara/choir/actions/runs/4711'],
    ['7', '/clara/choir/pull/7'],
    ['7\n8', '/clara/choir/actions/runs/4711'],
    ['7/../x', '/clara/choir/actions/runs/4711'],
  ])('where %j was merged, to %s', async (merged, path) => {
    await tell({
      FAILURE: 'failed',
      PULL_REQUESTS: merged,
      GITHUB_SERVER_URL: forge,
      INPUT_STATE_BRANCH: '',
    });
    expect(texts()[0]?.split('\n').at(-1)).toBe(forge + path);
  });
});

describe('an apply', () => {
  test('tells of both of its passes in one message', async () => {
    await on.begin();
    const { code } = await tell({ INPUT_COMMAND: 'apply', FAILURE: 'incomplete' });
    expect(code).toBe(0);
  });
});

test('what could not be told is a warning, without the address, and nothing else', async () => {
  status = 404;
  const { code, out } = await tell({ FAILURE: 'failed' });
  expect(code).toBe(1);
  expect(out).toMatch(/^::warning title=Rollcall::The admins could not be told .*it answered 404$/m);
  expect(out).not.toMatch(/::error|abcdefghi/);
});
