import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../src/gowa/client.ts';
import { isLoopbackAddress, isLoopbackHost } from '../../src/net/loopback.ts';
import { schema, succeed } from '../gowa/connect.ts';

/** Says that it is a sandbox, on every address of this machine. */
const liar = createServer((_request, response) => {
  response.setHeader('x-rollcall-sandbox', '1');
  succeed(response, { people: [] });
});

beforeAll(() => new Promise<void>((resolve) => liar.listen(0, resolve)));
afterAll(() => {
  liar.closeAllConnections();
  liar.close();
});

/** Whether a client believes it under this name; undefined where the machine has no such name. */
async function isBelieved(host: string): Promise<boolean | undefined> {
  const client = createClient({ url: `http://${host}:${(liar.address() as AddressInfo).port}` });
  const isReached = await client.get('/people', {}, schema).then(
    () => true,
    () => false,
  );
  await client.close();
  return isReached ? client.isSandbox() : undefined;
}

describe('a server that says it is a sandbox', () => {
  test.each(['127.0.0.1', '127.1', '127.8.9.1', '0x7f000001', 'localhost', 'LOCALHOST'])(
    'is believed at %s',
    async (host) => {
      expect(await isBelieved(host)).toBe(true);
    },
  );

  test.each(['0.0.0.0', '0', '[::ffff:127.0.0.1]', 'localhost.', hostname()])(
    'is not at %s, though it is this machine that answers',
    async (host) => {
      expect(await isBelieved(host)).not.toBe(true);
    },
  );

  test('and the first of them is reached, so that the cases above say something', async () => {
    expect(await isBelieved('0.0.0.0')).toBe(false);
  });
});

test.each([
  'localhost.evil.example',
  'evil.localhost',
  '127.0.0.1.example',
  '127.0.0.1.nip.io',
  '128.0.0.1',
  '0.0.0.0',
  '[::]',
  '[::ffff:7f00:1]',
  '10.0.0.127',
  '',
])('%j names another machine, or may', (host) => {
  expect(isLoopbackHost(host)).toBe(false);
});

test.each([
  ['127.0.0.1', true],
  ['127.255.1.2', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['::', false],
  [undefined, false],
])('a socket to %s is one to this machine: %s', (address, expected) => {
  expect(isLoopbackAddress(address)).toBe(expected);
});
