import { appendFile, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/main.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { roundFiles, roundWorld } from '../forge/round-stage.ts';
import { getCli } from '../support/kill/build.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository, openRepository } from '../support/repository.ts';
import { findRoot } from '../support/repository-root.ts';
import { key } from '../support/seal.ts';
import { createTestIo } from '../support/stage.ts';

/** The repository, as the forge calls it. */
export const name = 'clara/choir';

/** What the workflows name: some commit of some repository, which this checkout stands in for. */
export const action = `own/rollcall@${'a'.repeat(40)}`;

/** Where the server's copy of it lies, below a stage's folder. */
export function toOrigin(root: string): string {
  return join(root, 'server', name);
}

/** Of real groups nobody wants that pace. */
const quick = 'pace: { pause: 100ms-200ms, after-add: 100ms-200ms, reads: 0ms-1ms }\n';

let template: Promise<string> | undefined;

/** The folders of a stage, made once: copying is quicker than git. */
export function getTemplate(): Promise<string> {
  return (template ??= makeTemplate());
}

async function makeTemplate(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'rollcall-act-template-'));
  await mkdir(join(root, 'disk', 'home'), { recursive: true });
  await mkdir(join(root, 'disk', 'cache'));
  await makeAction(root);
  const repository = await makeRepository(join(root, 'clone'), action);
  await makeOrigin(root);
  await beginMemory(root, repository);
  return root;
}

/** The choir's repository as `init` begins one in a folder, whose workflows find their action there. */
export async function makeRepository(folder: string, place: string): Promise<Repository> {
  const { io, written } = createTestIo({});
  const argv = ['init', folder, '--forge', 'github', '--action', place, '--account', '+44 7700 900001'];
  if ((await main(argv, io)) !== 0) throw new Error(written.err);
  for (const [file, text] of Object.entries(roundFiles)) await write(join(folder, 'groups', file), text);
  await appendFile(join(folder, 'groups', '_policy.yaml'), quick);
  const repository = await createRepository(folder);
  await repository.commit('The choir');
  return repository;
}

/** What of this checkout Rollcall is built from. */
export async function copySources(folder: string): Promise<void> {
  for (const part of [
    'package.json',
    'package-lock.json',
    'scripts',
    'src',
    '.github',
    'LICENSE',
    'CHANGELOG.md',
  ])
    await cp(join(findRoot(), part), join(folder, part), { recursive: true });
}

/** The server's copy of what somebody has, as the first push makes it. */
export async function makeOrigin(root: string): Promise<void> {
  const { git } = openRepository(join(root, 'clone'));
  await git('clone', '--quiet', '--bare', '.', toOrigin(root));
  await git('--git-dir', toOrigin(root), 'config', 'uploadpack.allowAnySHA1InWant', 'true');
}

/**
 * This checkout as whoever names its action by a commit gets it, but that npm and the build bring what is there already, so that
 * it need not be made for each job anew.
 */
async function makeAction(root: string): Promise<void> {
  const folder = join(root, 'rollcall');
  await cp(join(findRoot(), '.github', 'actions'), join(folder, '.github', 'actions'), { recursive: true });
  const built = JSON.stringify(dirname(await getCli()));
  const copy = `import { cpSync } from 'node:fs';\ncpSync(${built}, 'dist', { recursive: true });\n`;
  await write(join(folder, 'scripts', 'build.mjs'), copy);
  const link = `exec ln -sfn ${join(findRoot(), 'node_modules')} node_modules`;
  await write(join(root, 'bin', 'npm'), `#!/bin/sh\n${link}\n`, 0o755);
}

/** A run of two days ago, which found nothing to do: since then people may be added. */
async function beginMemory(root: string, { git }: Repository): Promise<void> {
  const sandbox = await startSandbox({ world: roundWorld(), isUnmarked: true });
  const workspace = join(root, 'clone');
  const now = Date.now() - 48 * 3_600_000;
  const { io, written } = createTestIo({
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: root,
      INPUT_COMMAND: 'apply',
      INPUT_NEW_JOURNAL: 'true',
      INPUT_STATE_BRANCH: 'rollcall-state',
      ROLLCALL_URL: sandbox.url,
      ROLLCALL_KEY: key,
      RUNNER_TEMP: await mkdtemp(join(tmpdir(), 'rollcall-act-memory-')),
      GITHUB_WORKSPACE: workspace,
      GITHUB_SERVER_URL: `file://${join(root, 'server')}`,
      GITHUB_REPOSITORY: name,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_SHA: await git('rev-parse', 'main'),
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_OUTPUT: join(root, 'output'),
      GITHUB_STEP_SUMMARY: join(root, 'summary'),
    },
    clock: { now: () => now, sleep: async () => undefined },
  });
  const start = process.cwd();
  try {
    if ((await main(['ci', 'run'], io)) !== 0) throw new Error(written.out + written.err);
  } finally {
    process.chdir(start);
    await sandbox.close();
  }
}

export async function write(file: string, text: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode });
}
