import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runMail, splitCommand } from '../../src/notifying/run-mail.ts';
import { makeFolder } from '../support/folder.ts';

const { signal } = new AbortController();

/** A command that writes down what it got, and ends with this code. */
function makeCommand(code: string) {
  const folder = makeFolder({ 'mail.cjs': code });
  return { folder, command: [process.execPath, join(folder, 'mail.cjs'), 'a b', '$HOME;`id`'] as const };
}

test('the mail comes on standard input, arguments as they are, and no secret in the environment', async () => {
  const { folder, command } = makeCommand(`
    const fs = require('node:fs');
    const input = fs.readFileSync(0, 'utf8');
    fs.writeFileSync(__dirname + '/got.json', JSON.stringify({ input, args: process.argv.slice(2), env: process.env }));
    console.log('printed'); console.error('printed');
  `);
  const env = { PATH: 'somewhere', ROLLCALL_KEY: 'k', ROLLCALL_NOTIFY_WEBHOOK: 'w', SOPS_AGE_KEY: 's' };
  expect(await runMail('Subject: x\r\n\r\ny\r\n', { command, env, signal })).toBeUndefined();
  const got = JSON.parse(readFileSync(join(folder, 'got.json'), 'utf8')) as { env: object };
  expect(got).toMatchObject({
    input: 'Subject: x\r\n\r\ny\r\n',
    args: ['a b', '$HOME;`id`'],
    env: { PATH: 'somewhere' },
  });
  expect(Object.keys(got.env).filter((name) => /^(?:ROLLCALL|SOPS)/.test(name))).toEqual([]);
});

test.each([
  ['process.exit(75)', 'its command ended with 75'],
  ['process.stdin.destroy(); process.exit(0)', undefined],
  ["process.kill(process.pid, 'SIGTERM'); setInterval(() => 0, 1000)", 'its command was ended (SIGTERM)'],
])('%s: %j', async (code, why) => {
  const { command } = makeCommand(code);
  expect(await runMail('x'.repeat(1_000_000), { command, env: {}, signal })).toBe(why);
});

test('one that never ends is ended', async () => {
  const { command } = makeCommand('setInterval(() => 0, 1000)');
  expect(await runMail('x', { command, env: {}, signal, timeout: 50 })).toBe(
    'its command was ended (SIGKILL)',
  );
});

test('whoever interrupts the run does not wait for it', async () => {
  const controller = new AbortController();
  const { command } = makeCommand('setInterval(() => 0, 1000)');
  const ended = runMail('x', { command, env: {}, signal: controller.signal });
  controller.abort();
  expect(await ended).toBe('its command was ended (SIGKILL)');
});

test('one that is not there is told without its name', async () => {
  expect(await runMail('x', { command: ['/nowhere/mail'], env: {}, signal })).toBe(
    'its command could not be started (ENOENT)',
  );
});

test.each([
  ['sendmail -t', ['sendmail', '-t']],
  ['  "/opt/my mail/send"  -f \'a b\'c ', ['/opt/my mail/send', '-f', 'a bc']],
  ['msmtp -t; rm -rf / | `id` $(id)', ['msmtp', '-t;', 'rm', '-rf', '/', '|', '`id`', '$(id)']],
  ['', undefined],
  ['""', undefined],
])('%j is split without a shell', (text, words) => expect(splitCommand(text)).toEqual(words));
