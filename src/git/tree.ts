import type { GitOptions } from './run-git.ts';
import { git, gitText } from './run-git.ts';

/** What lies in a tree of git, below it. */
export interface TreeEntry {
  readonly path: string;
  readonly object: string;
  readonly kind: 'file' | 'link' | 'submodule';
  /** Bytes; undefined where the repository lacks the object, and for submodules. */
  readonly size: number | undefined;
  /** False for what would leave the folder that it is written to, or be git's own there. */
  readonly isSafe: boolean;
}

/** All files, links and submodules of a tree, which is named by an object or as "commit:path". */
export async function listTree(folder: string, tree: string, options?: GitOptions): Promise<TreeEntry[]> {
  const listing = await git(folder, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree], options);
  return listing.toString().split('\0').filter(Boolean).map(parseTreeLine);
}

/** What git has under a name, "tree" or "blob"; undefined where it has nothing. */
export function findKind(folder: string, name: string, options?: GitOptions): Promise<string | undefined> {
  return gitText(folder, ['cat-file', '-t', name], options).catch(() => undefined);
}

/** A line of `git ls-tree -r -z -l`: "100644 blob <object> <size>\t<path>"; links are 120000, submodules commits. */
export function parseTreeLine(line: string): TreeEntry {
  const [, mode = '', object = '', size, path = ''] =
    /^(\d+) \w+ ([\da-f]+) +(\d+|BAD|-)\t(.+)$/s.exec(line) ?? [];
  const isSafe =
    path !== '' && path.split('/').every((part) => part !== '' && !/^(\.\.?|\.git)$/i.test(part));
  const kind = /^100\d{3}$/.test(mode) ? 'file' : mode === '120000' ? 'link' : 'submodule';
  return { path, object, kind, isSafe, size: /^\d+$/.test(size ?? '') ? Number(size) : undefined };
}

/**
 * What these objects hold, from one process. An object that the repository lacks is not among what is found.
 */
export async function readBlobs(
  folder: string,
  objects: readonly string[],
  options?: GitOptions,
): Promise<ReadonlyMap<string, Buffer>> {
  if (objects.length === 0) return new Map();
  const input = objects.map((object) => `${object}\n`).join('');
  return parseBatch(await git(folder, ['cat-file', '--batch'], { ...options, input }), objects);
}

/** The answer of `git cat-file --batch`: "<object> blob <size>\n<bytes>\n" for each, or "<object> missing\n". */
export function parseBatch(answer: Buffer, objects: readonly string[]): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = 0;
  for (const object of objects) {
    const end = answer.indexOf('\n', at);
    if (end === -1) break;
    const [, size] = / blob (\d+)$/.exec(answer.subarray(at, end).toString()) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    found.set(object, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}
