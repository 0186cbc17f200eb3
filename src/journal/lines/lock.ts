import { randomBytes } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { oneDay } from '../../domain/day.ts';
import { RollcallError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import type { Clock } from '../../domain/gateway.ts';
import { guardWriting } from '../../disk/storage-error.ts';
import { writeWhole } from '../../disk/write-atomically.ts';

/** Another run is at work with the same memory. */
export class LockedError extends RollcallError {
  override readonly name = 'LockedError';
  override readonly exitCode = exitCodes.incomplete;
}

/** The right to write to a state folder. */
export interface Lock {
  /** Throws a LockedError where another run has the lock by now: then nothing more may be written. */
  check(): void;
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Where that process has this number (`findSpace`); absent in locks of earlier versions and where there is one place. */
  readonly space?: string;
  /** The last sign of life. */
  readonly at: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

/**
 * So long a run of another host or container may show no sign of life: nothing else is known of it. On the same host a process that
 * is there is never dead, however long it waits for an answer, and one that is gone is seen at once. Milliseconds.
 */
const silence = 3_600_000;

/** A sign of life each minute, by a timer: a run may wait for a person, or for thousands of readings. */
const beatEvery = 60_000;

/** The locks of this very process: its id in any other lock is that of a dead one before it. */
const own = new Set<string>();

/** Takes the lock of a state folder that exists, from a dead run if need be. Throws a LockedError. */
export function takeLock(folder: string, clock: Clock): Lock {
  const file = join(folder, 'lock');
  const token = randomBytes(12).toString('hex');
  const toText = () => JSON.stringify(toHolder(token, clock));
  const handle = guardWriting(file, () => create(file, toText(), clock.now()));
  own.add(token);
  const beat = setInterval(() => showLife(handle, toText()), beatEvery).unref();
  const release = () => {
    process.off('exit', release);
    clearInterval(beat);
    if (own.delete(token)) closeSync(handle);
    if (readHolder(file)?.token === token) rmSync(file, { force: true });
  };
  // Who gives a run up in the middle still leaves its lock open.
  process.on('exit', release);
  return {
    check() {
      if (readHolder(file)?.token !== token) throw new LockedError(lost);
    },
    release,
  };
}

/** In its own file, wherever that is by now: another run's lock cannot be overwritten. */
function showLife(handle: number, text: string): void {
  try {
    writeSync(handle, text, 0);
  } catch {
    // A disk that fails shows itself with the next line of the journal.
  }
}

const lost =
  'Another run has taken over the memory, because this one was silent for too long, or somebody has removed its lock. This run stops here, so that the two do not write at once. What it sent last may have happened: run plan to see.';

function toHolder(token: string, clock: Clock): Holder {
  const space = findSpace();
  return {
    pid: process.pid,
    host: hostname(),
    ...(space !== undefined && { space }),
    at: new Date(clock.now()).toISOString(),
    token,
  };
}

/**
 * What numbers of processes count in: Linux has a namespace for each container, and two containers may well call themselves by
 * one host's name, in each of which the run is process 1. Undefined where nothing tells.
 */
function findSpace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // No Linux, or one that shows nobody its /proc: one place for all.
    return undefined;
  }
}

/**
 * The new lock, open for writing. It appears under its name with its text in it, so that nobody ever finds a living
 * run's lock empty.
 */
function create(file: string, text: string, now: number): number {
  const made = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(made, 'wx', 0o600);
  try {
    writeWhole(handle, text);
    if (isDone(() => linkSync(made, file), 'EEXIST')) return handle;
    removeDead(file, now);
    if (isDone(() => linkSync(made, file), 'EEXIST')) return handle;
    throw toError(readHolder(file), file);
  } catch (error) {
    closeSync(handle);
    throw error;
  } finally {
    rmSync(made, { force: true });
  }
}

/**
 * Moves a dead run's lock away. Two runs may try this at once: the name of the moved file is unique, so whoever finds
 * that it has moved a living one's lock, taken in between, puts it back.
 */
function removeDead(file: string, now: number): void {
  const found = readHolder(file);
  if (found && !isDead(found, now)) throw toError(found, file);
  const moved = `${file}.${randomBytes(6).toString('hex')}`;
  if (!isDone(() => renameSync(file, moved), 'ENOENT')) return;
  if (readHolder(moved)?.token !== found?.token) isDone(() => linkSync(moved, file), 'EEXIST');
  rmSync(moved, { force: true });
}

/** True while a living run holds a state folder's lock (`now` in milliseconds since 1970). */
export function isLocked(folder: string, now: number): boolean {
  const holder = readHolder(join(folder, 'lock'));
  return holder !== undefined && !isDead(holder, now);
}

function isDead({ pid, host, space, at, token }: Holder, now: number): boolean {
  // A sign of life from far ahead is that of a clock that was wrong once: it would hold for years.
  const age = now - Date.parse(at);
  const isElsewhere = host !== hostname() || (space !== undefined && space !== findSpace());
  if (isElsewhere) return age > silence || age < -oneDay;
  return pid === process.pid ? !own.has(token) : !isAlive(pid);
}

/** Signal 0 asks whether a process exists; who may not signal it learns that it does. */
function isAlive(pid: number): boolean {
  return isDone(() => process.kill(pid, 0), 'ESRCH');
}

/** Undefined for a file that is gone or torn: no living run leaves one. */
function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, at, token } = value as Partial<Holder>;
  return Number.isInteger(pid) && [host, at, token].every((text) => typeof text === 'string');
}

function toError(holder: Holder | undefined, file: string): LockedError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, last seen at ${holder.at}`
    : 'another process';
  return new LockedError(
    `Another run is at work with this memory (${who}). Wait until it has ended. If it has died: on this host its lock counts no more, on another one or in another container an hour after its last sign of life; if that process is no run of Rollcall, remove ${file}.`,
  );
}

/** False when it fails with this code. */
function isDone(act: () => void, code: string): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) return false;
    if (error instanceof Error && 'code' in error && error.code === 'EPERM' && code === 'ESRCH') return true;
    throw error;
  }
}
