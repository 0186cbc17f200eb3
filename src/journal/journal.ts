import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordEvent } from '../domain/event.ts';
import type { Clock } from '../domain/gateway.ts';
import type { Past } from '../domain/past.ts';
import { noPast } from '../domain/past.ts';
import type { Lid, PersonKey, PhoneNumber } from '../domain/person.ts';
import { toEntries } from './compact.ts';
import type { Entry } from './entry.ts';
import { journalVersion } from './entry.ts';
import { holdBack, withHold } from './hold.ts';
import { prepareFolder } from './key.ts';
import type { Contents } from './lines.ts';
import { openLines, readLines, replaceLines } from './lines.ts';
import type { Lock } from './lock.ts';
import { takeLock } from './lock.ts';
import type { Memory } from './memory.ts';
import { createMemory } from './memory.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { toPairs } from './pairs.ts';
import { remember } from './remember.ts';
import { toEntry, toHandles } from './to-entry.ts';
import type { KnownNames } from './to-past.ts';
import { toPast } from './to-past.ts';

export interface JournalInput extends KnownNames {
  /** The state folder; the journal is `journal.jsonl` in it. */
  readonly folder: string;
  /** The state's key, 32 bytes. */
  readonly secret: Uint8Array;
  /** Who has a handle in the files. */
  readonly handles?: ReadonlyMap<PersonKey, string>;
  /** The account that acts: a journal belongs to one. */
  readonly account: PhoneNumber;
  readonly clock: Clock;
}

/** The memory across runs, open for writing; one run holds it at a time. */
export interface Journal {
  /** As it stood when the journal was opened; what is asked by key is answered as it stands by then. */
  readonly past: Past;
  /** Writes an event down; intents, answers and verdicts are on the disk when it resolves. */
  readonly record: RecordEvent;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Starts a journal where there is none that can be used; the day's adds and look-ups count as spent then. */
  readonly startNew?: boolean;
  /** A journal of more bytes is compacted when it is opened, if that leaves no more than this share of it. */
  readonly compactAbove?: number;
  readonly compactTo?: number;
}

type Usable =
  | {
      readonly kind: 'usable';
      readonly memory: Memory;
      readonly contents: Extract<Contents, { kind: 'entries' }>;
    }
  | { readonly kind: 'unusable'; readonly why: string };

/**
 * The memory as `plan` and `status` see it: without a lock and without writing anything. A journal that is missing,
 * damaged, or another key's or account's makes a past that is `unusable`.
 */
export async function readPast(input: JournalInput): Promise<Past> {
  const pseudonyms = createPseudonyms(input.secret);
  const loaded = load(input, pseudonyms);
  const now = input.clock.now();
  if (loaded.kind === 'unusable') return withHold(toUnusable(loaded.why, now), input.folder, now);
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
    const found = load(input, pseudonyms);
    if (found.kind === 'usable')
      return toJournal(input, pseudonyms, lock, shorten(found, input, pseudonyms, options));
    if (!options.startNew) return toForgetful(found.why, input, lock);
    startJournal(input, pseudonyms);
    return toJournal(input, pseudonyms, lock, load(input, pseudonyms));
  } catch (error) {
    lock.release();
    throw error;
  }
}

function toFile({ folder }: JournalInput): string {
  return join(folder, 'journal.jsonl');
}

function load(input: JournalInput, pseudonyms: Pseudonyms): Usable {
  const contents = readLines(toFile(input));
  const why = findFault(contents, input, pseudonyms);
  if (why !== undefined || contents.kind !== 'entries') return { kind: 'unusable', why: why ?? '' };
  const memory = createMemory();
  for (const entry of contents.entries) remember(memory, entry);
  return { kind: 'usable', memory, contents };
}

/** Why a journal cannot be used. */
function findFault(
  contents: Contents,
  { account }: JournalInput,
  pseudonyms: Pseudonyms,
): string | undefined {
  if (contents.kind === 'missing') return 'There is no journal in the state folder.';
  if (contents.kind === 'damaged')
    return `The journal is damaged: line ${contents.line} is none that Rollcall wrote.`;
  const [first] = contents.entries;
  if (first?.type !== 'journal') return 'The journal is damaged: it lacks its first line.';
  if (first.version !== journalVersion) return 'The journal was written by another version of Rollcall.';
  if (first.key !== pseudonyms.key) return 'The journal was written with another key.';
  if (first.account !== pseudonyms.account(account)) {
    return 'The journal belongs to another account; give each account a state folder of its own with --state.';
  }
  return undefined;
}

/**
 * What is left of a memory that cannot be used, with what to do about it. What the last 24 hours saw is unknown, so
 * nothing is left of the day's adds and look-ups; planning leaves alone all changes of people.
 */
function toUnusable(why: string, now: number): Past {
  const help =
    'Without it nobody is added, removed, promoted or demoted. Put the right one back, or start a new one with `rollcall apply --new-journal`, which counts the adds and look-ups of the last 24 hours as spent.';
  const endless = [{ at: now, count: Number.POSITIVE_INFINITY }];
  return { ...noPast, memory: 'unusable', unusable: `${why} ${help}`, adds: endless, lookups: endless };
}

/** Remembers nothing but that WhatsApp said stop. */
function toForgetful(why: string, { folder, clock }: JournalInput, lock: Lock): Journal {
  const now = clock.now();
  return {
    past: withHold(toUnusable(why, now), folder, now),
    async record(event) {
      lock.check();
      holdBack(folder, event, clock.now());
    },
    close: async () => lock.release(),
  };
}

/**
 * The unusable one is kept under another name: somebody may still want to look into it. What the last 24 hours saw is
 * unknown: as many adds and look-ups as there may be. Every change of a person costs a look-up (contract T3), so that
 * the limits of a run, which nobody can count either, need no line of their own.
 */
function startJournal(input: JournalInput, pseudonyms: Pseudonyms): void {
  const file = toFile(input);
  const at = new Date(input.clock.now()).toISOString();
  if (existsSync(file)) renameSync(file, `${file}.${at.replaceAll(':', '-')}.old`);
  const account = pseudonyms.account(input.account);
  replaceLines(file, [
    { at, type: 'journal', version: journalVersion, account, key: pseudonyms.key },
    { at, type: 'spent', adds: 'all', lookups: 'all' },
  ]);
}

/** The same memory in fewer lines, where the journal has grown long. */
function shorten(
  found: Usable,
  input: JournalInput,
  pseudonyms: Pseudonyms,
  { compactAbove = 1_048_576, compactTo = 0.5 }: OpenOptions,
): Usable {
  if (found.kind !== 'usable' || found.contents.bytes <= compactAbove) return found;
  const entries = [...found.contents.entries.slice(0, 1), ...toEntries(found.memory, input.clock.now())];
  const bytes = entries.reduce((sum, entry) => sum + JSON.stringify(entry).length + 1, 0);
  if (bytes > found.contents.bytes * compactTo) return found;
  replaceLines(toFile(input), entries);
  return load(input, pseudonyms);
}

function toJournal(input: JournalInput, pseudonyms: Pseudonyms, lock: Lock, found: Usable): Journal {
  if (found.kind === 'unusable') return toForgetful(found.why, input, lock);
  const { memory } = found;
  const lines = openLines(toFile(input), found.contents);
  const now = input.clock.now();
  const past = withHold(toPast(memory, input, pseudonyms, now), input.folder, now);
  const append = (entry: Entry) => {
    lock.check();
    // Readings are on the disk with the next line that must be: losing one costs nothing that is not read again.
    lines.append(entry, entry.type !== 'read' && entry.type !== 'pairs');
    remember(memory, entry);
  };
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
      lines.close();
      lock.release();
    },
  };
}
