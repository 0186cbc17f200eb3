import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { roundWorld } from '../forge/round-stage.ts';
import type { Gate } from '../support/gate.ts';
import { startGate } from '../support/gate.ts';
import type { Repository } from '../support/repository.ts';
import { openRepository } from '../support/repository.ts';
import { findRoot } from '../support/repository-root.ts';
import { key } from '../support/seal.ts';
import { getTemplate, makeOrigin, name, toOrigin, write } from './act-template.ts';
import type { LittleGithub, Pull } from './little-github.ts';
import { startLittleGithub } from './little-github.ts';
import type { Ran, Running } from './run-act.ts';
import { startAct } from './run-act.ts';

type Texts = Readonly<Record<string, string | undefined>>;
type Env = Readonly<Record<string, string>>;

/** The repository of a team on its forge, their server, and a runner that carries out their workflows. */
export interface ActStage {
  readonly github: LittleGithub;
  readonly sandbox: Sandbox;
  /** A door before the sandbox, for whoever goes to its address; open at the latest when the stage closes. */
  readonly gate: Gate;
  /** Somebody's clone. */
  readonly clone: Repository;
  /** What the runner keeps from job to job: its home folder, and, where a job is told so, workspace and temporary folder. */
  readonly disk: string;
  /** Every secret that the repository has. */
  readonly secrets: Env;
  /** Puts a branch with these files (undefined: without) onto the server and opens a pull request; by default of this repository. */
  propose(branch: string, files: Texts, from?: string): Promise<Pull>;
  /** Runs plan.yml of a pull request, as GitHub does: once for each of its two events. */
  plan(pull: Pull, options?: RunOptions): Promise<Ran>;
  validate(pull: Pull, options?: RunOptions): Promise<Ran>;
  /** Merges it. */
  merge(pull: Pull): Promise<void>;
  /** Runs a workflow of what `main` stands at. */
  run(workflow: string, event: 'push' | 'schedule' | 'workflow_dispatch', options?: RunOptions): Promise<Ran>;
  start(
    workflow: string,
    event: 'push' | 'schedule' | 'workflow_dispatch',
    options?: RunOptions,
  ): Promise<Running>;
  /** Git, in the server's copy of the repository. */
  atServer(...args: string[]): Promise<string>;
  close(): Promise<void>;
}

interface RunOptions {
  /** What the runner's own environment has beside the usual. */
  readonly env?: Env;
  readonly secrets?: Env;
  readonly vars?: Env;
  readonly inputs?: Env;
}

interface StageOptions {
  readonly world?: SandboxOptions['world'];
  /** A repository that is the team's in the place of the choir's, and has no memory yet. */
  readonly folder?: string;
}

/** Sets it up with the altos of the choir, whose group is as their file says, and a memory that is two days old. */
export async function openActStage({
  world = roundWorld(),
  folder: own,
}: StageOptions = {}): Promise<ActStage> {
  const root = await mkdtemp(join(tmpdir(), 'rollcall-act-'));
  await cp(await getTemplate(), root, { recursive: true, verbatimSymlinks: true });
  if (own !== undefined) await takeRepository(root, own);
  const [origin, folder, disk] = [toOrigin(root), join(root, 'clone'), join(root, 'disk')];
  const clone = openRepository(folder);
  const atServer = (...args: string[]) => clone.git('--git-dir', origin, ...args);
  const github = await startLittleGithub(name, (branch) => atServer('rev-parse', branch));
  const sandbox = await startSandbox({ world, isUnmarked: true });
  const gate = await startGate(sandbox.url);
  const secrets = {
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_USER: 'user-of-the-server',
    ROLLCALL_PASSWORD: 'password-of-the-server',
    ROLLCALL_KEY: key,
    ROLLCALL_TOKEN: github.makeToken('write'),
  };
  const on: On = { root, disk, clone, github, secrets, atServer };
  const start: ActStage['start'] = async (workflow, event, options = {}) => {
    const commit = await atServer('rev-parse', 'main');
    return begin(
      on,
      { workflow, event, commit, ref: 'refs/heads/main', ...options },
      toPayload(event, commit, options),
    );
  };
  return {
    github,
    sandbox,
    gate,
    clone,
    disk,
    secrets,
    atServer,
    start,
    run: async (workflow, event, options) => (await start(workflow, event, options)).ended,
    propose: (branch, files, from) => propose(on, { branch, files, from }),
    validate: (pull, options) => runOnPull(on, 'pull_request', pull, options),
    plan: (pull, options) => runOnPull(on, 'pull_request_target', pull, options),
    merge: (pull) => merge(on, pull),
    async close() {
      gate.open();
      await Promise.all([gate.close(), sandbox.close(), github.server.close()]);
      await rm(root, { recursive: true });
    },
  };
}

async function takeRepository(root: string, own: string): Promise<void> {
  const clone = join(root, 'clone');
  for (const folder of [clone, toOrigin(root)]) await rm(folder, { recursive: true });
  await cp(own, clone, { recursive: true });
  await makeOrigin(root);
}

interface On extends Pick<ActStage, 'disk' | 'clone' | 'github' | 'secrets' | 'atServer'> {
  readonly root: string;
}

function toPayload(event: string, commit: string, { inputs = {} }: RunOptions): object {
  const repository = { full_name: name, default_branch: 'main' };
  if (event === 'schedule') return { repository };
  const ref = 'refs/heads/main';
  return { repository, ref, after: commit, deleted: false, ...(event === 'workflow_dispatch' && { inputs }) };
}

interface Proposal {
  readonly branch: string;
  readonly files: Texts;
  readonly from?: string | undefined;
}

async function propose({ root, clone, github }: On, { branch, files, from = name }: Proposal): Promise<Pull> {
  const folder = join(root, 'clone');
  await clone.git('checkout', '--quiet', '-B', branch, 'main');
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) await clone.git('rm', '--quiet', '-r', file);
    else await write(join(folder, file), text);
  }
  const sha = await clone.commit(branch);
  const pull = github.openPull({ title: branch, head: { ref: branch, sha, repo: { full_name: from } } });
  const tree = await clone.git('merge-tree', '--write-tree', 'main', sha);
  const merged = await clone.git('commit-tree', tree, '-p', 'main', '-p', sha, '-m', `Merge ${branch}`);
  const place = from === name ? [`${sha}:refs/heads/${branch}`] : [];
  const refs = [`${sha}:refs/pull/${pull.number}/head`, `${merged}:refs/pull/${pull.number}/merge`];
  await clone.git('push', '--quiet', '--force', toOrigin(root), ...place, ...refs);
  await clone.git('checkout', '--quiet', '--force', 'main');
  return pull;
}

async function runOnPull(on: On, event: string, pull: Pull, options: RunOptions = {}): Promise<Ran> {
  const base = await on.atServer('rev-parse', 'main');
  const isOurs = event === 'pull_request_target';
  const ref = isOurs ? 'refs/heads/main' : `refs/pull/${pull.number}/merge`;
  const commit = isOurs ? base : await on.atServer('rev-parse', ref);
  const { number, title, head } = pull;
  const payload = {
    action: 'opened',
    number,
    pull_request: { number, title, head, base: { ...pull.base, sha: base }, user: { login: 'ana' } },
    repository: { full_name: name, default_branch: 'main' },
  };
  const running = await begin(
    on,
    { workflow: 'plan.yml', event, commit, ref, from: head.repo.full_name, ...options },
    payload,
  );
  return running.ended;
}

async function merge({ root, clone, github }: On, { number, head }: Pull): Promise<void> {
  await clone.git('fetch', '--quiet', toOrigin(root), head.sha);
  await clone.git('merge', '--quiet', '--no-ff', '-m', `Merge #${number}`, head.sha);
  await clone.git('push', '--quiet', toOrigin(root), 'main');
  github.setMerged(number, await clone.git('rev-parse', 'main'));
}

interface Run extends RunOptions {
  readonly workflow: string;
  readonly event: string;
  readonly commit: string;
  readonly ref: string;
  readonly from?: string;
}

/** Runs a workflow as it is at a commit. */
async function begin(
  { root, disk, github, atServer, ...on }: On,
  run: Run,
  payload: object,
): Promise<Running> {
  const { workflow, event, commit, ref, from = name, env = {}, secrets = on.secrets, vars = {} } = run;
  const folder = await mkdtemp(join(root, 'run-'));
  const path = `.github/workflows/${workflow}`;
  const text = await atServer('show', `${commit}:${path}`);
  await write(join(folder, path), text);
  const number = github.startRun({ event, path, from });
  const token = github.makeToken(from === name ? 'write' : 'read');
  const server = `file://${join(root, 'server')}`;
  return startAct({
    folder,
    workflow,
    event,
    payload,
    github: {
      GITHUB_REPOSITORY: name,
      GITHUB_RUN_ID: String(number),
      GITHUB_SERVER_URL: server,
      GITHUB_API_URL: github.server.url,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: ref.replace(/^refs\/(heads|pull)\//, ''),
      SHA_REF: commit,
    },
    secrets: { ...secrets, GITHUB_TOKEN: token },
    vars: { ROLLCALL: 'on', ...vars },
    standIns: await findStandIns(root, server, text),
    env: {
      PATH: [join(root, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
      HOME: join(disk, 'home'),
      XDG_CACHE_HOME: join(disk, 'cache'),
      ...env,
    },
  });
}

/** What is named by a commit, in the workflow and in the action, and the folder in its stead: of actions of GitHub's own a small one. */
async function findStandIns(
  root: string,
  server: string,
  workflow: string,
): Promise<ReadonlyMap<string, string>> {
  const action = await readFile(join(findRoot(), '.github', 'actions', 'rollcall', 'action.yml'), 'utf8');
  const found = `${workflow}\n${action}`.matchAll(/uses: ([\w-]+)\/([\w-]+)[\w/.-]*@([\w.-]+)/g);
  return new Map(
    [...found].map(([, owner, repository = '', ref]) => [
      `${server}/${owner}/${repository}@${ref}`,
      owner === 'actions' ? join(import.meta.dirname, 'stand-ins', repository) : join(root, 'rollcall'),
    ]),
  );
}
