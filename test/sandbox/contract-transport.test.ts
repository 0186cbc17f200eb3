import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { ALTOS, choirWorld, ME, startChoir } from './choir.ts';
import type { SessionState } from '../../src/sandbox/server/gowa.ts';

const BASIC = { Authorization: `Basic ${Buffer.from('admin:secret').toString('base64')}` };
const OTHER = '447700900002';

describe('what the sandbox does as GOWA does it (docs/gowa.md#7-what-the-sandbox-does-as-gowa-does-it): transport', () => {
  test('S1 health is text at the root, the base path is everywhere else (recorded: transport, auth-and-base-path)', async () => {
    const choir = await startChoir({ basePath: '/gowa' });
    const root = choir.sandbox.url.replace('/gowa', '');
    const health = await fetch(`${root}/health`);
    expect([health.status, await health.text()]).toEqual([200, 'OK']);
    expect(health.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await fetch(`${root}/app/status`)).status).toBe(404);
    expect((await choir.get('/app/status')).status).toBe(200);
  });

  test('S2 Basic auth refuses in text, WhatsApp in JSON (recorded: auth-and-base-path, sessions)', async () => {
    const choir = await startChoir({ basicAuth: 'admin:secret' });
    const refused = await choir.get('/app/status');
    expect([refused.status, refused.text]).toEqual([401, 'Unauthorized']);
    expect(refused.headers.get('www-authenticate')).toBe('Basic realm="Restricted", charset="UTF-8"');
    expect((await choir.get('/app/status', { Authorization: 'Basic !!!' })).text).toBe('Bad Request');
    choir.sandbox.setSession(ME, 'disconnected');
    const loggedOut = await choir.get('/user/my/groups', BASIC);
    expect([loggedOut.status, loggedOut.json?.code]).toEqual([401, 'AUTHENTICATION_ERROR']);
  });

  test('S3 without a device: required even for an unknown path (recorded: no-device)', async () => {
    const choir = await startChoir({ world: choirWorld([], { server: { devices: [] } }) });
    expect((await choir.get('/nowhere')).json?.code).toBe('DEVICE_ID_REQUIRED');
    expect((await choir.get('/devices')).json?.results).toBeNull();
    expect((await choir.get('/app/info')).status).toBe(200);
  });

  test('S3 one device needs no name (recorded: transport)', async () => {
    const choir = await startChoir();
    expect((await choir.get('/app/status')).status).toBe(200);
    expect((await choir.get('/nowhere')).text).toBe('Not Found');
    const missing = await choir.get('/app/status', { 'X-Device-Id': 'nobody' });
    expect([missing.status, missing.json?.code, missing.json?.results]).toEqual([
      404,
      'DEVICE_NOT_FOUND',
      { device_id: 'nobody' },
    ]);
  });

  test('S3 two devices: slot id, AD JID or bare JID, percent-decoded, + a space (recorded: two-devices)', async () => {
    const world = choirWorld();
    const devices = [...world.server.devices, { pn: OTHER }];
    const choir = await startChoir({ world: { ...world, server: { devices } } });
    const jidFor = async (header: string): Promise<unknown> =>
      (await choir.get('/app/status', { 'X-Device-Id': header })).json?.results;
    expect((await choir.get('/app/status')).json?.code).toBe('DEVICE_ID_REQUIRED');
    for (const header of [`${ME}:12@s.whatsapp.net`, `${ME}%3A12%40s.whatsapp.net`, `${ME}@s.whatsapp.net`]) {
      expect(await jidFor(header)).toMatchObject({ jid: `${ME}@s.whatsapp.net` });
    }
    expect(await jidFor(`${OTHER}@s.whatsapp.net`)).toMatchObject({ device_id: `${OTHER}@s.whatsapp.net` });
    expect(await jidFor('+44')).toEqual({ device_id: '44' });
    expect((await choir.get(`/app/status?device_id=${ME}@s.whatsapp.net`)).status).toBe(200);
  });

  test.each<[SessionState, number, string, { is_connected: boolean; is_logged_in: boolean }]>([
    ['ok', 200, 'SUCCESS', { is_connected: true, is_logged_in: true }],
    ['disconnected', 401, 'AUTHENTICATION_ERROR', { is_connected: false, is_logged_in: false }],
    ['not_logged_in', 401, 'AUTHENTICATION_ERROR', { is_connected: true, is_logged_in: false }],
    ['logged_out', 500, 'INVALID_WA_CLI', { is_connected: false, is_logged_in: false }],
  ])('S4 a session that is %s (recorded: sessions)', async (state, status, code, shown) => {
    const choir = await startChoir();
    choir.sandbox.setSession(ME, state);
    const read = await choir.get('/user/my/groups');
    expect([read.status, read.json?.code]).toEqual([status, code]);
    const told = await choir.get('/app/status');
    expect(told.status).toBe(200);
    expect(told.json?.results).toMatchObject(shown);
  });

  test('S5 the order of checks: bind, id, validation, client, login, group, participants, query', async () => {
    const choir = await startChoir();
    const add = (groupId: unknown, people: unknown): ReturnType<typeof choir.post> =>
      choir.post('/group/participants', { group_id: groupId, participants: people });
    choir.sandbox.setSession(ME, 'logged_out');
    expect((await add(ALTOS, 1)).json?.message).toContain('bind "participants"');
    expect((await choir.get('/group/participants')).json?.code).toBe('INVALID_GROUP_ID');
    expect((await add('', [])).json?.message).toBe(
      'group_id: cannot be blank; participants: cannot be blank.',
    );
    expect((await add('a.b.c@g.us', ['1'])).json?.code).toBe('INVALID_WA_CLI');
    choir.sandbox.setSession(ME, 'not_logged_in');
    expect((await add('a.b.c@g.us', ['1'])).json?.message).toBe('you are not logged in');
    choir.sandbox.setSession(ME, 'ok');
    expect((await add('a.b.c@g.us', ['1'])).json?.message).toMatch(/^invalid JID/);
    expect((await add('120363999999999999@g.us', ['447700900050'])).json?.code).toBe('INVALID_JID');
    expect((await add('120363999999999999@g.us', ['447700900010'])).json?.message).toMatch(/status 404/);
  });

  test('S6 no Content-Type, and a number for a text: both a 500 (recorded: bodies)', async () => {
    const choir = await startChoir();
    const bare = await new Promise<string>((resolve) => {
      const sent = request(`${choir.sandbox.url}/group/name`, { method: 'POST' }, (response) => {
        response.on('data', (chunk: Buffer) => resolve(`${response.statusCode} ${chunk.toString()}`));
      });
      sent.end('{}');
    });
    expect(bare).toBe('500 {"code":"INTERNAL_SERVER_ERROR","message":"Unprocessable Entity"}');
    const number = await choir.post('/group/participants', { group_id: ALTOS, participants: [447700900010] });
    expect(number.json?.message).toBe(
      'bind "participants" from body: json: cannot unmarshal number into Go struct field ParticipantRequest.participants of type string',
    );
  });

  test.each([
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ['[1 2]', "invalid character '2' after array element"],
    ['{"a":tru}', "invalid character '}' in literal true (expecting 'e')"],
    ['{} x', "invalid character 'x' after top-level value"],
    ['{"a":"\n"}', "invalid character '\\n' in string literal"],
    ['{"a":-}', "invalid character '}' in numeric literal"],
    ['{"a":"\\q"}', "invalid character 'q' in string escape code"],
    ['', 'unexpected end of JSON input'],
  ])('S6 broken JSON %j is told in the words of Go', async (body, complaint) => {
    const choir = await startChoir();
    const headers = { 'Content-Type': 'application/json' };
    const answer = await choir.fetch('/group/name', { method: 'POST', headers, body });
    expect([answer.status, answer.json?.message]).toEqual([500, `bind from body: ${complaint}`]);
  });

  test('S7 keys in any case, unknown keys ignored, forms bind too (recorded: bodies)', async () => {
    const choir = await startChoir();
    await choir.post('/group/name', {
      GROUP_ID: ALTOS,
      Name: 'Any case',
      group_jid: 'x',
      more: { deep: [1] },
    });
    expect(choir.sandbox.world().groups[0]?.subject).toBe('Any case');
    const body = new URLSearchParams({ group_id: ALTOS, name: 'A form' });
    await choir.fetch('/group/name', { method: 'POST', body });
    expect(choir.sandbox.world().groups[0]?.subject).toBe('A form');
  });

  test('S8 no status in the body, null for no groups (recorded: group-reads, users)', async () => {
    const empty = { id: '120363000000000001', subject: 'Empty', owner: ME, members: [] };
    const choir = await startChoir({ world: choirWorld([empty]) });
    const groups = await choir.get('/user/my/groups');
    expect(groups.text).toBe(
      '{"code":"SUCCESS","message":"Success get list groups","results":{"data":null}}',
    );
  });

  test('S8 what could be HTML is escaped, as Go does', async () => {
    const choir = await startChoir();
    const answer = await choir.post('/group/name', { group_id: ALTOS, name: '<b> & "q"' });
    expect(answer.text).toContain(String.raw`'\u003cb\u003e \u0026 \"q\"'`);
  });

  test('a wrong method is 405, every answer says that it is a sandbox', async () => {
    const choir = await startChoir();
    const wrong = await choir.fetch('/group/name', { method: 'PUT' });
    expect([wrong.status, wrong.text]).toEqual([405, 'Method Not Allowed']);
    for (const path of ['/health', '/app/status', '/nowhere', '/group/info', '/__sandbox/world']) {
      expect((await choir.get(path)).headers.get('x-rollcall-sandbox')).toBe('1');
    }
  });
});
