import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';

/** Bytes: no photo that GOWA takes and no group's file is larger, so such a file is left out. */
const fileLimit = 10 * 1024 * 1024;

/** Bytes that git may answer with at once: all files of a folder. */
const answerLimit = 1024 * 1024 * 1024;

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
  const commit = await findCommit(ref, folder);
  // Nothing else is trimmed: a folder's name may begin or end with a space.
  const prefix = (await git(folder, ['rev-parse', '--show-prefix'])).toString().replace(/\/?\n$/, '');
  const tree = `${commit}:${prefix}`;
  const kind = (await git(folder, ['cat-file', '-t', tree]).catch(toUndefined))?.toString().trim();
  if (kind === undefined) return undefined;
  if (kind !== 'tree') throw new UsageError(`--base ${ref} has a file or a link in the place of ${folder}.`);
  const entries = parseTree(
    (await git(folder, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree])).toString(),
  );
  const files = entries.filter(({ isUsable }) => isUsable);
  const contents = await readBlobs(
    folder,
    files.map(({ object }) => object),
  );
  for (const { path, object } of files) {
    const place = join(target, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, contents.get(object) ?? '');
  }
  return entries.filter(({ isUsable }) => !isUsable).map(({ path }) => path);
}

/** The commit that a name stands for, 40 or 64 hex digits. */
async function findCommit(ref: string, folder: string): Promise<string> {
  // No option and no range: what git takes for a name of one commit begins like this and has none of those.
  if (!/^[\w@][\w./@{}^~+-]*$/.test(ref) || ref.includes('..')) {
    throw new UsageError(`--base ${JSON.stringify(ref)} is not the name of a commit, like origin/main.`);
  }
  const inside = await git(folder, ['rev-parse', '--is-inside-work-tree']).catch(toUndefined);
  if (inside?.toString().trim() !== 'true') {
    throw new UsageError(
      `--base needs git and a repository: ${folder} does not lie in one, or git cannot be run.`,
    );
  }
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const found = (await git(folder, args).catch(toUndefined))?.toString().trim();
  if (found !== undefined && /^([\da-f]{40}|[\da-f]{64})$/.test(found)) return found;
  throw new UsageError(
    `--base ${ref} is no commit of this repository. Fetch it first; in CI, check out with its history (fetch-depth: 0).`,
  );
}

interface TreeFile {
  readonly path: string;
  readonly object: string;
  /** A regular file that is not too large. */
  readonly isUsable: boolean;
}

/** Lines of `git ls-tree -r -z -l`: "100644 blob <object> <size>\t<path>"; links are 120000, submodules no blobs. BAD: it is not there. */
function parseTree(text: string): TreeFile[] {
  return text.split('\0').flatMap((line): TreeFile[] => {
    const [, mode, object = '', size, path = ''] =
      /^(1[02]0\d{3}) blob ([\da-f]{40,64}) +(\d+|BAD)\t(.+)$/s.exec(line) ?? [];
    if (size === 'BAD') throw lacksFile();
    const isSafe =
      path !== '' && path.split('/').every((part) => part !== '' && !/^(\.\.?|\.git)$/i.test(part));
    const isUsable = mode !== '120000' && Number(size) <= fileLimit;
    return isSafe ? [{ path, object, isUsable }] : [];
  });
}

/** What these objects hold, from one process. The answer is "<object> blob <size>\n<bytes>\n" for each. */
async function readBlobs(folder: string, objects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  if (objects.length === 0) return found;
  const answer = await git(folder, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  let at = 0;
  for (const object of objects) {
    const end = answer.indexOf('\n', at);
    const [, size] = / blob (\d+)$/.exec(answer.subarray(at, end).toString()) ?? [];
    if (end === -1 || size === undefined) {
      throw lacksFile();
    }
    const start = end + 1;
    found.set(object, answer.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return found;
}

function lacksFile(): UsageError {
  return new UsageError('--base: the repository lacks a file of that commit. Fetch it anew.');
}

/** What git prints. Rejects where it fails. */
function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['-c', 'core.fsmonitor=false', '--no-replace-objects', ...args],
      { cwd: folder, encoding: 'buffer', maxBuffer: answerLimit },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

function toUndefined(): undefined {
  return undefined;
}
