import { lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { guardWriting } from '../disk/storage-error.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { StarterFile } from './starter-file.ts';

/** What became of the files: paths as they were given. */
export interface Put {
  readonly written: readonly string[];
  /** There before, whatever they are, and left as they are. */
  readonly left: readonly string[];
}

/**
 * Writes the files that are not there yet, all of them or none: where one cannot be written, those before it are taken
 * away again, and so are the folders made for them. Nothing that was there is touched. Throws `StorageError`.
 */
export function putFiles(folder: string, files: readonly StarterFile[]): Put {
  const isThere = ({ path }: StarterFile) =>
    lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined;
  const left = guardWriting(folder, () => files.filter(isThere));
  const missing = files.filter((file) => !left.includes(file));
  const undo: (() => void)[] = [];
  try {
    for (const { path, text } of missing) {
      const place = join(folder, path);
      undo.push(makeFolder(dirname(place)));
      writeAtomically(place, text, { isNew: true });
      undo.push(() => rmSync(place, { force: true }));
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  }
  return { written: missing.map(({ path }) => path), left: left.map(({ path }) => path) };
}

/** Makes the folder with all above it, and returns what takes those away again that were made now. */
function makeFolder(folder: string): () => void {
  const first = guardWriting(folder, () => mkdirSync(folder, { recursive: true }));
  return () => {
    if (first === undefined) return;
    for (let each = resolve(folder); ; each = dirname(each)) {
      rmdirSync(each);
      if (each === resolve(first)) return;
    }
  };
}
