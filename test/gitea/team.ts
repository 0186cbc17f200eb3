import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { toGiteaAction } from '../../src/setup/gitea-text.ts';
import { toForgeFiles } from '../../src/setup/forge-files.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { getTemplate, toOrigin } from '../act/act-template.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository, openRepository } from '../support/repository.ts';
import { findRoot } from '../support/repository-root.ts';
import { key } from '../support/seal.ts';
import { buildGitea } from './build-gitea.ts';
import type { GiteaServer, GiteaUser } from './gitea-server.ts';
import { startGitea, waitFor } from './gitea-server.ts';

/** A team at a real Gitea, whose runner carries out the workflows that `init --forge gitea` writes, beside their server. */
export interface Team {
  readonly server: GiteaServer;
  readonly sandbox: Sandbox;
  /** Owns the repository. */
  readonly clara: GiteaUser;
  /** May push. */
  readonly dewi: GiteaUser;
  /** May read. */
  readonly eve: GiteaUser;
  readonly secrets: Readonly<Record<string, string>>;
  /** Git, in somebody's clone. */
  readonly git: Repository['git'];
  /** The repository's address for git, which opens it too. */
  url(user: GiteaUser, repository?: string): string;
  /** Somebody puts a branch with these files there. Resolves to its head; rejects where that is not taken. */
  push(
    user: GiteaUser,
    branch: string,
    files: Readonly<Record<string, string>>,
    repository?: string,
  ): Promise<string>;
  openPull(user: GiteaUser, head: string): Promise<number>;
  merge(pullRequest: number): Promise<void>;
  /** Resolves to the newest comment of the workflows' account that begins so. */
  findComment(pullRequest: number, marker: string): Promise<string>;
  /** How each run ended, or how it stands, the newest first. */
  list(): Promise<string[]>;
  /** Resolves when no run is under way any more, to how each ended: "apply.yml push success". */
  settle(): Promise<string[]>;
  close(): Promise<void>;
}

/** What docs/forgejo.md asks for: whatever is pushed, no branch and no tag brings a workflow of its own, which would have all secrets. */
const protectedFiles = '.forgejo;.forgejo/**;.gitea;.gitea/**;.github;.github/**';
const rules = [
  { rule_name: 'main', enable_push: false, required_approvals: 1, dismiss_stale_approvals: true },
  { rule_name: '**', enable_push: true },
];

export const root = '/repos/clara/choir';

/** Dates of commits: of those of the last minutes the forge is asked again and again which pull request they came with. */
const longAgo = { GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z' };

export async function openTeam(world: SandboxOptions['world']): Promise<Team> {
  const server = await startGitea(await buildGitea());
  const sandbox = await startSandbox({ world, isUnmarked: true });
  const { clara } = server;
  const [dewi, eve] = [await server.addUser('dewi'), await server.addUser('eve')];
  const actions = await putActions(server);
  await clara.api('POST', '/user/repos', { name: 'choir', private: true, default_branch: 'main' });
  await clara.api('PUT', `${root}/collaborators/dewi`, { permission: 'write' });
  await clara.api('PUT', `${root}/collaborators/eve`, { permission: 'read' });
  const robot = await server.addUser('robot');
  await clara.api('PUT', `${root}/collaborators/robot`, { permission: 'write' });
  const secrets = {
    ROLLCALL_TOKEN: robot.token,
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_USER: 'user-of-the-server',
    ROLLCALL_PASSWORD: 'password-of-the-server',
    ROLLCALL_KEY: key,
  };
  for (const [name, data] of Object.entries(secrets))
    await clara.api('PUT', `${root}/actions/secrets/${name}`, { data });
  await clara.api('POST', `${root}/actions/variables/ROLLCALL`, { value: 'on' });
  const template = await getTemplate();
  const clone = openRepository(await putRepository(server, template, actions));
  for (const [index, rule] of rules.entries())
    await clara.api('POST', `${root}/branch_protections`, {
      ...rule,
      priority: index + 1,
      protected_file_patterns: protectedFiles,
    });
  await clara.api('POST', `${root}/tag_protections`, { name_pattern: '*', whitelist_usernames: ['clara'] });
  await server.startRunner(['ubuntu-latest'], {
    LEAK_TO: server.folder,
    PATH: [join(template, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
  });
  return {
    server,
    sandbox,
    clara,
    dewi,
    eve,
    secrets,
    git: clone.git,
    ...whatHappens(server, clone),
    close: async () => {
      await sandbox.close();
      await server.close();
    },
  };
}

/** What the workflows name, on this server: by "actions/checkout" and the like, its address and commit. */
async function putActions(server: GiteaServer): Promise<ReadonlyMap<string, string>> {
  const { clara } = server;
  await clara.api('POST', '/orgs', { username: 'actions' });
  const standIns = join(import.meta.dirname, 'stand-ins');
  const found = new Map<string, string>();
  for (const name of await readdir(standIns)) {
    await clara.api('POST', '/orgs/actions/repos', { name });
    const folder = join(server.folder, 'actions', name);
    await cp(join(standIns, name), folder, { recursive: true });
    found.set(
      `actions/${name}`,
      `${server.url}/actions/${name}@${await pushAll(server, folder, `actions/${name}`)}`,
    );
  }
  await clara.api('POST', '/user/repos', { name: 'rollcall' });
  const folder = join(server.folder, 'actions', 'rollcall');
  await cp(join(await getTemplate(), 'rollcall', 'scripts'), join(folder, 'scripts'), { recursive: true });
  const action = await readFile(join(findRoot(), '.github', 'actions', 'rollcall', 'action.yml'), 'utf8');
  await write(
    join(folder, '.gitea', 'actions', 'rollcall', 'action.yml'),
    rename(toGiteaAction(action), found),
  );
  const commit = await pushAll(server, folder, 'clara/rollcall');
  return found.set('rollcall', commit);
}

/** Actions of others, as they are called on this server. */
function rename(text: string, actions: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /https:\/\/github\.com\/(actions\/[\w-]+)@\S+/g,
    (_, name: string) => actions.get(name) ?? '',
  );
}

async function pushAll(server: GiteaServer, folder: string, name: string): Promise<string> {
  const repository = await createRepository(folder);
  const commit = await repository.commit();
  await repository.git('push', '--quiet', toUrl(server, server.clara, name), 'main');
  return commit;
}

/** The repository of the stage of act, with a memory that is two days old, and the workflows of a Gitea. */
async function putRepository(
  server: GiteaServer,
  template: string,
  actions: ReadonlyMap<string, string>,
): Promise<string> {
  const folder = join(server.folder, 'clone');
  const { git } = openRepository(server.folder);
  await git('clone', '--quiet', toOrigin(template), folder);
  const place = {
    kind: 'commit',
    repository: 'clara/rollcall',
    commit: actions.get('rollcall') ?? '',
    server: server.url,
  } as const;
  await rm(join(folder, '.github'), { recursive: true });
  for (const { path, text } of toForgeFiles('gitea', place))
    await write(join(folder, path), rename(text, actions));
  const clone = openRepository(folder);
  await clone.git('add', '--all');
  const dates = Object.entries(longAgo).map(([, date]) => date)[0] ?? '';
  await clone.git('-c', 'user.name=Clara', 'commit', '--quiet', '-m', 'Workflows', '--date', dates);
  const url = toUrl(server, server.clara);
  await clone.git('push', '--quiet', url, 'origin/rollcall-state:refs/rollcall/state', 'main');
  return folder;
}

function toUrl(server: GiteaServer, { name, token }: GiteaUser, repository = 'clara/choir'): string {
  return `${server.url.replace('//', `//${name}:${token}@`)}/${repository}`;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

interface Run {
  readonly path: string;
  readonly event: string;
  readonly status: string;
  readonly conclusion?: string;
}

type Happenings = Pick<Team, 'url' | 'push' | 'openPull' | 'merge' | 'findComment' | 'list' | 'settle'>;

function whatHappens(server: GiteaServer, { git, commit }: Repository): Happenings {
  const { clara } = server;
  const url = (user: GiteaUser, repository?: string) => toUrl(server, user, repository);
  return {
    url,
    async push(user, branch, files, repository) {
      await git('fetch', '--quiet', url(clara), 'main');
      await git('checkout', '--quiet', '--force', '-B', branch, 'FETCH_HEAD');
      for (const [path, text] of Object.entries(files)) await write(join(server.folder, 'clone', path), text);
      const head = await commit(branch);
      await git('push', '--quiet', url(user, repository), `HEAD:refs/heads/${branch}`);
      return head;
    },
    async openPull(user, head) {
      const made = { title: head, body: '', head, base: 'main' };
      return ((await user.api('POST', `${root}/pulls`, made)) as { number: number }).number;
    },
    async merge(number) {
      // Gitea tells whole seconds: a review in the second in which a plan was kept counts as one before it.
      const second = toSecond();
      await waitFor(async () => toSecond() > second);
      await clara.api('POST', `${root}/pulls/${number}/reviews`, { event: 'APPROVED', body: 'fine' });
      await waitFor(() =>
        clara.api('POST', `${root}/pulls/${number}/merge`, { Do: 'merge' }).then(() => true),
      );
    },
    async findComment(number, marker) {
      const comments = (await clara.api('GET', `${root}/issues/${number}/comments`)) as {
        body: string;
        user: { id: number };
      }[];
      return comments.findLast(({ body, user }) => user.id === -2 && body.startsWith(marker))?.body ?? '';
    },
    list: async () => (await readRuns(clara)).map(tellRun),
    async settle() {
      const runs = await waitFor(async () => {
        const found = await readRuns(clara);
        return found.length > 0 && found.every(({ status }) => status === 'completed') && found;
      }, 240_000);
      return runs.map(tellRun);
    },
  };
}

const toSecond = () => Math.floor(Date.now() / 1000);

async function readRuns(clara: GiteaUser): Promise<readonly Run[]> {
  const { workflow_runs: runs } = (await clara.api('GET', `${root}/actions/runs?limit=50`)) as {
    workflow_runs: Run[];
  };
  return runs;
}

function tellRun({ path, event, status, conclusion }: Run): string {
  return `${path.split('@')[0]} ${event} ${conclusion ?? status}`;
}
