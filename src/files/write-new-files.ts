import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findForeignFolder, tellForeignFolder } from '../disk/foreign-folder.ts';
import type { StorageError } from '../disk/storage-error.ts';
import { guardWriting, tryToWrite } from '../disk/storage-error.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import { UsageError } from '../errors.ts';
import type { NewFile } from '../importing/new-file.ts';
import { rewriteFile } from './rewrite-file.ts';

/** What became of them. */
export interface Written {
  readonly written: readonly string[];
  /** What stopped it: the files after the last written one are not there. */
  readonly fault?: StorageError | UsageError;
}

/**
 * Writes files in their order, each whole or not at all. What is there already stays: only a file whose text is known
 * gives way, and only while it still has that text. Nothing is written through a link to elsewhere.
 */
export async function writeNewFiles(folder: string, files: readonly NewFile[]): Promise<Written> {
  const written: string[] = [];
  for (const file of files) {
    const fault = await writeNewFile(folder, file);
    if (fault) return { written, fault };
    written.push(file.path);
  }
  return { written };
}

async function writeNewFile(folder: string, { path, content, before }: NewFile): Promise<Written['fault']> {
  const file = join(folder, path);
  const foreign = findForeignFolder(folder, path);
  if (foreign !== undefined) return new UsageError(tellForeignFolder(foreign));
  if (before !== undefined && typeof content === 'string') {
    const result = await rewriteFile({ path, file, text: before }, content);
    return result.kind === 'written'
      ? undefined
      : (result.fault ?? new UsageError(`${result.why} ${againText}`));
  }
  const fault = tryToWrite(() => {
    if (path.includes('/')) guardWriting(dirname(file), () => mkdirSync(dirname(file), { recursive: true }));
    writeAtomically(file, content, { isNew: true, isDurable: true });
  });
  return fault?.code === 'EEXIST' ? new UsageError(`${file} has appeared meanwhile. ${againText}`) : fault;
}

const againText = 'What is there is never overwritten. Run it again: it goes on from what is there.';
