import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { PhotoChange } from '../../src/domain/plan/change.ts';
import type { GroupId } from '../../src/domain/group.ts';
import { createClient } from '../../src/gowa/client.ts';
import { downloadPicture } from '../../src/gowa/line/download.ts';
import { createWriter, requestFor } from '../../src/gowa/write.ts';
import type { LoadPhoto } from '../../src/gowa/write.ts';
import { startHttpServer } from '../support/http-server.ts';
import { holdTimeouts } from '../support/timeouts.ts';
import type { Said } from './start-reader.ts';
import { limited, refuse, startReader, toId } from './start-reader.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function serve(listener: Parameters<typeof startHttpServer>[0]) {
  const server = await startHttpServer(listener);
  opened.push(server.close);
  return server;
}

describe('asking about a photo', () => {
  const none = refuse('that user or group does not have a profile picture');
  const hidden = refuse('the user has hidden their profile picture from you');
  const found: Said = { results: { url: 'https://pps.whatsapp.net/a.jpg', id: '1819616019', type: 'image' } };

  test.each([
    ['a picture', found, { kind: 'picture', id: '1819616019', url: 'https://pps.whatsapp.net/a.jpg' }],
    ['none', none, { kind: 'none' }],
    ['a hidden one', hidden, { kind: 'hidden' }],
  ])('%s is a state, not an error', async (_, said, avatar) => {
    const { reader } = await startReader(() => said);
    expect(await reader.readAvatar(toId(1), false)).toEqual(avatar);
  });

  test.each<[string, Said]>([
    ['a timeout', { status: 408, code: 'CONTEXT_ERROR', message: 'Error timeout get avatar!' }],
    ['a refusal', refuse('info query returned status 503: service-unavailable')],
    ['an answer that does not fit', { results: { url: 'https://pps.whatsapp.net/a.jpg', id: 17 } }],
  ])('%s is failed, with a word', async (_, said) => {
    const { reader } = await startReader(() => said);
    expect(await reader.readAvatar(toId(1), false)).toEqual({ kind: 'failed', text: expect.any(String) });
  });

  test('a community is asked about as one', async () => {
    const { reader, asked } = await startReader(() => found);
    await reader.readAvatar(toId(1), true);
    await reader.readAvatar(toId(2), false);
    expect(asked().map((path) => path.replace(/12036\d+/, '…'))).toEqual([
      '/user/avatar …&is_community=true',
      '/user/avatar …',
    ]);
  });

  test('is paced as reads are', async () => {
    const { reader, sleeps } = await startReader(() => none);
    for (const number of [1, 2, 3]) await reader.readAvatar(toId(number), false);
    expect(sleeps).toEqual([600, 600, 600]);
  });

  test('the first limit ends it', async () => {
    const { reader, asked } = await startReader(() => limited);
    expect(await reader.readAvatar(toId(1), false)).toMatchObject({ kind: 'failed' });
    expect(await reader.readAvatar(toId(2), false)).toMatchObject({ kind: 'failed' });
    expect(asked()).toHaveLength(1);
    expect(reader.ended()).toMatchObject({ code: 'rate-limited' });
  });
});

const elsewhere = 'its link leads neither to WhatsApp nor to GOWA';
const own = (origin: string) => ({ origin, basePath: '' });

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
    const gowa = { origin: server.url, basePath: '/gowa' };
    expect(await downloadPicture(url, gowa)).toEqual({ failed: elsewhere });
    expect(server.requests).toEqual([]);
    expect(await downloadPicture(`${server.url}/gowa/a.jpg?oe=1`, gowa)).toEqual(Buffer.from('a secret'));
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

async function start(loadPhoto?: LoadPhoto) {
  const said = { code: 'SUCCESS', message: '', results: { picture_id: '17', message: '' } };
  const server = await serve((_request, response) => response.end(JSON.stringify(said)));
  const client = createClient({ url: server.url, user: 'u', password: 'p' });
  opened.push(() => client.close());
  return { server, writer: createWriter(client.connection, loadPhoto) };
}

describe('setting a photo', () => {
  const group = '120363000000000001@g.us' as GroupId;
  const about = {
    group,
    action: 'set',
    setting: 'photo',
    before: { kind: 'none' },
    why: { kind: 'differs' },
  } as const;
  const set: PhotoChange = { ...about, after: { kind: 'file', path: 'a.jpg' } };
  const remove: PhotoChange = { ...about, after: { kind: 'none' } };

  test('is a multipart with the group and a part named photo of the type of an image', async () => {
    const { server, writer } = await start(async () => Buffer.from('PNG'));
    expect(await writer.send([set])).toEqual({ kind: 'accepted', invited: [] });
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/group/photo' });
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.headers['content-length']).toBeDefined();
    expect(request?.body).toMatch(/name="group_id"\r\n\r\n120363000000000001@g\.us\r\n/);
    expect(request?.body).toMatch(
      /name="photo"; filename="photo\.png"\r\nContent-Type: image\/png\r\n\r\nPNG\r\n/,
    );
  });

  test('never leaves without a picture: that would delete the photo', async () => {
    expect(() => requestFor([set])).toThrow('that would delete it');
    expect(() => requestFor([set], Buffer.alloc(0))).toThrow('that would delete it');
    const { server, writer } = await start();
    expect(await writer.send([set])).toMatchObject({ kind: 'rejected', code: 'invalid' });
    expect(server.requests).toEqual([]);
  });

  test('does not happen when the file is not the approved one', async () => {
    const { server, writer } = await start(async () => ({ refused: 'it has changed since' }));
    expect(await writer.send([set])).toEqual({
      kind: 'rejected',
      code: 'invalid',
      text: 'it has changed since',
    });
    expect(server.requests).toEqual([]);
  });

  test('is removed by its own request, for photo: none alone', async () => {
    const { server, writer } = await start();
    expect(await writer.send([remove])).toMatchObject({ kind: 'accepted' });
    expect(server.requests).toMatchObject([
      { path: '/group/photo', body: JSON.stringify({ group_id: group }) },
    ]);
  });
});
