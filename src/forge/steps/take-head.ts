import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RollcallError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { isCommitId } from '../../git/commit-id.ts';
import { git, gitText } from '../../git/run-git.ts';
import type { TreeEntry } from '../../git/tree.ts';
import { findKind, listTree, readBlobs } from '../../git/tree.ts';
import { escapeInline } from '../../safe/inline.ts';
import type { Job } from '../job.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';

/** What the author of the pull request can mend; its text is for them, and holds nothing that is not theirs. */
export class HeadError extends RollcallError {
  override readonly name = 'HeadError';
  override readonly exitCode = exitCodes.failed;
}

/**
 * Puts the groups folder as it would be after the merge in the place of the one that is checked out, and nothing else of
 * the pull request: no code of it, no workflow, no setting of git. The files are read out of git's objects as bytes, so
 * that neither filters nor links of the pull request do anything. Links are refused. Throws a `HeadError` where the pull
 * request is at fault.
 */
export async function takeHead(job: Job): Promise<void> {
  const { workspace, groups, remote } = job;
  const head = job.input('HEAD_SHA');
  if (!isCommitId(head)) throw new HeadError('The head of the pull request is no commit id.');
  if (!/^[\w][\w./-]*$/.test(groups) || groups.split('/').includes('..'))
    throw new Error('The groups folder must lie in the repository.');
  const fetch = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', remote.url, head];
  await git(workspace, fetch, remote.options);
  const files = await findFiles(job, head);
  const objects = files.map(({ object }) => object);
  const contents = await readBlobs(workspace, objects, { env: remote.options.env });
  await rm(join(workspace, groups), { recursive: true, force: true });
  for (const { path, object } of files) {
    const content = contents.get(object);
    if (!content) throw new Error('The repository lacks a file of the pull request.');
    const place = join(workspace, groups, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content, { mode: 0o644 });
  }
}

/** The files of the folder, which must be one itself and hold nothing else. */
async function findFiles(job: Job, head: string): Promise<TreeEntry[]> {
  const { workspace, groups, remote } = job;
  const options = { env: remote.options.env };
  const words = (await loadOwnWords(job)).forge.head;
  const merged = await mergeTree(workspace, head, options).catch(() => {
    throw new HeadError(words.conflict);
  });
  const tree = `${merged}:${groups}`;
  const files = await listTree(workspace, tree, options).catch(async (error: unknown) => {
    if ((await findKind(workspace, tree, options)) === 'tree') throw error;
    throw new HeadError(words.noFolder(escapeInline(groups)));
  });
  const link = files.find((file) => file.kind !== 'file');
  if (link) throw new HeadError(words.link(escapeInline(link.path)));
  const unsafe = files.find(({ isSafe }) => !isSafe);
  if (unsafe) throw new HeadError(words.unsafe(escapeInline(unsafe.path)));
  return files;
}

/** What merging would give: the files of both sides, whatever has landed since the branch began. */
async function mergeTree(
  workspace: string,
  head: string,
  options: Parameters<typeof gitText>[2],
): Promise<string> {
  const args = ['merge-tree', '--write-tree', '--no-messages', 'HEAD', head];
  const text = await gitText(workspace, args, options);
  return text.split('\n')[0] ?? '';
}
