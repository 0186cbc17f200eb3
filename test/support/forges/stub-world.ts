import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitea } from '../../../src/forge/gitea/gitea.ts';
import { createGithub } from '../../../src/forge/github/github.ts';
import type { Forge } from '../../../src/forge/forge.ts';
import { git } from '../../../src/git/run-git.ts';
import { startHttpServer } from '../http-server.ts';
import { toZip } from '../zip.ts';
import type { ForgeWorld } from './contract.ts';
import type { Answer, Dialect } from './stub-answers.ts';
import { answerGitea, answerGithub } from './stub-answers.ts';
import { StubForge } from './stub-forge.ts';

/** The forge of a test, beside what people do there. */
type StubWorld = ForgeWorld & { readonly stub: StubForge };

/** A GitHub that answers as one does. */
export async function openGithubWorld(): Promise<StubWorld> {
  const { stub, url, close } = await open(answerGithub);
  const forge = createGithub({ address: url, token: 'own', repository: 'clara/choir', branch: 'main' });
  return {
    ...whatPeopleDo(stub, forge),
    close,
    async keep({ account, pullRequest, commit }, plan) {
      const zip = toZip({ 'plan.json': plan, 'plan.seal': 'sealed' });
      stub.artifacts.unshift({
        name: `rollcall-plan-${account}-${pullRequest}-${commit}`,
        at: stub.now,
        zip,
      });
    },
  };
}

/** A Gitea that answers in the forms that a real one did; plans lie in a repository of git's own. */
export async function openGiteaWorld(): Promise<StubWorld> {
  const { stub, url, close } = await open(answerGitea);
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-gitea-'));
  const origin = join(folder, 'origin');
  await git(folder, ['init', '--quiet', '--bare', '--template=', origin]);
  const forge = createGitea({
    name: 'Gitea',
    address: url,
    token: 'own',
    repository: 'clara/choir',
    branch: 'main',
    remote: { url: origin, options: { env: { PATH: process.env['PATH'], HOME: folder } } },
    folder: join(folder, 'plans.git'),
  });
  return {
    ...whatPeopleDo(stub, forge),
    keep: async (place, plan) => {
      const at = (await forge.shelf?.now()) ?? 0;
      await forge.shelf?.keep(place, at, { plan: Buffer.from(plan), seal: 'sealed' });
    },
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function open(answer: (stub: StubForge, request: Dialect) => Answer) {
  const stub = new StubForge();
  const server = await startHttpServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const { body } = server.requests.at(-1) ?? { body: '' };
    const path = pathname.replace('/repos/clara/choir', '');
    const asked = { method: request.method ?? '', path, query: searchParams };
    const found = answer(stub, { ...asked, body: body === '' ? {} : (JSON.parse(body) as object) });
    response.writeHead(found.status ?? 200, { date: new Date(stub.now).toUTCString(), ...found.headers });
    response.end(Buffer.isBuffer(found.body) ? found.body : JSON.stringify(found.body));
  });
  return { stub, url: server.url, close: () => server.close() };
}

function whatPeopleDo(stub: StubForge, forge: Forge): Omit<StubWorld, 'keep' | 'close'> {
  return {
    stub,
    forge,
    name: forge.name,
    pushTo: async (branch) => stub.pushTo(branch),
    openPull: async (branch) => stub.openPull('somebody', { title: branch, body: '', head: branch }) ?? 0,
    merge: async (number) => stub.merge(number),
    approve: async (number) => stub.approve(number),
    dismiss: async (number) => stub.dismissAll(number),
    comment: async (number, body) => void stub.comment('somebody', number, body),
    openIssue: async (title, body) => void stub.openIssue('somebody', { title, body }),
    read: async (number) => stub.read(number),
    tick: async () => void (stub.now += 2_000),
  };
}
