import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../src/gowa/client.ts';
import type { SessionStatus } from '../../src/gowa/session.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { describeSettings, describeVersion } from '../../src/output/describe-server.ts';
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

const session: SessionStatus = { connected: true, loggedIn: true, deviceId: 'd' };

test.each([
  ['v9.2.0', 'v9.2.0'],
  ['v9.4.1', 'v9.4.1  (newer than v9.2, which is known well)'],
  ['v9.0.0', 'v9.0.0  (older than v9.2, which is known well)'],
  ['v8.3.0', 'v8.3.0  (older than v8.4.0: too old to work with, update GOWA)'],
  ['\u001b[31mred', '\\u{1b}[31mred  (not known: v9.2 is)'],
])('the version %j', async (version, told) => {
  const results = JSON.stringify({ code: 'SUCCESS', message: 'ok', results: { version } });
  const server = await startHttpServer((_, response) => void response.end(results));
  opened.push(server.close);
  expect(await describeVersion(open(server.url), session)).toBe(told);
});

test('a server that has nothing of what newer ones have', async () => {
  const server = await startHttpServer((_, response) => void response.writeHead(404).end('Not Found'));
  opened.push(server.close);
  expect(await describeVersion(open(server.url), session)).toMatch(/^older than v8\.4\.0: too old/);
  expect(await describeVersion(open(server.url), { ...session, loggedIn: false })).toMatch(
    /^older than v9\.0/,
  );
});

test.each([
  [false, 'may-add, join-approval, community'],
  [true, 'community'],
])('what it sets, a fork: %s', async (fork, byPhone) => {
  const world = { server: { devices: [{ pn: '447700900001' }] }, people: [], groups: [] };
  const { url, close, requests } = await startSandbox({ world, fork });
  opened.push(close);
  const rows = Object.fromEntries(await describeSettings(open(url)));
  expect(rows['by phone']).toBe(byPhone);
  expect(rows['sets']).toMatch(/^name, topic, announce, locked, disappearing.*, photo$/);
  expect(requests().every(({ method }) => method === 'GET')).toBe(true);
});
