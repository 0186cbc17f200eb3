import { afterEach, describe, expect, test } from 'vitest';
import { forkSettings } from '../../src/domain/settings.ts';
import { createClient } from '../../src/gowa/client.ts';
import { findSettable } from '../../src/gowa/settable.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { startHttpServer } from '../support/http-server.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

function open(url: string) {
  const client = createClient({ url });
  opened.push(() => client.close());
  return client;
}

const world = { server: { devices: [{ pn: '447700900001' }] }, people: [], groups: [] };

test.each([
  [false, []],
  [true, forkSettings],
])('a sandbox, a fork: %s', async (fork, expected) => {
  const { url, close } = await startSandbox({ world, fork });
  opened.push(close);
  expect([...(await findSettable(open(url), forkSettings))]).toEqual(expected);
});

/** A server that answers everything like this. */
async function start(status: number, body: string) {
  const server = await startHttpServer((_, response) => void response.writeHead(status).end(body));
  opened.push(server.close);
  return server;
}

describe('any other answer is a no', () => {
  test.each([
    [200, JSON.stringify({ code: 'SUCCESS', message: 'Success', results: null })],
    [404, 'Not Found'],
    [405, '<html>405 Not Allowed</html>'],
    [405, ''],
    [403, 'Method Not Allowed'],
    [500, JSON.stringify({ code: 'INTERNAL_SERVER_ERROR', message: 'Method Not Allowed' })],
  ])('%i %s', async (status, body) => {
    const server = await start(status, body);
    expect([...(await findSettable(open(server.url), forkSettings))]).toEqual([]);
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /group/member-add-mode',
      'GET /group/join-approval',
    ]);
  });

  test('and none at all', async () => {
    const server = await start(200, '');
    await server.close();
    expect([...(await findSettable(open(server.url), ['may-add']))]).toEqual([]);
  });
});

test('nothing is asked where nothing is due', async () => {
  const server = await start(405, 'Method Not Allowed');
  expect([...(await findSettable(open(server.url), []))]).toEqual([]);
  expect(server.requests).toEqual([]);
});
