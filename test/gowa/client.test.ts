import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Client } from '../../src/gowa/client.ts';
import { createClient } from '../../src/gowa/client.ts';
import type { ClientOptions } from '../../src/gowa/connection.ts';
import { GowaError, InsecureConnectionError, InvalidConnectionError } from '../../src/gowa/errors.ts';
import type { HttpServer } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';

const schema = z.object({ people: z.array(z.object({ name: z.string() })) });
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A client of a server that answers like this; it waits at most 300 ms, and not at all between tries. */
async function connect(
  listener: RequestListener,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client; server: HttpServer }> {
  const server = await startHttpServer(listener);
  const client = createClient({ timeout: 300, ...options, url: server.url + (options.url ?? '') });
  opened.push(() => client.close(), server.close);
  return { client, server };
}

function succeed(response: ServerResponse, results: unknown): void {
  response.end(JSON.stringify({ code: 'SUCCESS', message: 'Success', results }));
}

/** The error of a read that must fail. */
async function fail(client: Client): Promise<GowaError> {
  const error: unknown = await client.get('/people', {}, schema).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GowaError)) throw new Error('It did not fail as it should.', { cause: error });
  return error;
}

describe('what is sent', () => {
  test('base path, query, credentials and the device, percent-encoded', async () => {
    const { client, server } = await connect((_request, response) => succeed(response, { people: [] }), {
      url: '/base/path/',
      user: 'admin',
      password: 'pässword:1',
      device: '447700900001:12@s.whatsapp.net +é',
      userAgent: 'rollcall/1.2.3',
    });
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
    expect((await fail(client)).text).toBe('The answer is not one of GOWA (302: redirect to /elsewhere)');
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
      { maxBytes: 1024 * 1024, timeout: 20_000 },
    );
    expect(await fail(client)).toMatchObject({ code: 'too-large', text: 'The answer is longer than 1 MiB.' });
  });

  test('a body that says it is too long is not waited for', async () => {
    const { client } = await connect(
      (_request, response) => response.writeHead(200, { 'content-length': '5000000' }).write('{'),
      { maxBytes: 1000, timeout: 20_000 },
    );
    expect((await fail(client)).code).toBe('too-large');
  });

  test.each<[string, RequestListener]>([
    ['no answer at all', () => undefined],
    ['half a body, then nothing', (_request, response) => response.writeHead(200).write('{"code"')],
  ])('%s: a timeout, not tried again', async (_name, listener) => {
    const { client, server } = await connect(listener);
    expect(await fail(client)).toMatchObject({ code: 'timeout', text: 'No answer within 0.3 s.' });
    expect(server.requests).toHaveLength(1);
  });

  test('96 MB of groups are no problem', async () => {
    const name = 'x'.repeat(1_000_000);
    const people = Array.from({ length: 96 }, () => ({ name }));
    const { client } = await connect((_request, response) => succeed(response, { people }), {
      timeout: 20_000,
    });
    expect((await client.get('/people', {}, schema)).people).toHaveLength(96);
  });
});

const drop: RequestListener = (request) => request.socket.destroy();

const cut: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': '500' });
  response.write('{"code":"SUCCESS"', () => response.destroy());
};

const answer =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status).end(body);

describe('tried again, at most twice', () => {
  const sleeps: number[] = [];
  const clock = {
    sleep: async (milliseconds: number): Promise<void> => {
      sleeps.push(milliseconds);
    },
  };
  afterEach(() => {
    sleeps.length = 0;
  });

  test.each<[string, RequestListener, string]>([
    ['the line drops', drop, 'dropped'],
    ['the answer breaks off', cut, 'dropped'],
    ["a proxy's 502", answer(502, 'Bad Gateway'), 'unavailable'],
    ["a proxy's 503", answer(503, '<html>maintenance</html>'), 'unavailable'],
  ])('%s', async (_name, listener, code) => {
    const { client, server } = await connect(listener, { clock });
    expect((await fail(client)).code).toBe(code);
    expect(server.requests).toHaveLength(3);
    expect(sleeps).toEqual([500, 3000]);
  });

  test('and no more once it works', async () => {
    let calls = 0;
    const { client, server } = await connect((request, response) => {
      calls += 1;
      if (calls === 1) drop(request, response);
      else succeed(response, { people: [] });
    });
    expect(await client.get('/people', {}, schema)).toEqual({ people: [] });
    expect(server.requests).toHaveLength(2);
  });

  test('nobody listens', async () => {
    const { client, server } = await connect(drop, { clock });
    await server.close();
    const error = await fail(client);
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.text).toMatch(/^http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)\.$/);
    expect(error.status).toBeUndefined();
    expect(sleeps).toEqual([500, 3000]);
  });

  test.each([
    [429, 'Too Many Requests'],
    [
      500,
      JSON.stringify({
        code: 'INTERNAL_SERVER_ERROR',
        message: 'info query returned status 429: rate-overlimit',
      }),
    ],
    [500, JSON.stringify({ code: 'INVALID_WA_CLI', message: 'your WhatsApp CLI is invalid or empty' })],
    [
      503,
      JSON.stringify({ code: 'DEVICE_MANAGER_UNAVAILABLE', message: 'Device manager is not initialized' }),
    ],
    [401, 'Unauthorized'],
    [500, 'Internal Server Error'],
    [504, 'Gateway Time-out'],
  ])('but never for %i %s', async (status, body) => {
    const { client, server } = await connect(answer(status, body), { clock });
    await fail(client);
    expect(server.requests).toHaveLength(1);
    expect(sleeps).toEqual([]);
  });
});

describe('addresses', () => {
  const password = 'secret';

  test.each([
    'http://gowa.example',
    'http://10.0.0.5:3000',
    'http://localhost.example',
    'http://127.0.0.1.example',
  ])('no password over plain HTTP to %s', (url) => {
    expect(() => createClient({ url, user: 'a', password })).toThrow(InsecureConnectionError);
  });

  test.each([
    'https://gowa.example',
    'http://localhost:3000',
    'http://127.0.0.1:3000/base',
    'http://127.8.9.1',
    'http://[::1]:3000',
  ])('but to %s', async (url) => {
    const client = createClient({ url, user: 'a', password });
    expect(client.connection.origin).toBe(new URL(url).origin);
    await client.close();
  });

  test('plain HTTP without a password is nobody else’s business', async () => {
    const client = createClient({ url: 'http://gowa.example' });
    expect(client.connection.origin).toBe('http://gowa.example');
    await client.close();
  });

  test.each([
    'gowa.example',
    'localhost:3000',
    'ftp://gowa.example',
    '',
    'http://',
    'https://user:secret@gowa.example',
    'https://gowa.example/?device_id=1',
    'https://gowa.example/#x',
  ])('%j is none, and the message does not repeat it', (url) => {
    expect(() => createClient({ url })).toThrow(InvalidConnectionError);
    expect(() => createClient({ url })).not.toThrow(/secret/);
  });
});
