import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRoot } from '../repository-root.ts';
import type { Image } from './build-image.ts';
import { buildImage, makeContext } from './build-image.ts';
import type { Start } from './layer.ts';
import { runIn, startIn } from './layer.ts';

/*
 * `npm run image`: carries out docs/beside-gowa/Containerfile, instruction by instruction, in a root file system of its own, and
 * runs what comes of it as the compose file does: not root, no rights, nothing to write to but /tmp. It takes Linux and root.
 */

const root = findRoot();
const place = join(root, 'docs', 'beside-gowa');
const folder = mkdtempSync(join(tmpdir(), 'rollcall-image-'));

/** Whoever mounts a repository is not its image's user, and git believes only the owner. */
const owner = '10001:10001';

async function main(): Promise<void> {
  const context = join(folder, 'context');
  makeContext(root, join(place, 'Containerfile.dockerignore'), context);
  const image = tell('built', () => buildImage(join(place, 'Containerfile'), context, folder));
  const run = (...argv: string[]) => runIn(image.layer, [...image.entrypoint, ...argv], toStart(image));
  checkContents(image);
  tell('no command', () =>
    expectText(runIn(image.layer, toDefault(image), toStart(image)), /^Usage: rollcall/),
  );
  tell('--version', () => expectText(run('--version'), /^\d+\.\d+\.\d+\n$/));
  tell('validate', () => expectText(run('validate'), /groups/));
  tell('plan --sandbox', () => expectText(run('plan', '--sandbox'), /^Plan \(sandbox\)/));
  tell('plan --base', () => expectText(run('plan', '--sandbox', '--base', 'HEAD~1'), /this pull request/i));
  tell('demo', () => expectText(run('demo'), /verified/));
  tell('nothing else can be written', () => checkLocked(image));
  await checkSignal(image, ['sandbox'], 0);
  await checkSilence(image);
}

function toDefault({ entrypoint, command }: Image): string[] {
  return [...entrypoint, ...command];
}

/** As the compose file starts it. */
function toStart({ user, folder: workFolder }: Image): Start {
  return {
    user,
    folder: workFolder,
    isLocked: true,
    env: { HOME: '/' },
    shown: { [workFolder]: makeExample() },
  };
}

/** The example in a repository of two commits, whose owner is the image's user. */
function makeExample(): string {
  const example = join(folder, 'example');
  if (existsSync(example)) return example;
  cpSync(join(root, 'groups'), join(example, 'groups'), { recursive: true });
  const git = (...argv: string[]) =>
    execFileSync('git', ['-C', example, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...argv]);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'one');
  rmSync(join(example, 'groups', 'altos.yaml'));
  git('commit', '-qam', 'two');
  execFileSync('chown', ['-R', owner, example]);
  return example;
}

/** Dependencies of production alone, which are few. */
function checkContents({ layer, user }: Image): void {
  const packages = readdirSync(join(layer.written, 'opt', 'rollcall', 'node_modules')).filter((name) =>
    /^\w/.test(name),
  );
  const isLean =
    packages.includes('sharp') &&
    !packages.some((name) => ['typescript', 'esbuild', 'vitest'].includes(name));
  if (!isLean) throw new Error(`the image has ${packages.join(', ')}`);
  if (!/^[1-9]\d*:[1-9]\d*$/.test(user)) throw new Error(`the image's user is ${user}`);
}

function checkLocked(image: Image): void {
  const script =
    'touch /tmp/a && for at in / /opt/rollcall /repository /etc; do ! touch "$at/a" 2>/dev/null || exit 1; done';
  runIn(image.layer, ['sh', '-ec', script], toStart(image));
}

/** As process 1, which no signal ends that it does not take itself. */
async function checkSignal(image: Image, argv: readonly string[], expected: number): Promise<void> {
  const child = startIn(image.layer, [...image.entrypoint, ...argv], toStart(image));
  child.stdout?.setEncoding('utf8');
  await once(child.stdout ?? child, 'data');
  await endWith(child.pid ?? 0, once(child, 'exit'), expected);
  console.log(`${argv[0] ?? ''} ends with ${expected} on SIGTERM`);
}

/** A server that never answers, but hears the password that lies in a file: whoever waits for it ends all the same. */
async function checkSilence(image: Image): Promise<void> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = once(server, 'request') as Promise<[IncomingMessage]>;
  const child = startIn(image.layer, [...image.entrypoint, 'plan'], withSecret(toStart(image), port));
  const [{ headers }] = await asked;
  expectText(
    Buffer.from(headers.authorization?.split(' ')[1] ?? '', 'base64').toString(),
    /^rollcall:a password$/,
  );
  await endWith(child.pid ?? 0, once(child, 'exit'), 130);
  server.closeAllConnections();
  server.close();
  console.log('plan has its password from a file, and ends with 130 on SIGTERM while a server is silent');
}

/** As an engine hands secrets over. */
function withSecret(start: Start, port: number): Start {
  const secrets = join(folder, 'secrets');
  mkdirSync(secrets, { recursive: true });
  writeFileSync(join(secrets, 'gowa-password'), 'a password\n');
  const env = {
    ...start.env,
    ROLLCALL_URL: `http://127.0.0.1:${port}`,
    ROLLCALL_USER: 'rollcall',
    ROLLCALL_PASSWORD_FILE: '/run/secrets/gowa-password',
  };
  return { ...start, env, shown: { ...start.shown, '/run/secrets': secrets } };
}

/** The signal goes to process 1 in there, not to the `unshare` that waits for it. */
async function endWith(waiting: number, exit: Promise<unknown[]>, expected: number): Promise<void> {
  const [inner = ''] = execFileSync('ps', ['-o', 'pid=', '--ppid', String(waiting)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  process.kill(Number(inner), 'SIGTERM');
  const [code] = await exit;
  if (code !== expected) throw new Error(`it ended with ${String(code)}, and not with ${expected}`);
}

function expectText(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`no ${String(pattern)} in: ${text}`);
}

function tell<T>(what: string, act: () => T): T {
  const begun = Date.now();
  const result = act();
  console.log(`${what} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  return result;
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
