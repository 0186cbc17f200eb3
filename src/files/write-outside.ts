import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { guardWriting, tryToWrite } from '../disk/storage-error.ts';
import { writeWhole } from '../disk/write-atomically.ts';
import { UsageError } from '../errors.ts';

/** What must not get into a repository. */
export interface KeptOutside {
  /** The groups' folder. */
  readonly groups: string;
  /** What is in the file, why no repository may have it, and what to name instead; it follows "PATH lies in …, and". */
  readonly why: string;
}

/**
 * Writes a new file that nobody but its owner reads (0600), and that no repository can take in: neither in a folder that git
 * knows, whichever repository it is, nor below the groups' folder. Links on the way are followed and what they lead to is
 * judged, before and after the file is there; only then is anything written to it. What is there stays. Throws `UsageError`
 * for a place that will not do, `StorageError` where the disk does not let it. `meanwhile`: what tests let somebody else do
 * between the first look and the file.
 */
export function writeOutside(path: string, text: string, kept: KeptOutside, meanwhile?: () => void): void {
  const file = join(checkOutside(path, kept), basename(path));
  meanwhile?.();
  const handle = create(file, path);
  try {
    // Somebody may have put another folder, or a link, in the place of one that was looked at.
    guardWriting(path, () => {
      refuseInside(dirname(findPlace(file, handle, path)), path, kept);
      writeWhole(handle, text);
      fsyncSync(handle);
    });
  } catch (error) {
    tryToWrite(() => guardWriting(path, () => removeOwn(file, handle)));
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Whether a file may be written there, before there is anything to write: the folder, as it is really called. Throws as `writeOutside`. */
export function checkOutside(path: string, kept: KeptOutside): string {
  return guardWriting(path, () => {
    const parent = realpathSync.native(dirname(path));
    refuseInside(parent, path, kept);
    if (lstatSync(join(parent, basename(path)), { throwIfNoEntry: false })) throw toThere(path);
    return parent;
  });
}

function toThere(path: string): UsageError {
  return new UsageError(
    `${path} is there already, and nothing is overwritten: remove it, or name another file.`,
  );
}

function create(file: string, path: string): number {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  // Windows has no O_NOFOLLOW; with O_EXCL nothing that is there is opened, a link neither.
  const flags = O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0);
  let handle: number | undefined;
  const fault = tryToWrite(() =>
    guardWriting(path, () => {
      handle = openSync(file, flags, 0o600);
    }),
  );
  if (handle !== undefined) return handle;
  if (fault?.code !== 'EEXIST') throw fault ?? new Error('a file that is neither there nor not');
  throw toThere(path);
}

/** Where the file that was opened really lies. */
function findPlace(file: string, handle: number, path: string): string {
  const place = realpathSync.native(file);
  if (isSame(fstatSync(handle), statSync(place))) return place;
  throw new UsageError(`${path} was moved while it was written. Nothing was written; try another folder.`);
}

/** Throws `UsageError` for a folder in a repository, or in the groups' folder: each folder above it is asked, by what it is. */
function refuseInside(folder: string, path: string, { groups, why }: KeptOutside): void {
  const own = statSync(groups, { throwIfNoEntry: false });
  for (let at = folder; ; at = dirname(at)) {
    const isGroups = own !== undefined && isSame(own, statSync(at));
    const isRepository = lstatSync(join(at, '.git'), { throwIfNoEntry: false }) !== undefined;
    if (isGroups || isRepository || basename(at).toLowerCase() === '.git')
      throw new UsageError(
        `${path} lies in ${isGroups ? "the groups' folder" : 'a git repository'}, and ${why}`,
      );
    if (dirname(at) === at) return;
  }
}

/** By device and number, whatever it is called: upper and lower case, links and mounts make no difference. */
function isSame(a: Stats, b: Stats): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

function removeOwn(file: string, handle: number): void {
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there && isSame(there, fstatSync(handle))) rmSync(file);
}
