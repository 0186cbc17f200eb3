import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { createFetch, createProxies, toGitProxies } from '../../src/net/proxies.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { startHttpServer } from '../support/http-server.ts';

/** A server that the proxy alone finds under the name "forge.example". */
async function open() {
  const server = await startHttpServer((_request, response) => response.end('{"a":1}'));
  const proxy = await startForwardProxy();
  onTestFinished(async () => {
    await proxy.close();
    await server.close();
  });
  return { server, proxy, named: server.url.replace('127.0.0.1', 'forge.example') };
}

/** A proxy that takes a request and does something else than to answer it. */
async function startRudeProxy(answer: (socket: Socket) => void) {
  let asked = 0;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket
      .on('error', () => undefined)
      .once('data', () => {
        asked += 1;
        answer(socket);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

describe('what is not on this machine', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])(
    'is asked for by the proxy of %s, password and all',
    async (name) => {
      const { server, proxy, named } = await open();
      const fetchBy = createFetch({ [name]: `http://clara:secret@${proxy.host}` });
      const answer = await fetchBy(`${named}/x`, { method: 'POST', headers: { a: 'b' }, body: 'text' });
      expect([answer.status, answer.ok, await answer.json()]).toEqual([200, true, { a: 1 }]);
      expect(server.requests).toMatchObject([
        { method: 'POST', path: '/x', body: 'text', headers: { a: 'b' } },
      ]);
      expect(proxy.asked).toEqual([new URL(named).host]);
      expect(proxy.credentials).toEqual([`Basic ${btoa('clara:secret')}`]);
    },
  );

  test('over https goes through a tunnel of HTTPS_PROXY, so that the proxy sees nothing of it', async () => {
    const { proxy, named } = await open();
    const fetchBy = createFetch({ HTTPS_PROXY: proxy.host, HTTP_PROXY: 'http://127.0.0.1:1' });
    const address = named.replace('http:', 'https:');
    // The server speaks no TLS; that the line got so far is what is asked here.
    await expect(fetchBy(address, {})).rejects.toThrow('fetch failed');
    expect(proxy.asked).toEqual([new URL(address).host]);
  });

  test.each([
    ['the proxy hangs up in place of an answer', (socket: Socket) => void socket.destroy(), undefined],
    // Its limit is ten seconds, and a millisecond here.
    ['the proxy keeps silent', () => undefined, 1],
  ])('is given up where %s', async (_, answer, wait) => {
    const rude = await startRudeProxy(answer);
    const fetchBy = createFetch({ HTTPS_PROXY: rude.host }, wait);
    await expect(fetchBy('https://forge.example/x', {})).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
    expect(rude.asked()).toBeLessThanOrEqual(1);
  });

  test.each(['forge.example', 'other.org, .example', '*'])('and in NO_PROXY is not: %s', async (names) => {
    const { proxy, named } = await open();
    const fetchBy = createFetch({ HTTP_PROXY: proxy.host, NO_PROXY: names });
    await expect(fetchBy(named, {})).rejects.toThrow('fetch failed');
    expect(proxy.asked).toEqual([]);
  });
});

test.each(['http://127.0.0.1:1/', 'http://localhost/', 'http://[::1]/', 'http://127.1.2.3/'])(
  'nothing on this machine is asked for by one: %s',
  async (address) => {
    const proxies = createProxies({
      HTTP_PROXY: 'http://proxy.example:1',
      HTTPS_PROXY: 'http://proxy.example:1',
    });
    expect(await proxies.find(new URL(address))).toBeUndefined();
  },
);

test.each([
  ['HTTP_PROXY', 'http://forge.example', 'https://forge.example'],
  ['HTTPS_PROXY', 'https://forge.example', 'http://forge.example'],
])('%s alone stands in the way of nothing else', async (name, address, other) => {
  const proxies = createProxies({ [name]: 'http://proxy.example:1' });
  expect(await proxies.find(new URL(address))).toBeDefined();
  expect(await proxies.find(new URL(other))).toBeUndefined();
});

test('where none is named there is none, whatever this process has', async () => {
  expect(await createProxies({ NO_PROXY: 'x' }).find(new URL('http://forge.example'))).toBeUndefined();
});

test.each(['socks5://proxy.example:1080', 'http://[', 'ftp://x'])(
  'what is no HTTP proxy is told without it: %s',
  async (address) => {
    const finding = createProxies({ HTTPS_PROXY: address }).find(new URL('https://forge.example'));
    await expect(finding).rejects.toBeInstanceOf(UsageError);
    await expect(finding).rejects.toThrow(/^HTTPS_PROXY must be the address of an HTTP proxy/);
    await expect(finding).rejects.not.toThrow(address);
  },
);

test.each([
  [{ NO_PROXY: 'x' }, {}],
  [{ HTTPS_PROXY: 'http://p:1' }, { https_proxy: 'http://p:1', no_proxy: 'localhost,127.0.0.1,::1' }],
  [
    { http_proxy: 'http://p:1', HTTP_PROXY: 'http://q:1', NO_PROXY: 'x.org' },
    { http_proxy: 'http://p:1', no_proxy: 'localhost,127.0.0.1,::1,x.org' },
  ],
  [
    { HTTP_PROXY: 'http://p:1', NO_PROXY: '*' },
    { http_proxy: 'http://p:1', no_proxy: '*' },
  ],
])('git is told the same: %j', (env, told) => expect(toGitProxies(env)).toEqual(told));
