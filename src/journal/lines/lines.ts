import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { guardWriting } from '../../disk/storage-error.ts';
import { writeAtomically, writeWhole } from '../../disk/write-atomically.ts';
import type { Chain, Mark } from './chain.ts';
import { beforeAll, joinLine, splitLine } from './chain.ts';
import type { Entry } from '../entries/entry.ts';
import { parseEntry } from '../entries/parse-entry.ts';
import { LockedError } from './lock.ts';

/** The name of the journal in a state folder. */
export const journalName = 'journal.jsonl';

/** What a journal file holds, or why nobody should go by it. */
export type Contents =
  | { readonly kind: 'missing' }
  /** `line` counts from 1: none that Rollcall wrote, or not the one that followed the line before it. `first`: the first entry. */
  | {
      readonly kind: 'damaged';
      readonly line: number;
      readonly isForeign: boolean;
      readonly first: Entry | undefined;
    }
  | {
      readonly kind: 'entries';
      readonly entries: readonly Entry[];
      /** Of each entry, whether its line carries it or not. */
      readonly marks: readonly Mark[];
      readonly bytes: number;
      /** The bytes that hold whole lines: what follows was torn off when a run ended in the middle of a line. */
      readonly whole: number;
      /** The last line is whole but for its newline. */
      readonly lacksNewline: boolean;
    };

/** Reads a journal file. A torn last line is passed over; anything else that does not fit makes it damaged. */
export function readLines(file: string, chain: Chain): Contents {
  const bytes = readIfThere(file);
  if (!bytes) return { kind: 'missing' };
  const end = bytes.lastIndexOf(0x0a) + 1;
  const lines = end === 0 ? [] : bytes.toString('utf8', 0, end - 1).split('\n');
  const entries: Entry[] = [];
  const marks: Mark[] = [];
  const take = (line: string) => {
    const { entry, mark } = readLine(line, entries[0], marks.at(-1) ?? beforeAll, chain);
    if (!entry || mark === undefined) return { entry };
    entries.push(entry);
    marks.push(mark);
    return undefined;
  };
  for (const [index, line] of lines.entries()) {
    const fault = take(line);
    if (!fault) continue;
    const isForeign = fault.entry === undefined;
    return { kind: 'damaged', line: index + 1, isForeign, first: entries[0] ?? fault.entry };
  }
  // A line ends in its only closing brace at the top, so no beginning of a line can pass for a whole one.
  const lacksNewline = take(bytes.toString('utf8', end)) === undefined;
  const whole = lacksNewline ? bytes.length : end;
  return { kind: 'entries', entries, marks, bytes: bytes.length, whole, lacksNewline };
}

/**
 * One line behind a mark. No entry: none that Rollcall wrote; no mark: it was not written behind that line. Without a
 * mark in them stand the lines of a journal of version 1, and what a CI has reserved, which can but make Rollcall more
 * careful.
 */
function readLine(
  line: string,
  first: Entry | undefined,
  before: Mark,
  chain: Chain,
): { readonly entry?: Entry; readonly mark?: Mark } {
  const { body, mark } = splitLine(line);
  const entry = parseEntry(body);
  if (!entry) return {};
  const start = first ?? entry;
  const mayLack = (start.type === 'journal' && start.version === 1) || entry.type === 'spent';
  const right = chain(before, body);
  return (mark === undefined && mayLack) || mark === right ? { entry, mark: right } : { entry };
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
  /** Of the last line. */
  mark(): Mark;
  close(): void;
}

/** How lines are written to a journal. */
export interface LineOptions {
  readonly chain: Chain;
  /** False in tests alone: a line is where others read it, but a machine that dies takes it along. */
  readonly isDurable: boolean;
}

/** Opens a journal file at its end; a torn last line is cut off or completed first. Throws a `StorageError`. */
export function openLines(
  file: string,
  contents: Extract<Contents, { kind: 'entries' }>,
  { chain, isDurable }: LineOptions,
): LineWriter {
  const handle = guardWriting(file, () => openSync(file, constants.O_WRONLY | constants.O_APPEND));
  const sync = () => isDurable && guardWriting(file, () => fsyncSync(handle));
  let mark = contents.marks.at(-1) ?? beforeAll;
  let position = contents.bytes;
  const write = (text: string) => {
    checkOwn(handle, position);
    position += guardWriting(file, () => appendWhole(handle, text, position));
  };
  checkOwn(handle, position);
  guardWriting(file, () => ftruncateSync(handle, contents.whole));
  position = contents.whole;
  if (contents.lacksNewline) write('\n');
  return {
    append(entry, durable) {
      const line = toLine(entry, mark, chain);
      write(`${line.text}\n`);
      mark = line.mark;
      if (durable) sync();
    },
    mark: () => mark,
    close() {
      try {
        sync();
      } finally {
        closeSync(handle);
      }
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
function toLine(entry: Entry, before: Mark, chain: Chain): { readonly text: string; readonly mark: Mark } {
  const body = JSON.stringify(entry);
  if (!parseEntry(body)) throw new Error(`An entry of type ${entry.type} does not fit the journal.`);
  const mark = chain(before, body);
  return { text: joinLine(body, mark), mark };
}

/** These entries as lines, behind one with a mark: as a whole journal unless there is one. */
export function toLines(entries: readonly Entry[], chain: Chain, before: Mark = beforeAll): string {
  let mark = before;
  const lines = entries.map((entry) => {
    const line = toLine(entry, mark, chain);
    mark = line.mark;
    return `${line.text}\n`;
  });
  return lines.join('');
}

/** Puts a text in the place of a journal file, whole or not at all. Throws a `StorageError`. */
export function replaceLines(file: string, text: string, isDurable: boolean): void {
  writeAtomically(file, text, { mode: 0o600, isDurable });
}
