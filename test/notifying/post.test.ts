import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createProxies } from '../../src/net/proxies.ts';
import { post } from '../../src/notifying/post.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { startHttpServer } from '../support/http-server.ts';
import { createTestClock } from '../support/stage.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** Posts to a server that answers in this order, the last answer for ever. */
async function send(
  answers: readonly Answer[],
  more: { readonly timeout?: number; readonly signal?: AbortSignal } = {},
) {
  let at = 0;
  const server = await startHttpServer((request, response) => {
    const answer = answers[Math.min(at++, answers.length - 1)];
    answer?.(response, request);
  });
  onTestFinished(() => server.close());
  const clock = createTestClock();
  const posting = {
    url: new URL(`${server.url}/hooks/secret?token=abc`),
    contentType: 'application/json',
    body: '{"a":"é"}',
  };
  const { signal } = new AbortController();
  const why = await post(posting, { clock, signal, ...more });
  return { why, requests: server.requests, waited: clock.passed() / 1000 };
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('what it says is nobody’s business: secret');
const cut: Answer = (response) => response.destroy();

test('by a proxy where one is named', async () => {
  const server = await startHttpServer((_request, response) => response.end());
  const proxy = await startForwardProxy();
  onTestFinished(async () => {
    await proxy.close();
    await server.close();
  });
  const url = new URL(server.url.replace('127.0.0.1', 'chat.example'));
  const context = { clock: createTestClock(), signal: new AbortController().signal };
  const proxies = createProxies({ HTTP_PROXY: proxy.host });
  const posting = { url, contentType: 'text/plain', body: 'x' };
  expect(await post(posting, { ...context, proxies })).toBeUndefined();
  expect([proxy.asked, server.requests.length]).toEqual([[url.host], 1]);
});

test('once, as it was made, where it is taken', async () => {
  const { why, requests } = await send([status(204)]);
  expect(why).toBeUndefined();
  expect(requests).toMatchObject([
    {
      method: 'POST',
      path: '/hooks/secret?token=abc',
      body: '{"a":"é"}',
      headers: { 'content-type': 'application/json' },
    },
  ]);
});

test.each([
  ['refused', [status(404)], /^it answered 404$/, 1, 0],
  ['a redirect', [status(308, { location: 'http://127.0.0.1:1/' })], /redirect \(308\)/, 1, 0],
  ['broken for good', [status(503)], /^it answered 503$/, 3, 6],
  ['broken for a moment', [status(500), cut, status(200)], /^taken$/, 3, 6],
  ['too many', [status(429, { 'retry-after': '7' }), status(200)], /^taken$/, 2, 7],
  ['too many, by parts of a second', [status(429, { 'retry-after': '0.5' }), status(200)], /^taken$/, 2, 0.5],
  [
    'too many, until a time',
    [status(429, { 'retry-after': 'Mon, 01 Jun 2026 12:00:20 GMT' }), status(200)],
    /^taken$/,
    2,
    20,
  ],
  [
    'too many, until a time that is over',
    [status(429, { 'retry-after': 'Mon, 01 Jun 2026 11:00:00 GMT' }), status(200)],
    /^taken$/,
    2,
    0,
  ],
  ['too many for long', [status(429, { 'retry-after': '3600' })], /^it answered 429$/, 1, 0],
  ['too many, for no known time', [status(429, { 'retry-after': 'soon' }), status(200)], /^taken$/, 2, 1],
  ['cut', [cut], /^the line failed \(\w+\)$/, 3, 6],
] as const)('%s', async (_, answers, told, tries, waited) => {
  const sent = await send(answers);
  expect(sent.why ?? 'taken').toMatch(told);
  expect(sent.requests).toHaveLength(tries);
  expect(sent.waited).toBe(waited);
  expect(sent.why ?? '').not.toMatch(/secret|127\.0\.0\.1|hooks/);
});

test('nothing comes twice where it may have come once', async () => {
  const { why, requests } = await send([() => undefined], { timeout: 30 });
  expect(why).toBe('no answer within 0.03 s');
  expect(requests).toHaveLength(1);
});

test('whoever interrupts the run does not wait', async () => {
  const controller = new AbortController();
  const { why } = await send([() => controller.abort()], { signal: controller.signal });
  expect(why).toBe('interrupted');
});

const endless: Answer = (response) => {
  response.writeHead(200);
  const more = () => {
    while (response.write('x'.repeat(65_536)));
  };
  response.on('drain', more);
  more();
};

test('an endless answer is not read', async () => {
  expect((await send([endless])).why).toBeUndefined();
});

test('a host that is not there is tried three times', async () => {
  const clock = createTestClock();
  const posting = { url: new URL('http://127.0.0.1:1/secret'), contentType: 'text/plain', body: '' };
  const why = await post(posting, { clock, signal: new AbortController().signal });
  expect(why).toBe('the line failed (ECONNREFUSED)');
  expect(clock.passed()).toBe(6_000);
});
