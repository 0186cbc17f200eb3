import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { HttpServer } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close();
});

const account = '447700900001';
const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\n',
  'altos.yaml': 'id: 120363000000000001@g.us\nname: Altos\n',
};
const members = [{ pn: account, role: 'superadmin' as const }];
const world = {
  server: { devices: [{ pn: account }] },
  people: [],
  groups: [{ id: '120363000000000001', subject: 'Altos', owner: account, members }],
};

async function open(more: object = {}): Promise<Stage> {
  const stage = await openStage({ files, world: { ...world, ...more } });
  opened.push(stage);
  return stage;
}

/** The sandbox, but for `/app/status`: that says these, one after the other, and the last for good. */
async function startStarting(target: string, states: readonly object[]): Promise<HttpServer> {
  let asked = 0;
  const server = await startHttpServer(async (request, response) => {
    const device = String(request.headers['x-device-id'] ?? '');
    const answer = await fetch(target + request.url, { headers: device ? { 'x-device-id': device } : {} });
    const text = await answer.text();
    response.writeHead(answer.status);
    if (request.url !== '/app/status') return response.end(text);
    const json = JSON.parse(text) as { results: object };
    Object.assign(json.results, states[asked] ?? states.at(-1));
    asked += 1;
    return response.end(JSON.stringify(json));
  });
  opened.push(server);
  return server;
}

const starting = { is_connected: false, is_logged_in: false };
const ready = { is_connected: true, is_logged_in: true };
const unpaired = { ...starting, jid: '' };

describe('a GOWA that has just started', () => {
  test.each([
    ['connects meanwhile', [starting, starting, ready], exitCodes.ok, 3, /nothing to change/],
    [
      'stays without a line',
      [starting],
      exitCodes.failed,
      4,
      /knows the account but is not connected to WhatsApp yet/,
    ],
    ['has nobody logged in', [unpaired], exitCodes.failed, 1, /Log the account in/],
    [
      'lost its line later',
      [{ ...ready, is_connected: false }],
      exitCodes.failed,
      1,
      /logged in but not connected/,
    ],
  ])('%s', async (_name, states, code, asked, text) => {
    const stage = await open();
    const server = await startStarting(stage.sandbox.url, states);
    const run = await stage.run('plan', '--url', server.url);
    expect({ code: run.code, text: run.out + run.err }).toEqual({ code, text: expect.stringMatching(text) });
    expect(server.requests.filter(({ path }) => path === '/app/status')).toHaveLength(asked);
  });

  test('status says so too', async () => {
    const stage = await open();
    const server = await startStarting(stage.sandbox.url, [starting]);
    const { code, out } = await stage.run('status', '--url', server.url);
    expect(code).toBe(exitCodes.failed);
    expect(out).toMatch(/logged in +not yet: GOWA knows the account/);
  });
});

test.each([
  [
    'a UUID, which GOWA gives',
    '9b2e4c10-7d33-4218-9406-31a5c08d2f97',
    '9b2e4c10-7d33-4218-9406-31a5c08d2f97',
  ],
  ['a name', 'choir-2024', 'choir-2024'],
  ['the account', `${account}:12@s.whatsapp.net`, '•••••••••••1:12@s.whatsapp.net'],
  ['a name with a number', `choir-${account}`, 'choir-•••••••••001'],
  ['a UUID with a number', `9b2e4c10-7d33-4218-9406-${account}`, expect.not.stringContaining('447700900')],
])('status shows the device as --device wants it, but no number: %s', async (_, id, shown) => {
  const stage = await open();
  const server = await startStarting(stage.sandbox.url, [{ ...ready, device_id: id }]);
  const { out } = await stage.run('status', '--url', server.url);
  expect(/^device +(.*)$/m.exec(out)?.[1]).toEqual(shown);
});

describe('an address that leads past GOWA', () => {
  const hint = /What answered is not GOWA, or not at this path\. The address has (no|a) path/;

  test.each([
    ['no base path where there is one', { basePath: '/gowa' }, '/', 'no'],
    ['another base path', { basePath: '/gowa' }, '/wa', 'a'],
    ['a base path where there is none', {}, '/gowa', 'a'],
    ['a base path too many', { basePath: '/gowa' }, '/gowa/gowa', 'a'],
  ])('%s', async (_name, more, path, word) => {
    const stage = await open({ server: { ...world.server, ...more } });
    const { origin } = new URL(stage.sandbox.url);
    for (const device of [[], ['--device', 'x']]) {
      const { code, err } = await stage.run('plan', '--url', origin + path, ...device);
      // With a device that GOWA does not know, that may be what it says first.
      if (device.length > 0 && /which device is meant/.test(err)) continue;
      expect({ code, err }).toEqual({ code: exitCodes.failed, err: expect.stringMatching(hint) });
      expect(hint.exec(err)?.[1]).toBe(word);
    }
  });

  test('with several devices, where GOWA wants to know which one before it looks at the path', async () => {
    const stage = await open({ server: { devices: [{ pn: account }, { pn: '447700900002' }] } });
    const { err } = await stage.run('plan', '--url', `${stage.sandbox.url}/gowa`);
    expect(err).toMatch(hint);
    expect((await stage.run('plan')).code).toBe(exitCodes.ok);
  });

  test.each<[string, number, string]>([
    ['a page', 200, '<html>Sign in</html>'],
    ['a page that is not there', 404, '<html>404</html>'],
    ['a redirect', 302, ''],
    ['another API', 200, '{"ok":true}'],
  ])('%s', async (_name, status, body) => {
    const stage = await open();
    const server = await startHttpServer((_request, response) =>
      response.writeHead(status, { location: '/login' }).end(body),
    );
    opened.push(server);
    for (const device of [[], ['--device', 'x']]) {
      const { code, err } = await stage.run('plan', '--url', server.url, ...device);
      expect({ code, err }).toEqual({ code: exitCodes.failed, err: expect.stringMatching(hint) });
      expect(err).not.toContain(body || '/login');
    }
  });

  test.each<[string, number, string]>([
    ['refused', 401, 'Unauthorized'],
    ['out of order', 502, '<html>Bad gateway</html>'],
  ])('no hint where it says what is wrong: %s', async (_name, status, body) => {
    const stage = await open();
    const server = await startHttpServer((_request, response) => response.writeHead(status).end(body));
    opened.push(server);
    expect((await stage.run('plan', '--url', server.url)).err).not.toMatch(hint);
  });
});
