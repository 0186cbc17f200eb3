import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HttpServer } from './http-server.ts';
import { startHttpServer } from './http-server.ts';
import { buildCli } from './kill/build.ts';
import type { Repository } from './repository.ts';
import { createRepository } from './repository.ts';

/** What a step printed, set and answered. */
export interface Step {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A step that is under way. */
export interface RunningStep {
  /** As the runner does where somebody cancels the job. */
  signal(name: 'SIGINT' | 'SIGTERM'): void;
  readonly ended: Promise<Step>;
}

/** A GitHub without GitHub: a repository to clone and push to, a runner's folders, and an API on loopback. */
export interface GithubStage {
  /** Absolute path of the checked-out base; `groups/` lies in it. */
  readonly workspace: string;
  readonly repository: Repository;
  /** The server's copy of the repository. */
  readonly origin: string;
  readonly api: HttpServer;
  /**
   * Answers of the API by "GET /path" without its query but for `?page=2`: a number for a status, a function for what is
   * made when it is asked for; absent: an empty list where there are lists, else 404, and `{}` for what is not GET.
   */
  readonly answers: Map<string, unknown>;
  /** Resolves when the server has taken the next push. */
  nextPush(): Promise<void>;
  /** From now on the server takes no push. */
  refusePushes(): Promise<void>;
  /** The server takes no push but for those after the next one. */
  refuseNextPush(): Promise<void>;
  /** A path in the runner's temporary folder that the steps share. */
  shared(name: string): string;
  write(name: string, text: string): Promise<void>;
  /** Sends `main` and whatever else there is to the server. */
  push(): Promise<void>;
  /** Puts these files, and no others, on the server's branch `rollcall-state`. */
  setState(state: Readonly<Record<string, string>>): Promise<void>;
  /** Runs a file of the action as the runner does, with nothing else in its environment. */
  step(file: string, argument?: string, env?: Readonly<Record<string, string>>): Promise<Step>;
  /** The same without waiting for its end. */
  start(file: string, argument: string, env: Readonly<Record<string, string>>): Promise<RunningStep>;
  close(): Promise<void>;
}

const action = join(import.meta.dirname, '..', '..', '.github', 'actions', 'rollcall');

/** Sets the stage with these files below `groups/`, committed to `main` and pushed. */
export async function openGithubStage(files: Readonly<Record<string, string>>): Promise<GithubStage> {
  const root = await mkdtemp(join(tmpdir(), 'rollcall-github-'));
  const workspace = join(root, 'workspace');
  const origin = join(root, 'server', 'clara', 'choir');
  const answers = new Map<string, unknown>();
  const pushes = new EventEmitter();
  const api = await startApi(answers);
  const bell = await startHttpServer((_, response) => {
    pushes.emit('push');
    response.end();
  });
  await cp(action, join(workspace, '.github', 'actions', 'rollcall'), { recursive: true });
  await mkdir(join(root, 'temp'), { recursive: true });
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(workspace, name)), { recursive: true });
    await writeFile(join(workspace, name), text);
  };
  await write('.gitignore', 'dist\n');
  for (const [name, text] of Object.entries(files)) await write(`groups/${name}`, text);
  const repository = await createRepository(workspace);
  await repository.commit('the choir');
  await repository.git('clone', '--quiet', '--bare', workspace, origin);
  await repository.git('--git-dir', origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await mkdir(join(workspace, 'dist'), { recursive: true });
  await cp(await getCli(), join(workspace, 'dist', 'rollcall.js'));
  await write('dist/package.json', '{ "type": "module" }');
  await writeHook(origin, 'post-receive', `fetch('${bell.url}', { method: 'POST' })`);
  const base = {
    PATH: process.env['PATH'] ?? '',
    HOME: root,
    CI: 'true',
    RUNNER_TEMP: join(root, 'temp'),
    GITHUB_WORKSPACE: workspace,
    GITHUB_ACTION_PATH: join(workspace, '.github', 'actions', 'rollcall'),
    GITHUB_SERVER_URL: `file://${join(root, 'server')}`,
    GITHUB_API_URL: api.url,
    GITHUB_REPOSITORY: 'clara/choir',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_RUN_ID: '4711',
    GITHUB_TOKEN: 'token-of-the-test',
  };
  return {
    workspace,
    repository,
    origin,
    api,
    answers,
    write,
    shared: (name) => join(root, 'temp', 'rollcall', name),
    push: async () => void (await repository.git('push', '--quiet', '--force', origin, '--all')),
    nextPush: async () => void (await once(pushes, 'push')),
    refusePushes: () => writeHook(origin, 'pre-receive', 'process.exit(1)'),
    refuseNextPush: () =>
      writeHook(origin, 'pre-receive', "require('node:fs').unlinkSync(__filename); process.exit(1)"),
    setState: (state) => setState(repository, origin, { state, write }),
    step: async (file, argument, env) => (await startStep(file, argument, { ...base, ...env }, root)).ended,
    start: (file, argument, env) => startStep(file, argument, { ...base, ...env }, root),
    close: async () => {
      await Promise.all([api.close(), bell.close()]);
      await rm(root, { recursive: true });
    },
  };
}

let cli: Promise<string> | undefined;

/** Built once for all tests of a file. */
function getCli(): Promise<string> {
  return (cli ??= buildCli());
}

async function setState(
  { git }: Repository,
  origin: string,
  { state, write }: Pick<GithubStage, 'write'> & { readonly state: Readonly<Record<string, string>> },
): Promise<void> {
  await git('checkout', '--quiet', '--orphan', 'state');
  await git('rm', '-r', '--quiet', '--cached', '.');
  for (const [name, text] of Object.entries(state)) {
    await write(name, text);
    await git('add', '--force', name);
  }
  await git('commit', '--quiet', '-m', 'state');
  await git('push', '--quiet', '--force', origin, 'HEAD:rollcall-state');
  await git('checkout', '--quiet', '--force', 'main');
  await git('branch', '--quiet', '-D', 'state');
}

/** A script of JavaScript that the server's git runs. */
async function writeHook(origin: string, name: string, script: string): Promise<void> {
  const file = join(origin, 'hooks', name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!${process.execPath}\n${script};\n`);
  await chmod(file, 0o755);
}

function startApi(answers: ReadonlyMap<string, unknown>): Promise<HttpServer> {
  return startHttpServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://github');
    const name = `${request.method} ${path}`;
    const found =
      answers.get(`${name}?page=${searchParams.get('page')}`) ??
      answers.get(name) ??
      findDefault(request.method, path);
    const answer: unknown = typeof found === 'function' ? found() : found;
    response.statusCode = typeof answer === 'number' ? answer : 200;
    response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer));
  });
}

/** Lists are empty where nothing is set, as GitHub's are. */
function findDefault(method: string | undefined, path: string): unknown {
  if (method !== 'GET') return {};
  if (path.endsWith('/actions/artifacts')) return { artifacts: [] };
  return /\/(comments|issues|pulls)$/.test(path) ? [] : 404;
}

let steps = 0;

async function startStep(
  file: string,
  argument: string | undefined,
  env: Readonly<Record<string, string>>,
  root: string,
): Promise<RunningStep> {
  steps += 1;
  const [output, summary] = [join(root, `output-${steps}`), join(root, `summary-${steps}`)];
  await writeFile(output, '');
  await writeFile(summary, '');
  const argv = [join(env['GITHUB_ACTION_PATH'] ?? '', file), ...(argument === undefined ? [] : [argument])];
  const child = spawn(process.execPath, argv, {
    cwd: env['GITHUB_WORKSPACE'],
    env: { ...env, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
  });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  const closed = new Promise<number>((resolve) => child.on('close', (found) => resolve(found ?? -1)));
  const ended = closed.then(async (code) => ({
    code,
    ...printed,
    outputs: parseOutputs(await readFile(output, 'utf8')),
    summary: await readFile(summary, 'utf8'),
  }));
  return { signal: (name) => void child.kill(name), ended };
}

/** As the runner reads them: "name<<delimiter", lines, the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
