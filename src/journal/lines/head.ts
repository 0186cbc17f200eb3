import { closeSync, constants, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { guardWriting, tryToWrite } from '../../disk/storage-error.ts';
import type { Mark } from './chain.ts';

/**
 * How far a journal had come when it was last written to, kept beside it: without it a journal from which lines were cut
 * at the end, or an older one in its place, would fit as well. Whoever takes away both, or puts older ones of both in
 * their place, is not noticed; nor is it where there is no such file, as in a folder to which the journal alone came.
 */
export interface Head {
  /** Lines that were ever written, those that compaction has dropped among them. */
  readonly lines: number;
  /** Of the last one. */
  readonly mark: Mark;
}

/** Written over in place, so it always has as many bytes; the mark stands at both ends, so that half of it is no head. */
const size = 120;

type Written = Head & { readonly end: string };

/** Undefined where there is none, or one that a dying machine has left half written. */
export function readHead(folder: string): Head | undefined {
  try {
    const { mark, lines, end } = JSON.parse(readFileSync(toFile(folder), 'utf8')) as Partial<Written>;
    const isWhole = Number.isSafeInteger(lines) && typeof mark === 'string' && mark === end;
    return isWhole ? { lines: lines as number, mark } : undefined;
  } catch {
    return undefined;
  }
}

/** The head of a journal that is open for writing. */
export interface HeadWriter {
  /** To be called when the lines are on the disk, so that the head never runs ahead of them. */
  write(head: Head): void;
  /**
   * Writes the head at the end of a run, if it can: one that was not written only stays behind, which says nothing
   * wrong.
   */
  tryToWrite(head: Head): void;
  close(): void;
}

/** Opens the head of a folder's journal, and makes it where there is none. Throws a `StorageError`. */
export function openHead(folder: string): HeadWriter {
  const file = toFile(folder);
  const handle = guardWriting(file, () => openSync(file, constants.O_WRONLY | constants.O_CREAT, 0o600));
  const write = ({ lines, mark }: Head) => {
    const text = `${JSON.stringify({ mark, lines, end: mark } satisfies Written).padEnd(size - 1)}\n`;
    guardWriting(file, () => writeSync(handle, text, 0));
  };
  return {
    write,
    tryToWrite(head) {
      tryToWrite(() => write(head));
    },
    close: () => closeSync(handle),
  };
}

/** Removes the head of a folder's journal: a new journal has nothing to do with the one before. */
export function removeHead(folder: string): void {
  rmSync(toFile(folder), { force: true });
}

function toFile(folder: string): string {
  return join(folder, 'journal.head');
}
