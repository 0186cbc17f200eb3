import { expect, onTestFinished, test } from 'vitest';
import { connect, connectEarly } from '../../src/session/connect.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { account, organisation, pace } from '../support/choir.ts';
import { startHttpServer } from '../support/http-server.ts';
import { createTestIo } from '../support/stage.ts';

const own = { name: 'main', phone: account.phone };
const files = organisation([]);
const options = { groups: 'groups' };

/** A GOWA with these accounts logged in. */
async function serve(...accounts: readonly string[]): Promise<string> {
  const devices = accounts.map((pn) => ({ pn }));
  const sandbox = await startSandbox({ world: { server: { devices }, people: [], groups: [] } });
  onTestFinished(() => sandbox.close());
  return sandbox.url;
}

async function open(env: Readonly<Record<string, string>>, more: object = {}) {
  const { io } = createTestIo({ env });
  const line = await connect({ ...options, ...more }, files, own, io);
  onTestFinished(() => line.close());
  return line;
}

test.each([
  ['the only one', ['447700900001']],
  ['one of several', ['447700900008', '447700900001', '447700900009']],
])('the account’s device is found where it is %s', async (_, accounts) => {
  expect((await open({ ROLLCALL_URL: await serve(...accounts) })).own).toBe('447700900001');
});

test('the device is found, and asked from then on, over one line', async () => {
  const sockets = new Set<unknown>();
  const jid = '447700900001:12@s.whatsapp.net';
  const answers: Readonly<Record<string, unknown>> = {
    '/devices': [{ id: 'ours', state: 'logged_in', jid }],
    '/app/status': { is_connected: true, is_logged_in: true, device_id: 'ours', jid },
  };
  const server = await startHttpServer(({ url = '', socket }, response) => {
    sockets.add(socket);
    response.end(JSON.stringify({ code: 'SUCCESS', message: '', results: answers[url] }));
  });
  onTestFinished(server.close);
  expect((await open({ ROLLCALL_URL: server.url })).own).toBe('447700900001');
  expect(server.requests.map(({ path, headers }) => [path, headers['x-device-id']])).toEqual([
    ['/devices', undefined],
    ['/app/status', 'ours'],
  ]);
  expect(sockets.size).toBe(1);
});

test('no device of the account: those that are there are named', async () => {
  const failed = open({ ROLLCALL_URL: await serve('447700900008', '447700900009') });
  await expect(failed).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(
      /No device of this GOWA belongs to the account main[\s\S]*It has:\n(?: {2}.*\n){2}Name the one/,
    ),
  });
});

test('a device that is named is taken, and refused where it is another account’s', async () => {
  const url = await serve('447700900001', '447700900008');
  expect((await open({ ROLLCALL_URL: url, ROLLCALL_DEVICE: '447700900001@s.whatsapp.net' })).own).toBe(
    '447700900001',
  );
  await expect(
    open({ ROLLCALL_URL: url, ROLLCALL_DEVICE: '447700900008@s.whatsapp.net' }),
  ).rejects.toMatchObject({ exitCode: expect.any(Number) });
});

test('the flag goes before the environment', async () => {
  const url = await serve('447700900001');
  expect((await open({ ROLLCALL_URL: 'http://127.0.0.1:1' }, { url })).own).toBe('447700900001');
});

test('no server at all: what to set is said; before the files are known it is no matter', async () => {
  await expect(open({})).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(/ROLLCALL_URL or --url/),
  });
  const { io } = createTestIo({ env: {} });
  expect(await connectEarly(options, pace, own, io)).toBeUndefined();
  const named = createTestIo({ env: { ROLLCALL_URL: 'http://127.0.0.1:1' } });
  expect(await connectEarly({ ...options, sandbox: true }, pace, own, named.io)).toBeUndefined();
});
