import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import { RollcallError } from '../errors.ts';

/** What each code of the operating system means for whoever reads it. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large for this disk or this process',
  EIO: 'the disk fails',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
};

/** Those that were so before the run began, and that another path or another user would mend. */
const ofThePath = new Set([
  'EROFS',
  'EACCES',
  'EPERM',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENAMETOOLONG',
  'ELOOP',
]);

/**
 * A file that must be written cannot be: a full disk, a folder that may not be written. Nothing of it is a bug. The
 * message names the file and the reason and has no number of anybody.
 */
export class StorageError extends RollcallError {
  override readonly name = 'StorageError';
  /** "ENOSPC". */
  readonly code: string;
  /** A wrong path or user is a mistake of whoever started Rollcall; a disk that fails is none. */
  override readonly exitCode: ExitCode;

  constructor(path: string, cause: SystemError) {
    super(`${path} cannot be written: ${reasons[cause.code] ?? cause.message} (${cause.code}).`, { cause });
    this.code = cause.code;
    this.exitCode = ofThePath.has(cause.code) ? exitCodes.usage : exitCodes.failed;
  }
}

type SystemError = Error & { readonly code: string };

/** True where the disk or the machine is at an end, whatever the file: no mistake of whoever named it, and no bug. */
export function isDiskFault(error: unknown): boolean {
  return isSystemError(error) && ofTheDisk.has(error.code);
}

const ofTheDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'ENFILE', 'EMFILE', 'ENOMEM']);

/** What the operating system refuses, whatever it was about. */
function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** Runs what writes a file; what the operating system refuses becomes a `StorageError` that names the file. */
export function guardWriting<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw isSystemError(error) ? new StorageError(path, error) : error;
  }
}

/** Runs what writes; what the disk does not let it do is given back instead of thrown, any other error is thrown. */
export function tryToWrite(write: () => void): StorageError | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    return toFault(error);
  }
}

/** `tryToWrite` for what takes its time. */
export async function attemptToWrite(write: () => Promise<unknown>): Promise<StorageError | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    return toFault(error);
  }
}

function toFault(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  throw error;
}
