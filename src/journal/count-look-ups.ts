import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../disk/storage-error.ts';
import type { RunEvent } from '../domain/event.ts';
import type { Past } from '../domain/past.ts';
import { holdBack } from './hold.ts';
import type { Journal } from './journal.ts';
import { openJournal, readPast } from './journal.ts';
import { journalName } from './lines/lines.ts';
import type { JournalInput } from './load-journal.ts';
import { isLocked, LockedError } from './lines/lock.ts';

/**
 * The memory as `plan` has it: look-ups are counted, photos that were seen and a stop are remembered, nothing else is written. It is
 * locked from the first look-up on, and at the end for the photos: they wait until then, and where another run has the memory by then
 * nobody but the next plan misses them. Where look-ups cannot be counted, because the journal is unusable, another run's or not
 * writable, the past has none left, so that none are made. `record` throws a LockedError where another run begins in between.
 */
export async function openToCount(input: JournalInput): Promise<Journal> {
  const past = await readPast(input);
  const isCounted = mayCount(past, input);
  const photos: RunEvent[] = [];
  let journal: Journal | undefined;
  return {
    past: isCounted ? past : withNothingLeft(past, input.clock.now()),
    async record(event) {
      if (event.type === 'stopped') return rememberStop(event, input);
      if (event.type === 'photo-verified') return void photos.push(event);
      if (event.type !== 'looked-up' && event.type !== 'map-read') return undefined;
      journal ??= await openJournal(input);
      return journal.record(event);
    },
    async close() {
      await journal?.close();
      if (isCounted && photos.length > 0) await tryToKeep(photos, input);
    },
  };
}

/** As far as that can be: nothing that a plan shows depends on it. */
async function tryToKeep(photos: readonly RunEvent[], input: JournalInput): Promise<void> {
  try {
    const { record, close } = await openJournal(input);
    try {
      for (const photo of photos) await record(photo);
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof LockedError || error instanceof StorageError)) throw error;
  }
}

function withNothingLeft(past: Past, at: number): Past {
  const endless = [{ at, count: Number.POSITIVE_INFINITY }];
  return { ...past, lookups: endless, mapped: endless };
}

function mayCount({ memory }: Past, { folder, clock }: JournalInput): boolean {
  if (memory !== 'kept' || isLocked(folder, clock.now())) return false;
  return isWritable(folder) && isWritable(join(folder, journalName));
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** As far as the folder can be written to: a plan that only shows has no other place to leave a word. */
function rememberStop(event: RunEvent, { folder, clock }: JournalInput): void {
  try {
    holdBack(folder, event, clock.now());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
  }
}
