import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { connect, fail, schema, succeed } from './connect.ts';

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
    expect(error.text).toBe(
      'GOWA cannot be reached at the address of ROLLCALL_URL or --url (ECONNREFUSED). Nothing listens there: start GOWA, or check host and port.',
    );
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
