import { afterEach, describe, expect, test } from 'vitest';
import { gowaVersions } from '../../src/domain/whatsapp-facts.ts';
import { createClient } from '../../src/gowa/client.ts';
import { findMuteAge, toServerAge } from '../../src/gowa/server-age.ts';
import { startHttpServer } from '../support/http-server.ts';

test.each([
  ['v8.3.9', 'too-old'],
  ['7.11.0', 'too-old'],
  ['v8.4.0', 'mute'],
  ['v8.7.9', 'mute'],
  ['v8.8.0', 'sensible'],
  ['v9.1.12', 'sensible'],
  ['v9.2.0', 'known'],
  ['9.2', 'known'],
  ['v9.2.0-fork.3', 'known'],
  ['v9.10.0', 'newer'],
  ['v10.0.0', 'newer'],
  ['dev', 'unknown'],
  ['', 'unknown'],
  ['v9', 'unknown'],
  ['v9.2evil', 'unknown'],
])('%s is %s', (version, age) => {
  expect(toServerAge(version)).toBe(age);
});

test('the versions that ages are measured by are in their order', () => {
  const { oldest, tellsNumber, tellsVersion, known } = gowaVersions;
  expect([oldest, tellsNumber, tellsVersion].map(toServerAge)).toEqual(['mute', 'sensible', 'sensible']);
  expect(toServerAge(known)).toBe('known');
});

describe('one that does not say', () => {
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });

  test.each([
    ['and tells its number', 404, '', true, 'sensible', []],
    ['and is well', 200, '', false, 'mute', ['/health']],
    ['and has nothing that says so', 404, '', false, 'too-old', ['/health']],
    ['below a base path', 404, '/gowa', false, 'mute', []],
  ])('%s', async (_, status, basePath, tellsNumber, age, asked) => {
    const server = await startHttpServer((_request, response) => void response.writeHead(status).end('OK'));
    const client = createClient({ url: server.url + basePath });
    opened.push(() => client.close(), server.close);
    expect(await findMuteAge(client, tellsNumber)).toBe(age);
    expect(server.requests.map(({ path }) => path)).toEqual(asked);
  });
});
