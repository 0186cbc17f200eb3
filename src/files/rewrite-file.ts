import { lstatSync, readFileSync } from 'node:fs';
import type { Source } from '../config/sources.ts';
import { StorageError, attemptToWrite } from '../disk/storage-error.ts';
import { writeAtomically } from '../disk/write-atomically.ts';

/** What came of a file that was to be rewritten. */
export type Written =
  | { readonly kind: 'written' }
  /** `fault`: the disk does not let it; absent: somebody has changed it. */
  | { readonly kind: 'not-written'; readonly why: string; readonly fault?: StorageError };

/**
 * Puts a new text in the place of the one that was read, whole or not at all; a byte order mark and the file's mode stay.
 * A file that somebody has changed meanwhile is left as it is.
 */
export async function rewriteFile(source: Source, text: string): Promise<Written> {
  let bytes: Buffer;
  let mode: number;
  try {
    const found = lstatSync(source.file);
    if (!found.isFile()) return changed(source);
    mode = found.mode & 0o777;
    bytes = readFileSync(source.file);
  } catch {
    return changed(source);
  }
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
  if (!bytes.subarray(mark.length).equals(Buffer.from(source.text))) return changed(source);
  const fault: StorageError | undefined = await attemptToWrite(async () =>
    writeAtomically(source.file, Buffer.concat([mark, Buffer.from(text)]), { mode }),
  );
  return fault ? { kind: 'not-written', why: fault.message, fault } : { kind: 'written' };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function changed({ file }: Source): Written {
  return { kind: 'not-written', why: `${file} is not as it was read: somebody has changed it meanwhile.` };
}
