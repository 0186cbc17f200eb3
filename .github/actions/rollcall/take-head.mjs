import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git, gitText, isCommit, toRemote } from './git.mjs';

/** What the author of the pull request can mend; its text is for them, and holds nothing that is not theirs. */
export class HeadError extends Error {
  name = 'HeadError';
}

/**
 * Puts the groups folder as it would be after the merge in the place of the one that is checked out, and nothing else of
 * the pull request: no code of it, no workflow, no setting of git. The files are read out of git's objects as bytes, so
 * that neither filters nor links of the pull request do anything. Links are refused. Throws a `HeadError` where the pull request is at fault.
 */
export async function takeHead({ head, folder, workspace }, env) {
  if (!isCommit(head)) throw new HeadError('The head of the pull request is no commit id.');
  if (!/^[\w][\w./-]*$/.test(folder) || folder.split('/').includes('..'))
    throw new Error('The groups folder must lie in the repository.');
  const { url, access } = toRemote(env);
  await git(workspace, ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', url, head], access);
  const tree = await mergeTree(workspace, head);
  const files = (await listFiles(workspace, tree, folder)).map(parseEntry);
  const bad = files.find(({ isFile }) => !isFile);
  if (bad) throw new HeadError(`${bad.path} is a symbolic link or a submodule. Put the file itself there.`);
  const unsafe = files.find(({ isSafe }) => !isSafe);
  if (unsafe) throw new HeadError(`${unsafe.path} is no name for a file of groups. Give it another.`);
  const contents = await readBlobs(workspace, files);
  await rm(join(workspace, folder), { recursive: true, force: true });
  for (const [index, { path }] of files.entries()) {
    const place = join(workspace, folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, contents[index], { mode: 0o644 });
  }
}

/** Entries of the folder in a tree; it must be a folder itself. */
async function listFiles(workspace, tree, folder) {
  const object = `${tree}:${folder}`;
  const kind = await gitText(workspace, ['cat-file', '-t', object]).catch(() => '');
  if (kind !== 'tree') throw new HeadError(`There is no folder ${folder} in the pull request.`);
  const listing = await git(workspace, ['ls-tree', '-r', '-z', '--full-tree', object]);
  return listing.toString().split('\0').filter(Boolean);
}

/** What merging would give: the files of both sides, whatever has landed since the branch began. */
async function mergeTree(workspace, head) {
  try {
    const text = await gitText(workspace, ['merge-tree', '--write-tree', '--no-messages', 'HEAD', head]);
    return text.split('\n')[0];
  } catch {
    throw new HeadError(
      'The pull request cannot be merged as it is (a conflict). Bring it up to date first.',
    );
  }
}

/** A line of `git ls-tree -r -z`: "100644 blob <object>\t<path>". */
function parseEntry(line) {
  const [, mode = '', object = '', path = ''] = /^(\d+) \w+ ([\da-f]+)\t(.+)$/s.exec(line) ?? [];
  const isSafe =
    path !== '' && path.split('/').every((part) => part !== '' && !/^(\.\.?|\.git)$/i.test(part));
  return { path, object, isFile: /^100(644|755)$/.test(mode), isSafe };
}

/** From one process; the answer is "<object> blob <size>\n<bytes>\n" for each. */
async function readBlobs(workspace, files) {
  const input = files.map(({ object }) => `${object}\n`).join('');
  const answer =
    files.length > 0 ? await git(workspace, ['cat-file', '--batch'], { input }) : Buffer.alloc(0);
  let at = 0;
  return files.map(() => {
    const start = answer.indexOf('\n', at) + 1;
    const size = Number(
      answer
        .subarray(at, start - 1)
        .toString()
        .split(' ')[2],
    );
    at = start + size + 1;
    return answer.subarray(start, start + size);
  });
}
