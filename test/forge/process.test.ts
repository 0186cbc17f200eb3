import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { makeFolder } from '../support/folder.ts';
import { startForwardProxy } from '../support/forward-proxy.ts';
import { useRunStage } from './run-stage.ts';

/*
 * The program as it is built, in a process of its own, told to end as the runner tells it.
 */

const on = useRunStage();

test('a step that is cancelled twice gives the answer up, pushes that it may have happened, and ends', async () => {
  const plans = { INPUT_PLANS: await on.beginWithPlan(), ROLLCALL_URL: on.gate.url };
  const running = await on.spawn(plans);
  await on.gate.held;
  const pushed = on.stage.nextPush();
  running.signal('SIGINT');
  await pushed;
  running.signal('SIGTERM');
  const { code, outputs } = await running.ended;
  expect(code).toBe(exitCodes.interrupted);
  expect(outputs['failure-reason']).toBe('interrupted');
  const text = await on.atServer('show', 'rollcall-state:main/journal.jsonl');
  const types = text.split('\n').map((line) => (JSON.parse(line) as { type: string }).type);
  expect(types.at(-1)).toBe('intent');
});

test('a step that is cancelled before it begins sends nothing', async () => {
  const running = await on.spawn({ INPUT_NEW_JOURNAL: 'true' });
  running.signal('SIGINT');
  const { code } = await running.ended;
  // A signal that comes before the first line of the program ends it as it ends any process.
  expect([exitCodes.interrupted, -1]).toContain(code);
  expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a step that nobody knows is told', async () => {
  const { code, err } = await (await on.stage.spawn('take-over', {})).ended;
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('There is no step take-over. There are: run, take-head,');
});

test('a forge behind a proxy is reached through its tunnel', async () => {
  const forge = await startForgeByTls('forge.example');
  const proxy = await startForwardProxy();
  onTestFinished(proxy.close);
  const env = {
    CHANGES: '0',
    GITHUB_API_URL: `https://forge.example:${forge.port}`,
    HTTPS_PROXY: `http://clara:secret@${proxy.host}`,
    NODE_EXTRA_CA_CERTS: forge.certificate,
  };
  const { code, err } = await (await on.stage.spawn('drift', env)).ended;
  expect({ code, err }).toEqual({ code: exitCodes.ok, err: '' });
  expect(forge.asked).toEqual([expect.stringMatching(/^GET \/repos\/clara\/choir\/issues\?/)]);
  expect(proxy.asked).toEqual([`forge.example:${forge.port}`]);
  expect(proxy.credentials).toEqual([`Basic ${btoa('clara:secret')}`]);
});

/** A forge that has nothing, with a certificate of this very test. */
async function startForgeByTls(name: string) {
  const folder = makeFolder();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  const files = ['-keyout', key, '-out', certificate];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync('openssl', ['req', ...kind, ...subject, ...files], { stdio: 'ignore' });
  const asked: string[] = [];
  const options = { key: readFileSync(key), cert: readFileSync(certificate) };
  const server = createServer(options, ({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    response.setHeader('content-type', 'application/json').end('[]');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { port: (server.address() as AddressInfo).port, certificate, asked };
}
