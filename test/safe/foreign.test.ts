import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestIo, openStage } from '../support/stage.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { startHttpServer } from '../support/http-server.ts';
import { main } from '../../src/main.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const env = {
  ROLLCALL_USER: 'gowa-admin',
  ROLLCALL_PASSWORD: 'SECRET"pw/ü?7',
  ROLLCALL_KEY: 'ab'.repeat(32),
};
const basic = Buffer.from(`${env.ROLLCALL_USER}:${env.ROLLCALL_PASSWORD}`).toString('base64');

type Headers = Parameters<RequestListener>[0]['headers'];
interface Lie {
  readonly status: number;
  readonly type?: string;
  readonly body: (headers: Headers, url: string) => string;
  readonly headers?: (headers: Headers) => Record<string, string>;
}

const gowa = (message: string, code = 'INTERNAL_SERVER_ERROR') => JSON.stringify({ code, message });
const echo = (headers: Headers) => JSON.stringify(headers);
const encode = (text: string) => Buffer.from(text).toString('base64');

/** Answers that hold the request, and texts that want to be more than text. */
const lies: Readonly<Record<string, Lie>> = {
  'a page with the headers': { status: 502, body: (headers) => `Bad gateway. Request: ${echo(headers)}` },
  'the headers in base64': { status: 500, body: (headers) => gowa(encode(echo(headers))) },
  'the credentials in clear': {
    status: 400,
    body: () => gowa(`${env.ROLLCALL_USER} ${env.ROLLCALL_PASSWORD}`, 'INVALID_JID'),
  },
  'the address': { status: 404, body: (headers, url) => `http://${headers.host}${url} is not here` },
  'the headers as a refusal of WhatsApp': {
    status: 500,
    body: (headers) => gowa(`info query returned status 403: ${echo(headers)}`),
  },
  'a redirect with credentials': {
    status: 307,
    body: () => '',
    headers: (headers) => ({ location: `http://${basic}@${headers.host}/${headers.authorization}` }),
  },
  'a success of another form': {
    status: 200,
    body: (headers) =>
      JSON.stringify({ code: 'SUCCESS', message: echo(headers), results: { [echo(headers)]: 1 } }),
  },
  'half an answer': { status: 200, body: (headers) => `{"code":"SUCCESS","message":${echo(headers)}` },
  'commands and markup': {
    status: 500,
    body: () =>
      gowa(
        '\u001b[2J\n::error::pwn\n##[group]pwn\u202e @pwn <script>pwn</script> [pwn](http://pwn) 447700900123 | pwn | ![i](http://pwn/i.png)',
      ),
  },
};

/** A GOWA behind a proxy that answers requests for some paths itself. */
async function open(paths: RegExp, lie: Lie) {
  const stage = await openStage({ files: choirFiles, world: choirWorld() });
  const server = await startHttpServer((request, response) => {
    const { url = '', method = 'GET', headers } = request;
    if (paths.test(url)) {
      response.writeHead(lie.status, { 'content-type': lie.type ?? 'text/plain', ...lie.headers?.(headers) });
      return void response.end(lie.body(headers, url));
    }
    const body = server.requests.at(-1)?.body;
    return void fetch(stage.sandbox.url + url, {
      method,
      headers: {
        'x-device-id': String(headers['x-device-id'] ?? ''),
        'content-type': String(headers['content-type']),
      },
      ...(method === 'GET' ? {} : { body: body ?? '' }),
    }).then(async (answer) => response.writeHead(answer.status).end(await answer.text()));
  });
  opened.push(stage.close, server.close);
  return { stage, server };
}

async function runAll(paths: RegExp, lie: Lie): Promise<{ printed: string; files: string; port: string }> {
  const { stage, server } = await open(paths, lie);
  let printed = '';
  const run = async (...argv: string[]) => {
    const { io, written } = createTestIo({ env: { ...env, ROLLCALL_URL: server.url } });
    await main([...argv, '--groups', stage.path('groups')], io);
    printed += written.out + written.err;
  };
  const out = (name: string) => stage.path(name);
  const state = ['--state', out('state')];
  await run('plan', '--out', out('p.json'), '--markdown', out('p.md'), '--html', out('p.html'), ...state);
  await run(
    'apply',
    '--yes',
    '--new-journal',
    '--report',
    out('r.json'),
    '--markdown',
    out('a.md'),
    ...state,
  );
  await run('status');
  const names = ['p.json', 'p.md', 'p.html', 'r.json', 'a.md', 'state/journal.jsonl'];
  const files = await Promise.all(names.map((name) => readFile(out(name), 'utf8').catch(() => '')));
  expect(server.requests.filter(({ path }) => paths.test(path))).not.toEqual([]);
  return { printed, files: files.join('\n'), port: new URL(server.url).port };
}

/** What nobody must see anywhere: more than a few letters of the credentials, whatever they are wrapped in. */
const secrets = [
  env.ROLLCALL_PASSWORD,
  'SECRET',
  basic.slice(0, 20),
  basic.slice(4, -4),
  encode(basic).slice(4, 30),
];

describe.each([
  ['reads', /\/group\/info|\/my\/groups/],
  ['writes', /\/group\/participants$|\/group\/name|\/group\/topic/],
  ['the session', /\/app\/status/],
  ['devices', /\/devices/],
] as const)('an answer to %s', (_name, paths) => {
  test.each(Object.entries(lies))('%s: nothing of it is told', async (_lie, lie) => {
    const { printed, files, port } = await runAll(paths, lie);
    const told = printed + files;
    for (const secret of secrets) expect(told).not.toContain(secret);
    expect(told).not.toContain('pwn');
    expect(told).not.toMatch(/Basic |authorization|INVALID_JID:/);
    expect(files).not.toContain(`:${port}`);
    expect(files).not.toContain('127.0.0.1');
    expect(files).not.toContain(env.ROLLCALL_USER);
    // Only `status` says where the server is, to whoever asked for it.
    expect(printed.split('\n').filter((line) => line.includes(port) && !line.startsWith('server '))).toEqual(
      [],
    );
  });
});

test('credentials in the name of a group, of a device and in a version are taken out', async () => {
  const stage = await openStage({ files: choirFiles, world: choirWorld() });
  const server = await startHttpServer((request, response) => {
    const { url = '', headers } = request;
    void fetch(stage.sandbox.url + url, {
      headers: { 'x-device-id': String(headers['x-device-id'] ?? '') },
    }).then(async (answer) => {
      const authorization = headers.authorization ?? '';
      const text = (await answer.text())
        .replace('"Altoz"', JSON.stringify(authorization))
        .replace('"Bases"', JSON.stringify(`x${encode(authorization)}`))
        .replace('v9.2.0', JSON.stringify(`v${env.ROLLCALL_PASSWORD}`).slice(1, -1));
      response.writeHead(answer.status).end(text);
    });
  });
  opened.push(stage.close, server.close);
  const { io, written } = createTestIo({ env: { ...env, ROLLCALL_URL: server.url } });
  for (const argv of [['plan', '--markdown', stage.path('p.md')], ['plan', '--json'], ['status']])
    await main([...argv, '--groups', stage.path('groups')], io);
  const told = written.out + written.err + (await readFile(stage.path('p.md'), 'utf8'));
  expect(told).toContain('••••••••');
  for (const secret of secrets) expect(told).not.toContain(secret);
});
