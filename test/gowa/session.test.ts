import { afterEach, expect, test } from 'vitest';
import type { Client } from '../../src/gowa/client.ts';
import { createClient } from '../../src/gowa/client.ts';
import { readDevices, readServerInfo, readStatus } from '../../src/gowa/session.ts';
import { startHttpServer } from '../support/http-server.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function connect(status: number, body: unknown): Promise<Client> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const server = await startHttpServer((_request, response) => response.writeHead(status).end(text));
  const client = createClient({ url: server.url });
  opened.push(() => client.close(), server.close);
  return client;
}

function succeed(results: unknown): Promise<Client> {
  return connect(200, { code: 'SUCCESS', message: 'Success', results });
}

const device = { device_id: 'main', is_connected: true, is_logged_in: false };

test.each([
  [{ ...device, jid: '447700900001@s.whatsapp.net' }, { phone: '447700900001' }],
  [{ ...device, jid: '' }, {}],
  [device, {}],
])('status %#: the own number where it is told', async (results, phone) => {
  const status = await readStatus(await succeed(results));
  expect(status).toEqual({ connected: true, loggedIn: false, deviceId: 'main', ...phone });
});

test('devices, their numbers from the JID', async () => {
  const slots = [
    { id: 'main', state: 'logged_in', jid: '447700900001:12@s.whatsapp.net', created_at: 'x' },
    { id: 'spare', state: 'disconnected' },
  ];
  expect(await readDevices(await succeed(slots))).toEqual([
    { id: 'main', state: 'logged_in', phone: '447700900001' },
    { id: 'spare', state: 'disconnected' },
  ]);
  expect(await readDevices(await succeed(null))).toEqual([]);
});

test.each<[string, number, unknown]>([
  ['no such path', 404, 'Not Found'],
  ['the device comes first', 400, { code: 'DEVICE_ID_REQUIRED', message: 'device_id is required' }],
  ['another device comes first', 404, { code: 'DEVICE_NOT_FOUND', message: 'device not found' }],
])('a server before v9 does not tell its version: %s', async (_name, status, body) => {
  expect(await readServerInfo(await connect(status, body))).toBeUndefined();
});

test('the version, and errors that are no sign of age', async () => {
  expect(await readServerInfo(await succeed({ version: 'v9.2.0', os: 'GOWA' }))).toEqual({
    version: 'v9.2.0',
  });
  const refused = readServerInfo(await connect(401, 'Unauthorized'));
  await expect(refused).rejects.toMatchObject({ code: 'unauthorized' });
});
