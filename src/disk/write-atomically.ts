import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { guardWriting } from './storage-error.ts';

/** How a file is written by `writeAtomically`. */
export interface AtomicOptions {
  /** Of the new file; by default what the process gives to all. */
  readonly mode?: number;
  /** True: it is on the disk when this returns, and so is its name. */
  readonly isDurable?: boolean;
  /** True: what is there already stays, and an error with code EEXIST is thrown. */
  readonly isNew?: boolean;
}

/**
 * Puts a file in its place whole or not at all: written beside it, then renamed, so that whoever reads it meanwhile finds
 * the one before, and a full disk leaves that one as it is. A link in its place is replaced, never followed; a device or
 * a pipe, like `/dev/stdout`, is written to. Throws a `StorageError` where it cannot be written.
 */
export function writeAtomically(path: string, text: string | Uint8Array, options: AtomicOptions = {}): void {
  guardWriting(path, () => {
    if (isStream(path)) return append(path, text);
    const beside = `${path}.${randomBytes(6).toString('hex')}.new`;
    try {
      writeFile(beside, text, options);
      if (options.isNew) linkSync(beside, path);
      else renameSync(beside, path);
    } finally {
      rmSync(beside, { force: true });
    }
    if (options.isDurable) syncFolder(dirname(path));
  });
}

/** What keeps nothing, and what a process has open already: `/dev/stdout` is a link to it, even where it is a file. */
function isStream(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return /^\/(dev|proc\/self)\/(fd\/)?\w+$/.test(path);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function append(path: string, text: string | Uint8Array): void {
  const handle = openSync(path, 'a');
  try {
    writeWhole(handle, text);
  } finally {
    closeSync(handle);
  }
}

function writeFile(
  path: string,
  text: string | Uint8Array,
  { mode = 0o666, isDurable }: AtomicOptions,
): void {
  const handle = openSync(path, 'wx', mode);
  try {
    writeWhole(handle, text);
    if (isDurable) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes all of it where a file's handle stands; a disk may take fewer bytes than it is given. Returns their number. */
export function writeWhole(handle: number, text: string | Uint8Array): number {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done, bytes.length - done);
  return bytes.length;
}

/** A rename is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
