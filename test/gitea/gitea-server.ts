import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BuiltGitea } from './build-gitea.ts';
import { findPort } from '../support/find-port.ts';

const run = promisify(execFile);

/** A real Gitea on loopback, with a database of its own that is gone with it, and its runner, on this machine itself. */
export interface GiteaServer {
  /** "http://127.0.0.1:12345". */
  readonly url: string;
  /** Where the runner's temporary files are; also a place for a test's own. */
  readonly folder: string;
  /** Who administers it: `clara` can do everything. */
  readonly clara: GiteaUser;
  addUser(name: string): Promise<GiteaUser>;
  /** Starts a runner that takes jobs of these labels, one at a time. `env`: what its jobs have besides. */
  startRunner(labels: readonly string[], env: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export interface GiteaUser {
  readonly name: string;
  readonly token: string;
  /** A request below /api/v1; rejects with the answer's text where it is refused. */
  api(method: string, path: string, body?: object): Promise<unknown>;
}

/** Milliseconds until it is there; a moment between two looks. */
const patience = 60_000;
const moment = 100;

export async function startGitea(built: BuiltGitea): Promise<GiteaServer> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-gitea-'));
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, 'app.ini');
  await writeFile(config, toConfig(folder, built.source, port));
  const home = join(folder, 'home');
  await mkdir(home);
  const env = { PATH: process.env['PATH'], HOME: home, GITEA_WORK_DIR: folder };
  const admin = async (...args: string[]) =>
    (await run(built.gitea, ['--config', config, ...args], { env, cwd: folder })).stdout;
  await admin('migrate');
  const children = [start(built.gitea, ['--config', config, 'web'], { folder, env, log: 'gitea.log' })];
  await waitFor(async () => (await fetch(`${url}/api/healthz`)).ok);
  const addUser = (name: string) => makeUser(url, name, admin);
  return {
    url,
    folder,
    clara: await addUser('clara'),
    addUser,
    async startRunner(labels, more) {
      const place = join(folder, `runner-${children.length}`);
      await mkdir(place);
      const token = (await admin('actions', 'generate-runner-token')).trim().split('\n').at(-1) ?? '';
      const own = { ...env, ...more };
      const register = ['register', '--no-interactive', '--instance', url, '--token', token, '--labels'];
      await run(built.runner, [...register, labels.map((label) => `${label}:host`).join(',')], {
        env: own,
        cwd: place,
      });
      await writeFile(join(place, 'config.yaml'), toRunnerConfig(place));
      const args = ['daemon', '--config', 'config.yaml'];
      children.push(start(built.runner, args, { folder: place, env: own, log: 'runner.log' }));
    },
    async close() {
      await Promise.all(children.toReversed().map(stop));
      if (!process.env['ROLLCALL_FORGE_KEEP']) await rm(folder, { recursive: true, force: true });
    },
  };
}

function toConfig(folder: string, source: string, port: number): string {
  return `APP_NAME = forge
RUN_MODE = prod
WORK_PATH = ${folder}
${process.getuid?.() === 0 ? 'I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true' : ''}
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
STATIC_ROOT_PATH = ${source}
DISABLE_SSH = true
OFFLINE_MODE = true
[database]
DB_TYPE = sqlite3
[security]
INSTALL_LOCK = true
[service]
DISABLE_REGISTRATION = true
[log]
MODE = console
LEVEL = Warn
[actions]
ENABLED = true
DEFAULT_ACTIONS_URL = self
[indexer]
ISSUE_INDEXER_TYPE = db
[cron.archive_cleanup]
ENABLED = false
`;
}

function toRunnerConfig(place: string): string {
  return `log:
  level: info
runner:
  capacity: 1
  fetch_interval: 200ms
  fetch_interval_max: 400ms
  shutdown_timeout: 1s
cache:
  enabled: false
host:
  workdir_parent: ${join(place, 'work')}
`;
}

async function makeUser(
  url: string,
  name: string,
  admin: (...args: string[]) => Promise<string>,
): Promise<GiteaUser> {
  const rights = name === 'clara' ? ['--admin'] : [];
  const about = ['--username', name, '--email', `${name}@example.org`, '--random-password', ...rights];
  await admin('admin', 'user', 'create', ...about, '--must-change-password=false');
  const scopes = ['--scopes', 'all', '--raw'];
  const printed = await admin('admin', 'user', 'generate-access-token', '--username', name, ...scopes);
  // Beside it may stand what the program logs.
  const token = /^[\da-f]{40}$/m.exec(printed)?.[0];
  if (token === undefined) throw new Error(`There is no token for ${name}: ${printed}`);
  return { name, token, api: (method, path, body) => send(`${url}/api/v1${path}`, { method, token, body }) };
}

interface Sent {
  readonly method: string;
  readonly token: string;
  readonly body: object | undefined;
}

async function send(address: string, { method, token, body }: Sent): Promise<unknown> {
  const response = await fetch(address, {
    method,
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

interface Where {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Below the folder. */
  readonly log: string;
}

function start(program: string, args: readonly string[], { folder, env, log }: Where): ChildProcess {
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const file = createWriteStream(join(folder, log));
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}

/** Resolves to the first answer that is something; what fails is asked again. Rejects with the last failure. */
export async function waitFor<Found>(
  look: () => Promise<Found | false | ''>,
  most = patience,
): Promise<Found> {
  const until = Date.now() + most;
  for (let error: unknown = new Error('There was nothing.'); ;) {
    try {
      const found = await look();
      if (found) return found;
    } catch (failure) {
      error = failure;
    }
    if (Date.now() > until) throw error;
    await new Promise((resolve) => setTimeout(resolve, moment));
  }
}
