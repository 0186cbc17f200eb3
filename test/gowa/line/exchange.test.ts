import { afterEach, expect, test } from 'vitest';
import { FormData } from 'undici';
import type { Exchanged } from '../../../src/gowa/line/connection.ts';
import { openConnection } from '../../../src/gowa/line/connection.ts';
import type { Message } from '../../../src/gowa/line/exchange.ts';
import { exchange } from '../../../src/gowa/line/exchange.ts';
import { startHttpServer } from '../../support/http-server.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function open(listener: Parameters<typeof startHttpServer>[0]) {
  const server = await startHttpServer(listener);
  const told: Exchanged[] = [];
  let now = 1000;
  const connection = openConnection({
    url: `${server.url}/base`,
    user: 'admin',
    password: 'a-secret',
    trace: { now: () => (now += 7), tell: (exchanged) => told.push(exchanged) },
  });
  opened.push(() => connection.socket.close(), server.close);
  return { server, connection, told };
}

const read: Message = { method: 'GET', path: '/group/info', query: { group_id: '1@g.us' } };
const write: Message = { method: 'POST', path: '/chat/1/x', template: '/chat/{jid}/x', json: { a: [1] } };

test('what it asks: base path and query, a JSON body, or parts', async () => {
  const { server, connection } = await open((_request, response) => response.end('{}'));
  const parts = new FormData();
  parts.set('group_id', '1@g.us');
  await exchange(connection, read);
  await exchange(connection, write);
  await exchange(connection, { method: 'POST', path: '/p', template: '/p', parts });
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /base/group/info?group_id=1%40g.us',
    'POST /base/chat/1/x',
    'POST /base/p',
  ]);
  expect(server.requests[1]).toMatchObject({
    body: '{"a":[1]}',
    headers: { 'content-type': 'application/json' },
  });
  expect(server.requests[2]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  for (const { headers } of server.requests) expect(headers.authorization).toMatch(/^Basic /);
});

test('neither a read nor a write asks for a reset, in its query or its path', async () => {
  const { server, connection } = await open((_request, response) => response.end('{}'));
  for (const message of [
    { ...read, query: { Reset: '' } },
    { ...read, path: '/group/info?reset=true' },
    { ...write, path: '/chat/1/x?reset=true' },
    { ...write, path: '/chat/1/x#y' },
  ])
    await expect(exchange(connection, message)).rejects.toThrow('unsafe query');
  expect(server.requests).toEqual([]);
});

test('an answer that repeats the credentials comes without them', async () => {
  const { connection } = await open((request, response) =>
    response.writeHead(502).end(`bad gateway for ${request.headers.authorization} a-secret`),
  );
  const reply = await exchange(connection, read);
  expect(reply).toMatchObject({ kind: 'answered', status: 502 });
  expect(JSON.stringify(reply)).not.toMatch(/a-secret|YWRtaW46/);
});

test("whoever watches is told of each, with the time it took and nobody's id in its name", async () => {
  const { connection, told } = await open((_request, response) => response.end('{}'));
  await exchange(connection, read);
  await exchange(connection, write);
  expect(told).toMatchObject([
    { method: 'GET', template: '/group/info', milliseconds: 7, reply: { kind: 'answered', status: 200 } },
    { method: 'POST', template: '/chat/{jid}/x', milliseconds: 7 },
  ]);
});

test('one that had no answer is told of as well, and says nowhere where the server is', async () => {
  const { server, connection, told } = await open((request) => request.socket.destroy());
  expect(await exchange(connection, write)).toMatchObject({ kind: 'unanswered', code: 'dropped' });
  await server.close();
  expect(await exchange(connection, read)).toMatchObject({ kind: 'unanswered', code: 'unreachable' });
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told.map(({ reply }) => reply))).not.toMatch(/127\.0\.0\.1|:\d{4}/);
});

const parseBody = () => ({ code: 'SUCCESS', message: 'in another way' });

test('an answer is read the cheaper way where no credentials can stand in what it skips', async () => {
  for (const [password, message] of [
    ['a-secret', 'in another way'],
    ['447700900001', 'as ever'],
  ] as const) {
    const server = await startHttpServer((_request, response) =>
      response.end('{"code":"SUCCESS","message":"as ever"}'),
    );
    const connection = openConnection({ url: server.url, user: 'admin', password });
    opened.push(() => connection.socket.close(), server.close);
    expect(await exchange(connection, { ...read, parseBody })).toMatchObject({ envelope: { message } });
  }
});

test.each([true, false])('an answer in many pieces, its length told before: %s', async (isTold) => {
  const text = JSON.stringify({ code: 'SUCCESS', message: '\u00e9'.repeat(300_000) });
  const { connection } = await open((_request, response) => {
    if (isTold) response.setHeader('content-length', Buffer.byteLength(text));
    for (let at = 0; at < text.length; at += 50_001) response.write(text.slice(at, at + 50_001));
    response.end();
  });
  expect(await exchange(connection, read)).toMatchObject({ envelope: JSON.parse(text) as object });
});
