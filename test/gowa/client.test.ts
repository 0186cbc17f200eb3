import type { ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { holdTimeouts } from '../support/timeouts.ts';
import { connect, fail, schema, succeed } from './connect.ts';

describe('what is sent', () => {
  test('base path, query, credentials and the device, percent-encoded', async () => {
    const { client, server } = await connect((_request, response) => succeed(response, { people: [] }), {
      url: '/base/path/',
      user: 'admin',
      password: 'pässword:1',
      userAgent: 'rollcall/1.2.3',
    });
    client.nameDevice('447700900001:12@s.whatsapp.net +é');
    await client.get('/people', { group_id: '120363000000000001@g.us', q: 'a b&c' }, schema);
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'GET',
      path: '/base/path/people?group_id=120363000000000001%40g.us&q=a+b%26c',
      headers: {
        'x-device-id': '447700900001%3A12%40s.whatsapp.net%20%2B%C3%A9',
        'user-agent': 'rollcall/1.2.3',
        accept: 'application/json',
      },
    });
    const credentials = request?.headers.authorization?.replace('Basic ', '') ?? '';
    expect(Buffer.from(credentials, 'base64').toString()).toBe('admin:pässword:1');
  });

  test('neither credentials nor device where none are given', async () => {
    const { client, server } = await connect((_request, response) => succeed(response, { people: [] }));
    client.nameDevice('');
    await client.get('/people', {}, schema);
    expect(server.requests[0]?.path).toBe('/people');
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(server.requests[0]?.headers).not.toHaveProperty('x-device-id');
  });

  test.each([
    ['/group/invite-link', { reset: 'true' }],
    ['/group/invite-link', { group_id: '1', Reset: 'false' }],
    ['/group/invite-link?reset=true', {}],
    ['/group/invite-link#x', {}],
  ])('never %s with %j: it would revoke a link', async (path, query) => {
    const { client, server } = await connect((_request, response) => succeed(response, {}));
    await expect(client.get(path, query as Record<string, string>, schema)).rejects.toThrow('unsafe query');
    expect(server.requests).toEqual([]);
  });

  test('no redirect is followed', async () => {
    const { client, server } = await connect((_request, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect((await fail(client)).text).toBe('The answer is not one of GOWA (302, a redirect)');
    expect(server.requests).toHaveLength(1);
  });
});

describe('what comes back', () => {
  test('results without what the schema does not name', async () => {
    const { client } = await connect((_request, response) =>
      succeed(response, { people: [{ name: 'Ana', x: 1 }] }),
    );
    expect(await client.get('/people', {}, schema)).toEqual({ people: [{ name: 'Ana' }] });
    expect(client.isSandbox()).toBe(false);
  });

  test('the word of a sandbox, kept from then on', async () => {
    let header = '1';
    const { client } = await connect((_request, response) => {
      response.setHeader('x-rollcall-sandbox', header);
      succeed(response, { people: [] });
    });
    await client.get('/people', {}, schema);
    header = '0';
    await client.get('/people', {}, schema);
    expect(client.isSandbox()).toBe(true);
  });

  test('a misfit names method, path and the first wrong field', async () => {
    const { client } = await connect((_request, response) =>
      succeed(response, { people: [{ name: 'a' }, { name: 3 }] }),
    );
    expect(await fail(client)).toMatchObject({
      code: 'malformed',
      method: 'GET',
      template: '/people',
      status: 200,
      field: 'results.people[1].name',
      message: expect.stringMatching(
        /^GET \/people: The answer does not fit at results\.people\[1\]\.name: /,
      ),
    });
  });

  test('missing results are a misfit too', async () => {
    const { client } = await connect((_request, response) => succeed(response, undefined));
    expect(await fail(client)).toMatchObject({ code: 'malformed', field: 'results' });
  });

  test('the content type does not matter, the body does', async () => {
    const { client } = await connect((_request, response) => {
      response.setHeader('content-type', 'text/html');
      succeed(response, { people: [] });
    });
    expect(await client.get('/people', {}, schema)).toEqual({ people: [] });
  });

  test('two kinds of 401', async () => {
    let body = 'Unauthorized';
    const { client, server } = await connect((_request, response) => response.writeHead(401).end(body));
    expect(await fail(client)).toMatchObject({ code: 'unauthorized', status: 401 });
    body = JSON.stringify({ code: 'AUTHENTICATION_ERROR', message: 'you are not logged in' });
    expect(await fail(client)).toMatchObject({ code: 'session-lost', status: 401 });
    expect(server.requests).toHaveLength(2);
  });
});

describe('limits', () => {
  test('a body that never ends is cut off', async () => {
    const { client } = await connect(
      (_request, response) => {
        const pour = (): void => {
          while (response.writable && response.write('x'.repeat(65_536)));
        };
        response.on('drain', pour);
        pour();
      },
      { maxBytes: 1024 * 1024 },
    );
    expect(await fail(client)).toMatchObject({ code: 'too-large', text: 'The answer is longer than 1 MiB.' });
  });

  test('a body that says it is too long is not waited for', async () => {
    const { client } = await connect(
      (_request, response) => response.writeHead(200, { 'content-length': '5000000' }).write('{'),
      { maxBytes: 1000 },
    );
    expect((await fail(client)).code).toBe('too-large');
  });

  test.each<[string, (response: ServerResponse, expire: () => void) => void]>([
    ['no answer at all', (_response, expire) => expire()],
    ['half a body, then nothing', (response, expire) => response.writeHead(200).write('{"code"', expire)],
  ])('%s: a timeout, not tried again', async (_name, answer) => {
    const { expire, restore } = holdTimeouts();
    onTestFinished(restore);
    const { client, server } = await connect((_request, response) => answer(response, expire), {
      timeout: 300,
    });
    expect(await fail(client)).toMatchObject({ code: 'timeout', text: 'No answer within 0.3 s.' });
    expect(server.requests).toHaveLength(1);
  });

  test('96 MB of groups are no problem', async () => {
    const name = 'x'.repeat(1_000_000);
    const people = Array.from({ length: 96 }, () => ({ name }));
    const { client } = await connect((_request, response) => succeed(response, { people }));
    expect((await client.get('/people', {}, schema)).people).toHaveLength(96);
  });
});
