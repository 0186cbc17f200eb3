import { addId } from '../../config/edit/add-id.ts';
import { findMap } from '../../config/edit/read-map.ts';
import { git, gitText } from '../../git/run-git.ts';
import { readBlobs } from '../../git/tree.ts';
import type { UnwrittenReason } from '../../words/offer-words.ts';
import type { Job } from '../job.ts';
import type { CreatedGroup } from './created.ts';

/** Today's files of the branch that is applied, with ids in them. */
export interface WrittenIds {
  /** Objects of git's in the workspace: the files, and the commit that they were made from. */
  readonly tree: string;
  readonly parent: string;
  /** Whose ids were put in; not among them are those whose files had them already. */
  readonly written: readonly CreatedGroup[];
  readonly left: readonly Unwritten[];
}

/** A group whose id is in no file of today. */
export interface Unwritten {
  readonly group: CreatedGroup;
  readonly why: UnwrittenReason;
}

/**
 * Puts the id of each group that was made into the file that it was made from, as that is on the server by now; nothing else of any
 * file changes, and nothing in the workspace but git's objects and its index. A file that has the id of another group keeps it.
 */
export async function writeIds(job: Job, created: readonly CreatedGroup[]): Promise<WrittenIds> {
  const { workspace, remote, ref } = job;
  const { env } = remote.options;
  await git(workspace, ['fetch', '--quiet', '--no-tags', '--depth=1', remote.url, ref], remote.options);
  const parent = await gitText(workspace, ['rev-parse', 'FETCH_HEAD'], { env });
  await git(workspace, ['read-tree', parent], { env });
  const files = await readFiles(job, created);
  const [written, left, changed]: [CreatedGroup[], Unwritten[], string[]] = [[], [], []];
  for (const group of created) {
    const file = files.get(group.path);
    const edited = file ? editFile(file.text, group.id) : gone;
    if (edited.kind === 'left') left.push({ group, why: edited.why });
    if (edited.kind !== 'written' || !file) continue;
    changed.push(await storeFile(job, { ...file, path: group.path, text: edited.text }));
    written.push(group);
  }
  await git(workspace, ['update-index', '-z', '--index-info'], { env, input: changed.join('') });
  return { tree: await gitText(workspace, ['write-tree'], { env }), parent, written, left };
}

/** True where a commit, which is in the workspace, has all these ids in their files. */
export async function holdsIds(job: Job, commit: string, created: readonly CreatedGroup[]): Promise<boolean> {
  const { workspace, remote } = job;
  await git(workspace, ['read-tree', commit], { env: remote.options.env });
  const files = await readFiles(job, created);
  return created.every(({ path, id }) => editFile(files.get(path)?.text ?? '', id).kind === 'is-there');
}

type Edited =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'is-there' }
  | { readonly kind: 'left'; readonly why: UnwrittenReason };

const gone: Edited = { kind: 'left', why: 'file-gone' };

/** A byte order mark stays where it is. */
function editFile(bytes: string, id: string): Edited {
  const mark = bytes.startsWith('\ufeff') ? '\ufeff' : '';
  const text = bytes.slice(mark.length);
  const pair = findMap(text)?.pairs.find(({ key }) => key === 'id');
  if (pair) {
    const isSame = pair.value?.kind === 'scalar' && pair.value.value === id;
    return isSame ? { kind: 'is-there' } : { kind: 'left', why: 'other-id' };
  }
  const edited = addId(text, id);
  return edited === undefined
    ? { kind: 'left', why: 'unreadable' }
    : { kind: 'written', text: `${mark}${edited}` };
}

interface IndexFile {
  /** "100644", "100755". */
  readonly mode: string;
  readonly text: string;
}

/** Those of the files that are in git's index as files: no links, and nothing half merged. */
async function readFiles(
  { workspace, remote }: Job,
  created: readonly CreatedGroup[],
): Promise<ReadonlyMap<string, IndexFile>> {
  const { env } = remote.options;
  const wanted = new Set(created.map(({ path }) => path));
  const listing = (await git(workspace, ['ls-files', '--stage', '-z', '--full-name'], { env })).toString();
  const entries = listing.split('\0').flatMap((line) => {
    const [, mode = '', object = '', path = ''] = /^(100\d{3}) ([\da-f]+) 0\t(.+)$/s.exec(line) ?? [];
    return wanted.has(path) ? [{ mode, object, path }] : [];
  });
  const objects = entries.map(({ object }) => object);
  const blobs = await readBlobs(workspace, objects, { env });
  return new Map(
    entries.map(({ mode, object, path }) => [path, { mode, text: blobs.get(object)?.toString() ?? '' }]),
  );
}

/** Resolves to its line for `git update-index --index-info`. */
async function storeFile(
  { workspace, remote }: Job,
  { path, mode, text }: IndexFile & { readonly path: string },
): Promise<string> {
  const { env } = remote.options;
  const object = await gitText(workspace, ['hash-object', '-w', '--stdin'], { env, input: text });
  return `${mode} ${object} 0\t${path}\0`;
}
