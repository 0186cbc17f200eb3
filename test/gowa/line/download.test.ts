import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { downloadPicture } from '../../../src/gowa/line/download.ts';
import { noProxies } from '../../../src/net/proxies.ts';
import { startHttpServer } from '../../support/http-server.ts';
import { holdTimeouts } from '../../support/timeouts.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function serve(listener: Parameters<typeof startHttpServer>[0]) {
  const server = await startHttpServer(listener);
  opened.push(server.close);
  return server;
}

const elsewhere = 'its link leads neither to WhatsApp nor to GOWA';
const own = (origin: string, proxies = noProxies) => ({ origin, basePath: '', proxies });

describe('fetching a picture', () => {
  test('from GOWA itself, without credentials', async () => {
    const server = await serve((_request, response) => response.end('a picture'));
    expect(await downloadPicture(`${server.url}/p/1.jpg?oe=1`, own(server.url))).toEqual(
      Buffer.from('a picture'),
    );
    expect(server.requests).toMatchObject([{ method: 'GET', path: '/p/1.jpg?oe=1' }]);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  test.each([
    'https://example.org/a.jpg',
    'http://pps.whatsapp.net/a.jpg',
    'https://pps.whatsapp.net:8443/a.jpg',
    'https://whatsapp.net.example.org/a.jpg',
    'https://evilwhatsapp.net/a.jpg',
    'https://user@pps.whatsapp.net/a.jpg',
    'file:///etc/passwd',
    'ftp://127.0.0.1/a.jpg',
    'http://localhost/a.jpg',
    'http://[::1]/a.jpg',
    '/a.jpg',
    '',
  ])('never from %s', async (link) => {
    expect(await downloadPicture(link, own('http://127.0.0.1:3000'))).toEqual({ failed: elsewhere });
  });

  test.each([
    'http://127.0.0.1:1/a.jpg',
    'https://127.0.0.1:1/a.jpg',
    'ORIGIN/a.jpg',
    'ORIGIN/',
    'ORIGIN/gowa',
    'ORIGIN/gowabunga/a.jpg',
    'ORIGIN/gowa/../a.jpg',
    'ORIGIN/gowa/%2e%2e/a.jpg',
    'ORIGIN/gowa/group/invite-link?group_id=1&Reset=true',
    'http://:secret@HOST/gowa/a.jpg',
    'http://localhost:PORT/gowa/a.jpg',
  ])('nor from another service of its machine: %s', async (link) => {
    const server = await serve((_request, response) => response.end('a secret'));
    const { host, port } = new URL(server.url);
    const url = link.replace('ORIGIN', server.url).replace('HOST', host).replace('PORT', port);
    const gowa = { origin: server.url, basePath: '/gowa', proxies: noProxies };
    expect(await downloadPicture(url, gowa)).toEqual({ failed: elsewhere });
    expect(server.requests).toEqual([]);
    expect(await downloadPicture(`${server.url}/gowa/a.jpg?oe=1`, gowa)).toEqual(Buffer.from('a secret'));
  });

  test('from WhatsApp by a proxy where one is named, from GOWA directly', async () => {
    const asked: string[] = [];
    const find = async ({ host }: URL): Promise<never> => {
      asked.push(host);
      throw new Error('no line out of here');
    };
    const server = await serve((_request, response) => response.end('a picture'));
    const gowa = own(server.url, { find });
    expect(await downloadPicture(`${server.url}/a.jpg`, gowa)).toEqual(Buffer.from('a picture'));
    expect(await downloadPicture('https://pps.whatsapp.net/a.jpg', gowa)).toMatchObject({
      failed: expect.stringMatching(/^it could not be fetched/),
    });
    expect(asked).toEqual(['pps.whatsapp.net']);
  });

  test('a redirect is not followed, whatever its target', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '/other' }).end());
    expect(await downloadPicture(`${server.url}/a.jpg`, own(server.url))).toEqual({
      failed: 'its host answered 302',
    });
    expect(server.requests).toHaveLength(1);
  });

  test('not more than is wanted, announced or not', async () => {
    const announced = await serve((_request, response) => response.end(Buffer.alloc(2_000)));
    const streamed = await serve((_request, response) => {
      for (let part = 0; part < 20; part += 1) response.write(Buffer.alloc(100));
      response.end();
    });
    const limits = { timeout: 30_000, maxBytes: 1_000 };
    for (const { url } of [announced, streamed]) {
      expect(await downloadPicture(`${url}/a.jpg`, own(url), limits)).toMatchObject({
        failed: expect.stringMatching(/^it is larger/),
      });
    }
    expect(
      await downloadPicture(`${announced.url}/a.jpg`, own(announced.url), { ...limits, maxBytes: 2_000 }),
    ).toHaveLength(2_000);
  });

  test('not longer than is bearable, and not half of it', async () => {
    const { expire, restore } = holdTimeouts();
    onTestFinished(restore);
    const silent = await serve(() => expire());
    expect(await downloadPicture(`${silent.url}/a.jpg`, own(silent.url))).toEqual({
      failed: 'it could not be fetched (TimeoutError)',
    });
    const half = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('half', () => response.destroy());
    });
    expect(await downloadPicture(`${half.url}/a.jpg`, own(half.url))).toMatchObject({
      failed: expect.stringMatching(/^it could not be fetched/),
    });
  });
});
