import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { isCommitId } from './commit-id.ts';
import { git, gitText } from './run-git.ts';
import type { TreeEntry } from './tree.ts';
import { findKind, listTree, readBlobs } from './tree.ts';

/** Bytes: no photo that GOWA takes and no group's file is larger, so such a file is left out. */
const fileLimit = 10 * 1024 * 1024;

/**
 * Writes a folder's files, as a commit has them, below another folder: regular files only, so that links and submodules
 * are not there. Returns the paths of those that were left out, links and too large ones; undefined where the commit has
 * no such folder. git is run without a shell, and never runs anything that the repository names (no filters, no hooks).
 * Throws `UsageError`.
 */
export async function extractFolder(
  ref: string,
  folder: string,
  target: string,
): Promise<string[] | undefined> {
  const tree = await findTree(ref, folder);
  const listed = await listTree(folder, tree).catch(toUndefined);
  if (!listed) {
    const kind = await findKind(folder, tree);
    if (kind === undefined) return undefined;
    if (kind === 'tree') throw lacksFile();
    throw new UsageError(`--base ${ref} has a file or a link in the place of ${folder}.`);
  }
  const entries = listed.filter(({ isSafe, kind }) => isSafe && kind !== 'submodule');
  if (entries.some(({ size }) => size === undefined)) throw lacksFile();
  const files = entries.filter(isUsable);
  const contents = await readBlobs(
    folder,
    files.map(({ object }) => object),
  );
  for (const { path, object } of files) {
    const content = contents.get(object);
    if (!content) throw lacksFile();
    const place = join(target, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  return entries.filter((entry) => !isUsable(entry)).map(({ path }) => path);
}

/** A regular file that is not too large. */
function isUsable({ kind, size = 0 }: TreeEntry): boolean {
  return kind === 'file' && size <= fileLimit;
}

/** The folder as the commit that a name stands for has it, if it does: "<40 or 64 hex digits>:<path>". */
async function findTree(ref: string, folder: string): Promise<string> {
  // No option and no range: what git takes for a name of one commit begins like this and has none of those.
  if (!/^[\w@][\w./@{}^~+-]*$/.test(ref) || ref.includes('..')) {
    throw new UsageError(`--base ${JSON.stringify(ref)} is not the name of a commit, like origin/main.`);
  }
  const place = await git(folder, ['rev-parse', '--is-inside-work-tree', '--show-prefix']).catch(toUndefined);
  // Nothing else is trimmed: a folder's name may begin or end with a space.
  const prefix = /^true\n(.*?)\/?\n$/s.exec(place?.toString() ?? '')?.[1];
  if (prefix === undefined) {
    throw new UsageError(
      `--base needs git and a repository: ${folder} does not lie in one, or git cannot be run.`,
    );
  }
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const commit = await gitText(folder, args).catch(toUndefined);
  if (isCommitId(commit)) return `${commit}:${prefix}`;
  throw new UsageError(
    `--base ${ref} is no commit of this repository. Fetch it first; in CI, check out with its history (fetch-depth: 0).`,
  );
}

function lacksFile(): UsageError {
  return new UsageError('--base: the repository lacks a file of that commit. Fetch it anew.');
}

function toUndefined(): undefined {
  return undefined;
}
