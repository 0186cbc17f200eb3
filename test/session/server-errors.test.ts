import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { connect } from '../../src/session/connect.ts';
import { account, organisation } from '../support/choir.ts';
import { createTestIo } from '../support/stage.ts';

const own = { name: 'main', phone: account.phone };
const world = { server: { devices: [{ pn: '447700900001' }] }, people: [], groups: [] };

async function tellOf(url: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { io } = createTestIo({ env: { ROLLCALL_URL: url, ...env } });
  const failed = await connect({ groups: 'groups' }, organisation([]), own, io).catch(
    (error: unknown) => error,
  );
  return (failed as Error).message;
}

async function serve(options: Partial<SandboxOptions> = {}): Promise<string> {
  const sandbox = await startSandbox({ world, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox.url;
}

/** Any other server. */
async function serveElse(status: number, body: string): Promise<string> {
  const server: Server = createServer((_, response) => void response.writeHead(status).end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ['nobody', {}, /given none: set ROLLCALL_USER and ROLLCALL_PASSWORD/],
  ['a user alone', { ROLLCALL_USER: 'u' }, /set ROLLCALL_PASSWORD as well/],
  ['a password alone', { ROLLCALL_PASSWORD: 'p' }, /set ROLLCALL_USER as well/],
  ['somebody else', { ROLLCALL_USER: 'u', ROLLCALL_PASSWORD: 'q' }, /Compare ROLLCALL_USER/],
])('a GOWA with a password, and %s asks', async (_, env, says) => {
  const text = await tellOf(await serve({ basicAuth: 'u:p' }), env);
  expect(text).toMatch(says);
  expect(text).not.toMatch(/\bq\b/);
});

test.each([
  ['nothing listens', () => 'http://127.0.0.1:1', /ECONNREFUSED.*start GOWA, or check host and port/],
  ['no such host', () => 'http://gowa.invalid', /ENOTFOUND.*spelling|EAI_AGAIN.*network/],
  [
    'the path is another one',
    () => serve({ basePath: '/gowa' }).then((url) => new URL(url).origin),
    /base path/,
  ],
  [
    'plain HTTP behind https',
    () => serve().then((url) => url.replace('http:', 'https:')),
    /use http:\/\/|hangs up/,
  ],
  ['a page', () => serveElse(200, '<html></html>'), /not GOWA, or not at this path/],
  ['a server without /devices', () => serveElse(404, 'Not Found'), /GOWA must be v8\.8 or newer/],
  ['a proxy with nothing behind', () => serveElse(502, '<h1>Bad Gateway</h1>'), /start GOWA, or see to it/],
])('%s: the error says what to do', async (_, serveIt, says) => {
  expect(await tellOf(await serveIt())).toMatch(says);
});
