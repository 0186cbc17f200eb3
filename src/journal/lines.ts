import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Entry } from './entry.ts';
import { parseEntry } from './entry.ts';
import { LockedError } from './lock.ts';
import { writeWhole } from './write-whole.ts';

/** What a journal file holds, or why nobody should go by it. */
export type Contents =
  | { readonly kind: 'missing' }
  /** `line` counts from 1. */
  | { readonly kind: 'damaged'; readonly line: number }
  | {
      readonly kind: 'entries';
      readonly entries: readonly Entry[];
      readonly bytes: number;
      /** The bytes that hold whole lines: what follows was torn off when a run ended in the middle of a line. */
      readonly whole: number;
      /** The last line is whole but for its newline. */
      readonly lacksNewline: boolean;
    };

/** Reads a journal file. A torn last line is passed over; anything else that does not fit makes it damaged. */
export function readLines(file: string): Contents {
  const bytes = readIfThere(file);
  if (!bytes) return { kind: 'missing' };
  const end = bytes.lastIndexOf(0x0a) + 1;
  const lines = end === 0 ? [] : bytes.toString('utf8', 0, end - 1).split('\n');
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (!entry) return { kind: 'damaged', line: index + 1 };
    entries.push(entry);
  }
  // A line ends in its only closing brace at the top, so no beginning of a line can pass for a whole one.
  const rest = parseEntry(bytes.toString('utf8', end));
  if (rest)
    return {
      kind: 'entries',
      entries: [...entries, rest],
      bytes: bytes.length,
      whole: bytes.length,
      lacksNewline: true,
    };
  return { kind: 'entries', entries, bytes: bytes.length, whole: end, lacksNewline: false };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A journal file open for writing. */
export interface LineWriter {
  /**
   * Adds a line; with `durable` it is on the disk when this returns, and so is all that came before it. Throws a
   * LockedError, and writes nothing, where the file is not as this writer left it.
   */
  append(entry: Entry, durable: boolean): void;
  close(): void;
}

/** Opens a journal file at its end; a torn last line is cut off or completed first. */
export function openLines(file: string, contents: Extract<Contents, { kind: 'entries' }>): LineWriter {
  const handle = openSync(file, constants.O_WRONLY | constants.O_APPEND);
  let position = contents.bytes;
  const write = (text: string) => {
    checkOwn(handle, position);
    position += appendWhole(handle, text, position);
  };
  checkOwn(handle, position);
  ftruncateSync(handle, contents.whole);
  position = contents.whole;
  if (contents.lacksNewline) write('\n');
  return {
    append(entry, durable) {
      write(toLine(entry));
      if (durable) fsyncSync(handle);
    },
    close() {
      fsyncSync(handle);
      closeSync(handle);
    },
  };
}

/** Nobody else may have written to the file, nor put another in its place. */
function checkOwn(handle: number, position: number): void {
  const { size, nlink } = fstatSync(handle);
  if (size === position && nlink > 0) return;
  throw new LockedError(
    'Somebody else has written to the journal while this run was at work. The run stops here, so that the two do not spoil it. What it sent last may have happened: run plan to see.',
  );
}

/** The number of bytes written; a line that does not fit is taken back. */
function appendWhole(handle: number, text: string, position: number): number {
  try {
    return writeWhole(handle, text);
  } catch (error) {
    ftruncateSync(handle, position);
    throw error;
  }
}

/** What nobody could read again would make the whole journal unusable, so it is not written. */
function toLine(entry: Entry): string {
  const line = JSON.stringify(entry);
  if (!parseEntry(line)) throw new Error(`An entry of type ${entry.type} does not fit the journal.`);
  return `${line}\n`;
}

/** Puts these lines in the place of a journal file, whole or not at all. */
export function replaceLines(file: string, entries: readonly Entry[]): void {
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeWhole(handle, entries.map(toLine).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  syncFolder(dirname(file));
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
