import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGitea } from '../../src/forge/gitea/gitea.ts';
import type { ForgeWorld } from '../support/forges/contract.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository } from '../support/repository.ts';
import { buildGitea } from './build-gitea.ts';
import type { GiteaServer, GiteaUser } from './gitea-server.ts';
import { startGitea, waitFor } from './gitea-server.ts';

/** A job that lends its token: while it runs, its account is the one that a workflow of Rollcall's would have. */
const lending = `on: push
jobs:
  lend:
    runs-on: host
    steps:
      - run: printf %s "$GITHUB_TOKEN" > "$LEND_TO/token"; while [ -e "$LEND_TO/token" ]; do sleep 0.2; done
        env:
          GITHUB_TOKEN: \${{ github.token }}
`;

const root = '/repos/clara/choir';

/** What people do at a real Gitea: clara, whose repository it is, and dewi, who may push. */
export async function openRealWorld(): Promise<
  ForgeWorld & { readonly server: GiteaServer; readonly dewi: GiteaUser }
> {
  const server = await startGitea(await buildGitea());
  const { clara } = server;
  const dewi = await server.addUser('dewi');
  await clara.api('POST', '/user/repos', { name: 'choir', private: true, default_branch: 'main' });
  await clara.api('PUT', `${root}/collaborators/dewi`, { permission: 'write' });
  const workspace = join(server.folder, 'choir');
  await mkdir(workspace);
  const repository = await createRepository(workspace);
  const [url, lent] = [toUrl(server, clara), join(server.folder, 'token')];
  await server.startRunner(['host'], { LEND_TO: server.folder });
  await mkdir(join(workspace, '.gitea', 'workflows'), { recursive: true });
  await writeFile(join(workspace, '.gitea', 'workflows', 'lend.yml'), lending);
  await repository.commit('a job that lends its token');
  await repository.git('push', '--quiet', url, 'main');
  const token = await waitFor(async () => (existsSync(lent) ? readFile(lent, 'utf8') : ''));
  const forge = createGitea({
    name: 'Gitea',
    address: `${server.url}/api/v1`,
    token,
    repository: 'clara/choir',
    branch: 'main',
    remote: {
      url: `${server.url}/clara/choir`,
      options: {
        env: { PATH: process.env['PATH'], HOME: server.folder },
        access: { server: server.url, token },
      },
    },
    folder: join(server.folder, 'plans.git'),
  });
  // Workflows lie on main alone: what is pushed to other branches starts none.
  await repository.git('checkout', '--quiet', '--orphan', 'empty');
  await repository.git('rm', '-r', '--quiet', '--cached', '.');
  return {
    server,
    dewi,
    forge,
    name: 'Gitea',
    ...whatPeopleDo({ clara, dewi }, repository, url),
    keep: async (place, plan) => {
      const at = (await forge.shelf?.now()) ?? 0;
      await forge.shelf?.keep(place, at, { plan: Buffer.from(plan), seal: 'sealed' });
    },
    // It tells seconds apart.
    tick: () => new Promise((resolve) => setTimeout(resolve, 1_100)),
    close: async () => {
      await rm(lent, { force: true });
      await server.close();
    },
  };
}

/** The repository's address for git, which opens it too: this server lives no longer than its test. */
function toUrl(server: GiteaServer, { name, token }: GiteaUser): string {
  return `${server.url.replace('//', `//${name}:${token}@`)}/clara/choir`;
}

interface People {
  readonly clara: GiteaUser;
  readonly dewi: GiteaUser;
}

type Doings = Pick<
  ForgeWorld,
  'pushTo' | 'openPull' | 'merge' | 'approve' | 'dismiss' | 'comment' | 'openIssue' | 'read'
>;

function whatPeopleDo({ clara, dewi }: People, { git }: Repository, url: string): Doings {
  let commits = 0;
  const readPull = async (number: number) =>
    (await clara.api('GET', `${root}/pulls/${number}`)) as {
      merge_commit_sha: string;
      head: { sha: string };
    };
  return {
    async pushTo(branch) {
      commits += 1;
      await git('fetch', '--quiet', url, '+refs/heads/*:refs/remotes/at/*');
      const at = await git('rev-parse', '--verify', '--quiet', `refs/remotes/at/${branch}`).catch(() =>
        git('rev-parse', 'refs/remotes/at/main'),
      );
      await git('checkout', '--quiet', '--force', '--detach', at);
      await git('commit', '--quiet', '--allow-empty', '-m', `${commits}`);
      await git('push', '--quiet', url, `HEAD:refs/heads/${branch}`);
      return git('rev-parse', 'HEAD');
    },
    async openPull(branch) {
      const made = { title: branch, body: '', head: branch, base: 'main' };
      return ((await dewi.api('POST', `${root}/pulls`, made)) as { number: number }).number;
    },
    async merge(number) {
      const body = { Do: 'merge', force_merge: true };
      await waitFor(() => clara.api('POST', `${root}/pulls/${number}/merge`, body).then(() => true));
      return (await readPull(number)).merge_commit_sha;
    },
    async approve(number) {
      const { head } = await readPull(number);
      const body = { event: 'APPROVED', body: 'fine', commit_id: head.sha };
      await clara.api('POST', `${root}/pulls/${number}/reviews`, body);
    },
    async dismiss(number) {
      const reviews = (await clara.api('GET', `${root}/pulls/${number}/reviews`)) as { id: number }[];
      for (const { id } of reviews)
        await clara.api('POST', `${root}/pulls/${number}/reviews/${id}/dismissals`, { message: 'no' });
    },
    comment: async (number, body) =>
      void (await dewi.api('POST', `${root}/issues/${number}/comments`, { body })),
    openIssue: async (title, body) => void (await dewi.api('POST', `${root}/issues`, { title, body })),
    async read(number) {
      const about = (await clara.api('GET', `${root}/issues/${number}`)) as { title: string; state: string };
      const comments = (await clara.api('GET', `${root}/issues/${number}/comments`)) as { body: string }[];
      return { ...about, bodies: comments.map(({ body }) => body) };
    },
  };
}
