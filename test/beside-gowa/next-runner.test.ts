import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import type { HttpServer } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';
import { findRoot } from '../support/repository-root.ts';

const script = join(findRoot(), 'docs', 'beside-gowa', 'next-runner.sh');

/** Writes down how it was started: its arguments, then its environment. */
const standIn = `#!/bin/sh
{ echo "$*"; env; } > "$0.started"
`;

/** A folder like docs/beside-gowa, with a token, and a docker that only writes down what it is told. */
function makePlace(): string {
  const folder = makeFolder({ 'secrets/runner-admin-token': 'lasting-token\n' });
  cpSync(script, join(folder, 'next-runner.sh'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'docker'), standIn);
  chmodSync(join(folder, 'bin', 'docker'), 0o755);
  return folder;
}

/** A stand-in of GitHub. */
async function serve(code: number, answer: string): Promise<HttpServer> {
  const server = await startHttpServer((_, response) => response.writeHead(code).end(answer));
  onTestFinished(server.close);
  return server;
}

async function start(place: string, env: Readonly<Record<string, string>>): Promise<string> {
  const PATH = `${join(place, 'bin')}:${process.env['PATH'] ?? ''}`;
  await promisify(execFile)('sh', [join(place, 'next-runner.sh')], { env: { PATH, ...env } });
  return readFileSync(join(place, 'bin', 'docker.started'), 'utf8');
}

test('a runner is started with a token for an hour, which is no argument; the lasting one goes to nobody but GitHub', async () => {
  const place = makePlace();
  const { requests, url } = await serve(
    201,
    '{\n  "token": "HOUR_1-a",\n  "expires_at": "2026-11-27T01:00:00Z"\n}\n',
  );
  const [told = '', ...env] = (
    await start(place, {
      GITHUB_API_URL: url,
      RUNNER_FOR: 'repos/us/groups',
      GITHUB_SERVER_URL: 'https://github.com',
    })
  ).split('\n');
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /repos/us/groups/actions/runners/registration-token',
  ]);
  expect(requests[0]?.headers.authorization).toBe('Bearer lasting-token');
  expect(told).toBe('compose --profile runner run --rm runner');
  expect(env).toContain('RUNNER_TOKEN=HOUR_1-a');
  expect(env).toContain('RUNNER_URL=https://github.com/us/groups');
  expect(env.join('\n')).not.toContain('lasting-token');
});

test('an organisation’s runner is the organisation’s', async () => {
  const place = makePlace();
  const { requests, url } = await serve(201, '{"token":"T","expires_at":"x"}');
  const env = await start(place, { GITHUB_API_URL: url, RUNNER_FOR: 'orgs/us' });
  expect(requests[0]?.path).toBe('/orgs/us/actions/runners/registration-token');
  expect(env).toContain('RUNNER_URL=https://github.com/us\n');
});

test.each([
  ['GitHub refuses', 403, '{"message":"no"}', { RUNNER_FOR: 'orgs/us' }, /403/],
  ['an answer has no token', 200, '{"message":"$(id)"}', { RUNNER_FOR: 'orgs/us' }, /GitHub gave no token/],
  ['nobody said for whom', 201, '{"token":"T"}', {}, /RUNNER_FOR: set it to/],
])('no runner is started where %s', async (_, code, answer, env, message) => {
  const place = makePlace();
  const { url } = await serve(code, answer);
  await expect(start(place, { GITHUB_API_URL: url, ...env })).rejects.toThrow(message);
});
