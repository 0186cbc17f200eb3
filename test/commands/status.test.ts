import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ files: choirFiles, world: choirWorld() });
});

afterAll(() => stage.close());

/** The rows by their names, and the code. */
async function ask(...argv: string[]) {
  const { code, out, err } = await stage.run('status', ...argv);
  const rows = out.split('\n').map((line) => [line.slice(0, 10).trim(), line.slice(11)] as const);
  return { code, err, ...Object.fromEntries(rows) } as Record<string, unknown>;
}

test('what stands at the other end is said, the number masked', async () => {
  expect(await ask()).toMatchObject({
    code: exitCodes.ok,
    server: `${stage.sandbox.url}  (sandbox)`,
    number: expect.stringMatching(/^\+44 .*•.*the policy's account main$/),
    connected: 'yes',
    'logged in': 'yes',
    groups: '2 in the files',
    memory: 'none is kept of a sandbox, but with --state',
  });
});

test('nothing is written, and nobody asked about', async () => {
  await ask();
  expect(stage.writes()).toEqual([]);
  expect(stage.sandbox.requests().every(({ path }) => !path.startsWith('/user/info'))).toBe(true);
});

test.each([
  [
    'another account',
    [{ path: '/app/status', status: 200, body: toStatus({ jid: '447700900008@s.whatsapp.net' }) }],
    'number',
    /NOT the policy's account/,
  ],
  [
    'a lost connection',
    [{ path: '/app/status', status: 200, body: toStatus({ is_connected: false }) }],
    'connected',
    /^no: reconnect/,
  ],
  [
    'nobody logged in',
    [{ path: '/app/status', status: 200, body: toStatus({ is_logged_in: false }) }],
    'logged in',
    /^(no|not yet)/,
  ],
])('a server that cannot be worked with is a failure: %s', async (_, faults, row, text) => {
  stage.sandbox.setFaults(faults);
  const found = await ask().finally(() => stage.sandbox.setFaults([]));
  expect(found['code']).toBe(exitCodes.failed);
  expect(found[row]).toMatch(text);
});

/** GOWA's answer of a session in order but for this. */
function toStatus(more: object): string {
  const results = {
    is_connected: true,
    is_logged_in: true,
    device_id: 'd',
    jid: '447700900001@s.whatsapp.net',
    ...more,
  };
  return JSON.stringify({ code: 'SUCCESS', message: 'ok', results });
}

test('what an earlier run did counts, where a memory is kept', async () => {
  const state = ['--state', stage.path('state')];
  expect(await ask(...state)).toMatchObject({ memory: 'none yet: rollcall apply --new-journal starts one' });
});
