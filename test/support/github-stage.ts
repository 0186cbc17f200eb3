import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HttpServer } from './http-server.ts';
import { copyFolder } from './copy-folder.ts';
import { parseOutputs, startApi } from './github-api.ts';
import { git } from '../../src/git/run-git.ts';
import { main } from '../../src/main.ts';
import { getCli } from './kill/build.ts';
import type { Repository } from './repository.ts';
import { createRepository, openRepository } from './repository.ts';
import { createTestIo } from './stage.ts';

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
  /** From now on it takes all again. */
  takePushes(): Promise<void>;
  /** The server takes no push but for those after the next one. */
  refuseNextPush(): Promise<void>;
  /** A path in the runner's temporary folder that the steps share. */
  shared(name: string): string;
  write(name: string, text: string): Promise<void>;
  /** Sends `main` and whatever else there is to the server. */
  push(): Promise<void>;
  /** Puts these files, and no others, on the server's branch `rollcall-state`. */
  setState(state: Readonly<Record<string, string>>): Promise<void>;
  /**
   * What a test begins with on a stage on which nothing has happened yet: `act` is done for the first that asks, and for others its folders
   * and the API's answers are put where it left them. It changes no world, since worlds are made anew.
   */
  once<Result>(act: () => Promise<Result>): Promise<Result>;
  /** Runs a step within this process, with nothing else in its environment; nothing waits but for what happens. */
  step(name: string, env?: Readonly<Record<string, string>>): Promise<Step>;
  /** The same without waiting for its end. */
  start(name: string, env: Readonly<Record<string, string>>): Promise<RunningStep>;
  /** So many milliseconds pass for the steps of this process. */
  passTime(milliseconds: number): void;
  /** Runs a step as the runner does: the program as it is built, in a process of its own. */
  spawn(name: string, env: Readonly<Record<string, string>>): Promise<RunningStep>;
  close(): Promise<void>;
}

/** Where the tests run; other files of tests go on in this process. */
const start = process.cwd();
const action = join(import.meta.dirname, '..', '..', '.github', 'actions', 'rollcall');

/** Sets the stage with these files below `groups/`, committed to `main` and pushed. */
export async function openGithubStage(files: Readonly<Record<string, string>>): Promise<GithubStage> {
  const root = await mkdtemp(join(tmpdir(), 'rollcall-github-'));
  copyFolder(await getTemplate(files), root);
  const workspace = join(root, 'workspace');
  const origin = join(root, 'server', 'clara', 'choir');
  const answers = new Map<string, unknown>();
  const api = await startApi(answers);
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(workspace, name)), { recursive: true });
    await writeFile(join(workspace, name), text);
  };
  const repository = openRepository(workspace);
  let passed = 0;
  const here = (name: string, env: Env) => runHere(name, env, () => Date.now() + passed);
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
    nextPush: () => waitForPush(origin),
    refusePushes: () => setRefusal(origin, true),
    takePushes: () => setRefusal(origin, false),
    refuseNextPush: () => writeHook(origin, 'pre-receive', 'rm "$0"; exit 1'),
    setState: (state) => setState(origin, state),
    once: (act) => doOnce(act, { root, answers }),
    step: async (name, env) => (await startStep(here, name, { ...base, ...env }, root)).ended,
    start: (name, env) => startStep(here, name, { ...base, ...env }, root),
    passTime: (milliseconds) => void (passed += milliseconds),
    spawn: (name, env) => startStep(runAlone, name, { ...base, ...env }, root),
    close: async () => {
      // Steps of this process stand in the workspace.
      process.chdir(start);
      await api.close();
      rmSync(root, { recursive: true });
    },
  };
}

/** Git's own way to make a commit of nothing but texts. */
async function setState(origin: string, state: Readonly<Record<string, string>>): Promise<void> {
  const files = Object.entries(state).map(
    ([name, text]) => `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  const who = 'committer Clara <clara@example.org> now';
  const input = `commit refs/heads/rollcall-state\n${who}\ndata 5\nstate\n${files.join('')}`;
  await git(origin, ['fast-import', '--quiet', '--force', '--date-format=now'], { input });
}

interface Done {
  readonly folder: string;
  readonly answers: ReadonlyMap<string, unknown>;
  readonly result: unknown;
}

const done = new WeakMap<() => Promise<unknown>, Done>();

async function doOnce<Result>(
  act: () => Promise<Result>,
  { root, answers }: { readonly root: string; readonly answers: Map<string, unknown> },
): Promise<Result> {
  const before = done.get(act);
  if (before) {
    rmSync(root, { recursive: true });
    copyFolder(before.folder, root);
    for (const [name, answer] of before.answers) answers.set(name, answer);
    return before.result as Result;
  }
  const result = await act();
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-done-'));
  copyFolder(root, folder);
  done.set(act, { folder, answers: new Map(answers), result });
  return result;
}

const refusal = '[receive]\n\thideRefs = refs/heads\n';

/** Of branches that take nothing git knows before it packs what it would send. */
async function setRefusal(origin: string, isRefused: boolean): Promise<void> {
  const file = join(origin, 'config');
  const text = (await readFile(file, 'utf8')).replace(refusal, '');
  await writeFile(file, isRefused ? text + refusal : text);
}

/** A script that the server's git runs. */
async function writeHook(origin: string, name: string, script: string): Promise<void> {
  const file = join(origin, 'hooks', name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

/** Resolves when the server's branch of the state has moved: git puts a file with the commit in its place. */
async function waitForPush(origin: string): Promise<void> {
  for await (const { filename } of watch(join(origin, 'refs', 'heads')))
    if (filename === 'rollcall-state') return;
}

const templates = new Map<string, Promise<string>>();

/** The folders of a stage with these files, made once: copying is quicker than git. */
function getTemplate(files: Readonly<Record<string, string>>): Promise<string> {
  const name = JSON.stringify(files);
  const made = templates.get(name) ?? makeTemplate(files);
  templates.set(name, made);
  return made;
}

async function makeTemplate(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'rollcall-template-'));
  const [workspace, origin] = [join(root, 'workspace'), join(root, 'server', 'clara', 'choir')];
  copyFolder(action, join(workspace, '.github', 'actions', 'rollcall'));
  await mkdir(join(root, 'temp'));
  await mkdir(join(workspace, 'groups'));
  await writeFile(join(workspace, '.gitignore'), 'dist\n');
  for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, 'groups', name), text);
  const repository = await createRepository(workspace);
  await repository.commit('the choir');
  await repository.git('clone', '--quiet', '--bare', '--template=', workspace, origin);
  await repository.git('--git-dir', origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await repository.git('--git-dir', origin, 'config', 'receive.autogc', 'false');
  return root;
}

let steps = 0;

type Env = Readonly<Record<string, string>>;

/** What a step prints while it runs, its code at its end, and how it is told to end. */
interface Begun {
  readonly printed: { out: string; err: string };
  readonly code: Promise<number>;
  signal(name: 'SIGINT' | 'SIGTERM'): void;
}

async function startStep(
  run: (name: string, env: Env) => Promise<Begun>,
  name: string,
  env: Env,
  root: string,
): Promise<RunningStep> {
  steps += 1;
  const [output, summary] = [join(root, `output-${steps}`), join(root, `summary-${steps}`)];
  await writeFile(output, '');
  await writeFile(summary, '');
  const { printed, code, signal } = await run(name, {
    ...env,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
  });
  const ended = code.then(async (found) => ({
    code: found,
    ...printed,
    outputs: parseOutputs(await readFile(output, 'utf8')),
    summary: await readFile(summary, 'utf8'),
  }));
  return { signal, ended };
}

/** As the process does: the first signal asks, the second one does not. */
async function runHere(name: string, env: Env, now: () => number): Promise<Begun> {
  const [asked, abandoned] = [new AbortController(), new AbortController()];
  const clock = { now, sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) };
  const { io, written: printed } = createTestIo({ env, clock, signal: asked.signal });
  const code = main(['ci', name], { ...io, abandoned: abandoned.signal });
  return { printed, code, signal: () => (asked.signal.aborted ? abandoned : asked).abort() };
}

async function runAlone(name: string, env: Env): Promise<Begun> {
  const argv = [await getCli(), 'ci', name];
  const child = spawn(process.execPath, argv, { cwd: env['GITHUB_WORKSPACE'], env });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  const code = new Promise<number>((resolve) => child.on('close', (found) => resolve(found ?? -1)));
  return { printed, code, signal: (signal) => void child.kill(signal) };
}
