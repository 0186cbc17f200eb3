import { existsSync, renameSync } from 'node:fs';
import type { RecordEvent } from '../domain/event.ts';
import type { Past } from '../domain/past.ts';
import type { Lid, PersonKey } from '../domain/people/person.ts';
import { createChain } from './lines/chain.ts';
import type { Entry } from './entries/entry.ts';
import { journalVersion } from './entries/entry.ts';
import { openHead, removeHead } from './lines/head.ts';
import { holdBack, withHold } from './hold.ts';
import { prepareFolder } from './key.ts';
import { openLines, replaceLines, toLines } from './lines/lines.ts';
import type { JournalInput, LoadedJournal } from './load-journal.ts';
import { countLines, isDurable, loadJournal, toJournalFile } from './load-journal.ts';
import type { Lock } from './lines/lock.ts';
import { takeLock } from './lines/lock.ts';
import { toPairs } from './memory/pairs.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { remember } from './memory/remember.ts';
import type { CompactOptions } from './renew-journal.ts';
import { renewJournal } from './renew-journal.ts';
import { toEntry, toHandles } from './entries/to-entry.ts';
import { toPast } from './memory/to-past.ts';
import type { Unusable } from './unusable.ts';
import { toUnusable } from './unusable.ts';

/** The memory across runs, open for writing; one run holds it at a time. */
export interface Journal {
  /** As it stood when the journal was opened; what is asked by key is answered as it stands by then. */
  readonly past: Past;
  /** Writes an event down; intents, answers and verdicts are on the disk when it resolves. */
  readonly record: RecordEvent;
  close(): Promise<void>;
}

/** How a journal is opened for writing. */
export interface OpenOptions extends CompactOptions {
  /** Starts a journal where there is none that can be used; the day's adds and look-ups count as spent then. */
  readonly startNew?: boolean;
}

/**
 * The memory as `plan` and `status` see it: without a lock and without writing anything. A journal that is missing,
 * damaged, or another key's or account's makes a past that is `unusable`.
 */
export async function readPast(input: JournalInput): Promise<Past> {
  const pseudonyms = createPseudonyms(input.secret);
  const loaded = loadJournal(input, pseudonyms);
  const now = input.clock.now();
  if (loaded.kind === 'unusable')
    return withHold(toUnusable(loaded, now, input.isSandbox), input.folder, now);
  for (const entry of input.beside ?? []) remember(loaded.memory, entry, Math.min(Date.parse(entry.at), now));
  return withHold(toPast(loaded.memory, input, pseudonyms, now), input.folder, now);
}

/**
 * Opens the memory for a run. What cannot be used is left as it is, makes a past that is `unusable`, and remembers
 * nothing of the run, unless a new journal is asked for. Throws a LockedError while another run holds it.
 */
export async function openJournal(input: JournalInput, options: OpenOptions = {}): Promise<Journal> {
  prepareFolder(input.folder);
  const lock = takeLock(input.folder, input.clock);
  try {
    const pseudonyms = createPseudonyms(input.secret);
    const found = loadJournal(input, pseudonyms);
    if (found.kind === 'usable')
      return toJournal(input, pseudonyms, lock, renewJournal(found, input, pseudonyms, options));
    if (!options.startNew || found.isOfOtherKind) return toForgetful(found, input, lock);
    startJournal(input, pseudonyms);
    return toJournal(input, pseudonyms, lock, loadJournal(input, pseudonyms));
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Remembers nothing but that WhatsApp said stop. */
function toForgetful(found: Unusable, { folder, clock, isSandbox }: JournalInput, lock: Lock): Journal {
  const now = clock.now();
  return {
    past: withHold(toUnusable(found, now, isSandbox), folder, now),
    async record(event) {
      lock.check();
      holdBack(folder, event, clock.now());
    },
    close: async () => lock.release(),
  };
}

/**
 * The unusable one is kept under another name: somebody may still want to look into it. What the last 24 hours saw is
 * unknown: as many adds and look-ups as there may be. Every change of a person costs a look-up (docs/gowa.md#t3), so
 * that the limits of a run, which nobody can count either, need no line of their own.
 */
function startJournal(input: JournalInput, pseudonyms: Pseudonyms): void {
  const file = toJournalFile(input);
  const at = new Date(input.clock.now()).toISOString();
  if (existsSync(file)) renameSync(file, `${file}.${at.replaceAll(':', '-')}.old`);
  // It is that one's; without it, a run that dies now leaves a journal that is none.
  removeHead(input.folder);
  const account = pseudonyms.account(input.account);
  const { isSandbox } = input;
  const mark = isSandbox ? ({ sandbox: true } as const) : {};
  const entries: Entry[] = [
    { at, type: 'journal', version: journalVersion, account, key: pseudonyms.key, ...mark },
    // Nobody's account has spent anything on a sandbox.
    ...(isSandbox ? [] : [{ at, type: 'spent', adds: 'all', lookups: 'all' } as const]),
  ];
  replaceLines(file, toLines(entries, createChain(input.secret)), isDurable(input));
}

function toJournal(input: JournalInput, pseudonyms: Pseudonyms, lock: Lock, found: LoadedJournal): Journal {
  if (found.kind === 'unusable') return toForgetful(found, input, lock);
  const { memory } = found;
  const options = { chain: createChain(input.secret), isDurable: isDurable(input) };
  const lines = openLines(toJournalFile(input), found.contents, options);
  const head = openHead(input.folder);
  let written = countLines(found.contents);
  const now = input.clock.now();
  const append = (entry: Entry, at = Date.parse(entry.at)) => {
    lock.check();
    // Readings are on the disk with the next line that must be: losing one costs nothing that is not read again.
    const isNeeded = !['read', 'pairs', 'photo'].includes(entry.type);
    lines.append(entry, isNeeded);
    written += 1;
    if (isNeeded) head.write({ lines: written, mark: lines.mark() });
    remember(memory, entry, at);
  };
  for (const entry of input.beside ?? []) append(entry, Math.min(Date.parse(entry.at), now));
  const past = withHold(toPast(memory, input, pseudonyms, now), input.folder, now);
  append({ at: new Date(now).toISOString(), type: 'run' });
  const paired = new Map<Lid, PersonKey>();
  return {
    past,
    async record(event) {
      const context = { memory, pseudonyms, paired, at: new Date(input.clock.now()).toISOString() };
      const handles = toHandles(event, input.handles ?? new Map(), context);
      for (const entry of [toEntry(event, context), handles, toPairs(event, context)])
        if (entry) append(entry);
    },
    async close() {
      try {
        lines.close();
        head.tryToWrite({ lines: written, mark: lines.mark() });
      } finally {
        head.close();
        lock.release();
      }
    },
  };
}
