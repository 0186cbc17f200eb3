import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyFolder } from './copy-folder.ts';

const run = promisify(execFile);

/** A real git repository in a folder, which nobody's configuration has a say in. */
export interface Repository {
  git(...args: string[]): Promise<string>;
  /** Commits everything that is there; resolves to the commit, 40 hex digits. */
  commit(message?: string): Promise<string>;
  /** The commit that is checked out, or that a branch which was committed to stands at. */
  tip(branch?: string): string;
}

let empty: Promise<string> | undefined;

/** Makes one with an empty `main`. */
export async function createRepository(folder: string): Promise<Repository> {
  empty ??= makeEmpty();
  copyFolder(join(await empty, '.git'), join(folder, '.git'));
  return openRepository(folder);
}

/** The one that others are copied from, which is quicker than git. */
async function makeEmpty(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-repository-'));
  await openRepository(folder).git('init', '--quiet', '--template=', '--initial-branch=main');
  return folder;
}

/** Git would start a process beside each that writes, to see whether it should tidy up. */
const untidied = ['gc.auto=0', 'maintenance.auto=false'].flatMap((setting) => ['-c', setting]);

/** The one that lies in a folder. */
export function openRepository(folder: string): Repository {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Clara',
    GIT_AUTHOR_EMAIL: 'clara@example.org',
    GIT_COMMITTER_NAME: 'Clara',
    GIT_COMMITTER_EMAIL: 'clara@example.org',
  };
  const git = async (...args: string[]) =>
    (await run('git', [...untidied, ...args], { cwd: folder, env })).stdout.trim();
  const read = (name: string) => readFileSync(join(folder, '.git', name), 'utf8').trim();
  const tip = (branch?: string) => {
    const at = branch ? `ref: refs/heads/${branch}` : read('HEAD');
    return at.startsWith('ref: ') ? read(at.slice('ref: '.length)) : at;
  };
  return {
    git,
    async commit(message = 'a change') {
      await git('add', '--all');
      await git('commit', '--quiet', '--allow-empty', '-m', message);
      return tip();
    },
    tip,
  };
}
