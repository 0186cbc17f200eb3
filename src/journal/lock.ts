import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../domain/gateway.ts';

/** Another run is at work with the same memory. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/** The right to write to a state folder. */
export interface Lock {
  /** Shows that the run is alive; called with every line that it writes. */
  touch(): void;
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** The last sign of life. */
  readonly at: string;
  /** Tells two locks of one process apart. */
  readonly token: string;
}

/**
 * A run shows that it is alive with every line, and no pause is nearly as long as this. On the same host a process that
 * is gone is seen at once; of another host, and of a process id that somebody else has by now, nothing else is known.
 */
const silence = 3_600_000;

/** Touching more often than this would only wear the disk. */
const touchEvery = 60_000;

/** The locks of this very process: its id in any other lock is that of a dead one before it. */
const own = new Set<string>();

/** Takes the lock of a state folder that exists, from a dead run if need be. Throws a LockedError. */
export function takeLock(folder: string, clock: Clock): Lock {
  const file = join(folder, 'lock');
  const token = randomBytes(12).toString('hex');
  const write = (flag: 'wx' | 'w') => {
    const holder: Holder = {
      pid: process.pid,
      host: hostname(),
      at: new Date(clock.now()).toISOString(),
      token,
    };
    writeFileSync(file, JSON.stringify(holder), { flag, mode: 0o600 });
  };
  if (!isDone(() => write('wx'), 'EEXIST')) {
    removeDead(file, clock.now());
    if (!isDone(() => write('wx'), 'EEXIST')) throw toError(readHolder(file));
  }
  own.add(token);
  const release = () => {
    process.off('exit', release);
    own.delete(token);
    if (readHolder(file)?.token === token) rmSync(file, { force: true });
  };
  // Who gives a run up in the middle still leaves its lock open.
  process.on('exit', release);
  let touched = clock.now();
  return {
    touch() {
      if (clock.now() - touched < touchEvery || readHolder(file)?.token !== token) return;
      touched = clock.now();
      write('w');
    },
    release,
  };
}

/**
 * Moves a dead run's lock away. Two runs may try this at once: the name of the moved file is unique, so whoever finds
 * that it has moved a living one's lock, taken in between, puts it back.
 */
function removeDead(file: string, now: number): void {
  const found = readHolder(file);
  if (found && !isDead(found, now)) throw toError(found);
  const moved = `${file}.${randomBytes(6).toString('hex')}`;
  if (!isDone(() => renameSync(file, moved), 'ENOENT')) return;
  if (readHolder(moved)?.token !== found?.token) isDone(() => linkSync(moved, file), 'EEXIST');
  rmSync(moved, { force: true });
}

function isDead({ pid, host, at, token }: Holder, now: number): boolean {
  if (now - Date.parse(at) > silence) return true;
  if (host !== hostname()) return false;
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

function toError(holder: Holder | undefined): LockedError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, last seen at ${holder.at}`
    : 'another process';
  return new LockedError(
    `Another run is at work with this memory (${who}). Wait until it has ended; if it has died, its lock counts no more an hour after its last sign of life.`,
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
