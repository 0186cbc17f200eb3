import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { PersonAction, PersonChange, SettingChange, Step } from '../../src/domain/plan/change.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import { createClient } from '../../src/gowa/client.ts';
import { createGroupMessenger, createMessenger, createWriter, requestFor } from '../../src/gowa/write.ts';
import { startHttpServer } from '../support/http-server.ts';
import { holdTimeouts } from '../support/timeouts.ts';

const group = '120363000000000001@g.us' as GroupId;

function changePerson(action: PersonAction, phone: string): PersonChange {
  const number = phone as PhoneNumber;
  return { action, group, why: { kind: 'unlisted' }, person: { key: toPersonKey(number), phone: number } };
}

function set<Name extends keyof Settings>(
  setting: Name,
  before: Settings[Name],
  after: Settings[Name],
): Step {
  return [{ action: 'set', group, why: { kind: 'differs' }, setting, before, after } as SettingChange];
}

describe('the request for a step', () => {
  test.each([
    ['add', '/group/participants'],
    ['remove', '/group/participants/remove'],
    ['promote', '/group/participants/promote'],
    ['demote', '/group/participants/demote'],
  ] as const)('%s: bare digits in the spelling of each change', (action, path) => {
    const step: Step = [changePerson(action, '447700900002'), changePerson(action, '5520991230001')];
    expect(requestFor(step)).toEqual({
      path,
      template: path,
      json: { group_id: group, participants: ['447700900002', '5520991230001'] },
    });
  });

  test('somebody who knocks: a yes to their request', () => {
    const path = '/group/participant-requests/approve';
    expect(requestFor([{ ...changePerson('add', '447700900002'), lane: 'knock' }])).toEqual({
      path,
      template: path,
      json: { group_id: group, participants: ['447700900002'] },
    });
  });

  test('nothing is ever sent for somebody who is to come by a link', () => {
    expect(() => requestFor([{ ...changePerson('add', '447700900002'), lane: 'link' }])).toThrow(
      'by themselves',
    );
  });

  test.each([
    [set('name', 'Altos', 'Tenors <3'), '/group/name', { group_id: group, name: 'Tenors <3' }],
    [set('topic', 'a', 'one\ntwo'), '/group/topic', { group_id: group, topic: 'one\ntwo' }],
    [set('topic', 'a', ''), '/group/topic', { group_id: group, topic: '' }],
    [set('announce', true, false), '/group/announce', { group_id: group, announce: false }],
    [set('announce', false, true), '/group/announce', { group_id: group, announce: true }],
    [set('locked', true, false), '/group/locked', { group_id: group, locked: false }],
    [set('locked', false, true), '/group/locked', { group_id: group, locked: true }],
  ])('a setting with every field, also where its value is empty: %#', (step, path, json) => {
    expect(requestFor(step)).toEqual({ path, template: path, json });
  });

  test.each([0, 86_400])('disappearing: the id in the path, encoded and with its server: %i', (seconds) => {
    expect(requestFor(set('disappearing', 604_800, seconds))).toEqual({
      path: '/chat/120363000000000001%40g.us/disappearing',
      template: '/chat/{jid}/disappearing',
      json: { timer_seconds: seconds },
    });
  });
});

describe('sending', () => {
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });

  async function start(listener: Parameters<typeof startHttpServer>[0]) {
    const server = await startHttpServer(listener);
    const client = createClient({ url: `${server.url}/base` });
    client.nameDevice('my device');
    opened.push(() => client.close(), server.close);
    return { server, writer: createWriter(client.connection) };
  }

  test('one POST with the same base path, device and JSON', async () => {
    const { server, writer } = await start((_request, response) =>
      response.end(JSON.stringify({ code: 'SUCCESS', message: 'Success', results: null })),
    );
    expect(await writer.send([changePerson('add', '447700900002')])).toEqual({
      kind: 'accepted',
      invited: [],
    });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/base/group/participants',
      headers: { 'content-type': 'application/json', 'x-device-id': 'my%20device' },
    });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      group_id: group,
      participants: ['447700900002'],
    });
  });

  test.each<[string, Parameters<typeof startHttpServer>[0]]>([
    ['the line drops before an answer', (request) => request.socket.destroy()],
    [
      'the answer breaks off',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('{"code":"SUCCESS"', () => response.destroy());
      },
    ],
    ["a proxy's 502", (_request, response) => response.writeHead(502).end('Bad Gateway')],
    ["a proxy's 503", (_request, response) => response.writeHead(503).end('Service Unavailable')],
    ["a proxy's 504", (_request, response) => response.writeHead(504).end('Gateway Time-out')],
    ['a redirect', (_request, response) => response.writeHead(307, { location: '/again' }).end()],
    ['garbage', (_request, response) => response.end('\u0000\u0001garbage')],
  ])('%s: nobody knows whether it happened, and it is never sent again', async (_name, listener) => {
    const { server, writer } = await start(listener);
    expect((await writer.send(set('name', 'a', 'b'))).kind).toBe('unknown');
    expect(server.requests).toHaveLength(1);
  });

  test('no answer in time: the same', async () => {
    const { expire, restore } = holdTimeouts();
    onTestFinished(restore);
    const { server, writer } = await start(() => expire());
    expect((await writer.send(set('name', 'a', 'b'))).kind).toBe('unknown');
    expect(server.requests).toHaveLength(1);
  });

  test('nobody listens: it did not happen, and the run stops', async () => {
    const { server, writer } = await start((_request, response) => response.end());
    await server.close();
    expect(await writer.send(set('name', 'a', 'b'))).toMatchObject({ kind: 'stop', code: 'unreachable' });
  });
});

test('a message goes to a whole address, with nothing but its text', async () => {
  const server = await startHttpServer((_request, response) =>
    response.end('{"code":"SUCCESS","message":""}'),
  );
  const client = createClient({ url: server.url });
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  const messenger = createMessenger(client.connection);
  expect(await messenger.send('447700900002' as PhoneNumber, 'Hello\nthere')).toMatchObject({
    kind: 'accepted',
  });
  expect(server.requests.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
    ['POST', '/send/message', { phone: '447700900002@s.whatsapp.net', message: 'Hello\nthere' }],
  ]);
});

test('a message to a group goes to a group alone', async () => {
  const server = await startHttpServer((_, response) =>
    response.end('{"code":"SUCCESS","message":"","results":{}}'),
  );
  const client = createClient({ url: server.url });
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  const messenger = createGroupMessenger(client.connection);
  expect(await messenger.send(group, 'Hello')).toMatchObject({ kind: 'accepted' });
  await expect(messenger.send('447700900002@s.whatsapp.net' as GroupId, 'Hello')).rejects.toThrow(/no group/);
  expect(server.requests.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
    ['POST', '/send/message', { phone: group, message: 'Hello' }],
  ]);
});

test('write.ts alone can send anything but GET', () => {
  const folder = join(import.meta.dirname, '../../src/gowa');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
  const namesOf = (pattern: RegExp): string[] =>
    sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
  expect(namesOf(/from '\.[./a-z]*\/exchange\.ts'/)).toEqual(['client.ts', 'write.ts']);
  expect(namesOf(/from '\.[./a-z]*\/receive\.ts'/)).toEqual(['line/exchange.ts']);
  expect(namesOf(/\.dispatch\(|\.socket\.(?!close|destroy)|\bfetch\(|node:https?/)).toEqual([
    'line/receive.ts',
  ]);
  expect(namesOf(/method: 'POST', /)).toEqual(['write.ts']);
  expect(namesOf(/from '\.[./a-z]*\/write\.ts'/)).toEqual([]);
});
