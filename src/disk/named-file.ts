import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../errors.ts';

/*
 * Files that somebody names who starts Rollcall: perhaps another one than they meant, a pipe (`<(pass show gowa)`, /dev/stdin), or a
 * device without an end. All of them are read without blocking, up to a size and for a while: who waits for a pipe in the usual
 * way can be ended by nothing but SIGKILL, since Node waits for its threads.
 */

/** A file, as far as it may be read. */
export interface NamedFile {
  readonly path: string;
  /** How messages begin that say what is wrong with it: "The report report.json". */
  readonly called: string;
  /** Bytes: a larger one is another one than was meant. */
  readonly most: number;
  /** It is read more than once, which no pipe lets anybody do. */
  readonly isReread?: true;
}

/** Milliseconds between two looks at a pipe. */
const interval = 20;

/** So many looks at a pipe that nobody has opened to write: whoever does was started beside this. */
const unopenedLooks = 5_000 / interval;

/** So many looks at one that somebody writes to: a passphrase may have to be typed first. */
const openLooks = 60_000 / interval;

/** The bytes of a named file as soon as they are there; yields whenever it has to be waited for more. Throws `UsageError`. */
export function* readSteps(named: NamedFile): Generator<undefined, Buffer, void> {
  const fd = attempt(named, () => openSync(named.path, constants.O_RDONLY | constants.O_NONBLOCK));
  try {
    const found = fstatSync(fd);
    const isOdd = !found.isFile() && !found.isDirectory();
    if (isOdd && named.isReread) throw toError(named, rereadText);
    if (found.size > named.most) throw toError(named, toTooLarge(named));
    const taken: Buffer[] = [];
    for (let looks = 0; ; looks += 1) {
      const state = attempt(named, () => take(fd, taken, named));
      const isUnopened = found.isFIFO() && taken.length === 0;
      if (state === 'end' && !isUnopened) return Buffer.concat(taken);
      const isEnough = looks >= (state === 'end' ? unopenedLooks : openLooks);
      if (isEnough) throw toError(named, state === 'end' ? unopenedText : openText);
      yield;
    }
  } finally {
    closeSync(fd);
  }
}

/** The text of a named file, without a byte order mark; nothing else goes on in this process meanwhile. Throws `UsageError`. */
export function readNamedTextNow(named: NamedFile): string {
  const steps = readSteps(named);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return toText(named, value);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, interval);
  }
}

/** The text of a named file, without a byte order mark. Throws `UsageError`. */
export async function readNamedText(named: NamedFile): Promise<string> {
  return toText(named, await readNamedBytes(named));
}

/** The bytes of a named file. Throws `UsageError`. */
export async function readNamedBytes(named: NamedFile): Promise<Buffer> {
  const steps = readSteps(named);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await sleep(interval);
  }
}

function toText(named: NamedFile, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw toError(named, 'is no text in UTF-8. Save it as UTF-8.');
  }
}

/** Takes what there is by now. */
function take(fd: number, taken: Buffer[], named: NamedFile): 'end' | 'later' {
  let size = taken.reduce((sum, { length }) => sum + length, 0);
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    let length: number;
    try {
      length = readSync(fd, chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 'later';
      throw error;
    }
    if (length === 0) return 'end';
    taken.push(chunk.subarray(0, length));
    size += length;
    if (size > named.most) throw toError(named, toTooLarge(named));
  }
}

const rereadText = 'is no regular file, and it is read more than once. Put what it gives into a file.';
const unopenedText = `is a pipe that nobody writes to (waited for ${(unopenedLooks * interval) / 1000} seconds). Start what writes to it, or name a file.`;
const openText = `has no end yet (waited for ${(openLooks * interval) / 1000} seconds). Whatever writes to it has to close it.`;

function toTooLarge({ most }: NamedFile): string {
  return `is larger than ${most / 1024 / 1024} MiB, which nothing of its kind is. Check whether another file took its place.`;
}

function attempt<Result>(named: NamedFile, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw toError(
      named,
      `cannot be read (${code}). It must be there, and whoever runs this must be allowed to read it.`,
    );
  }
}

function toError({ called }: NamedFile, text: string): UsageError {
  return new UsageError(`${called} ${text}`);
}
