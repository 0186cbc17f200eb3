import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordEvent } from '../domain/event.ts';
import type { Clock } from '../domain/gateway.ts';
import type { Past } from '../domain/past.ts';
import { noPast } from '../domain/past.ts';
import { keptFor } from '../domain/patience.ts';
import type { Lid, PersonKey, PhoneNumber } from '../domain/person.ts';
import type { Chain } from './chain.ts';
import { createChain } from './chain.ts';
import { findTimes, isAhead } from './clock.ts';
import { toEntries } from './compact.ts';
import type { Entry } from './entry.ts';
import { journalVersion } from './entry.ts';
import type { Head } from './head.ts';
import { openHead, readHead, removeHead } from './head.ts';
import { holdBack, withHold } from './hold.ts';
import { prepareFolder } from './key.ts';
import type { Contents } from './lines.ts';
import { journalName, openLines, readLines, replaceLines, toLines } from './lines.ts';
import type { Lock } from './lock.ts';
import { takeLock } from './lock.ts';
import type { Recollection } from './recollection.ts';
import { createRecollection } from './recollection.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { toPairs } from './pairs.ts';
import { remember } from './remember.ts';
import { toEntry, toHandles } from './to-entry.ts';
import type { KnownNames } from './to-past.ts';
import { toPast } from './to-past.ts';

/** Where a journal is, whose it is, and whom the files know. */
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
  /** What other runs have left beside the journal: it counts like its last lines, and becomes them when it is opened. */
  readonly beside?: readonly Entry[];
  /** False in tests alone, which need not outlive the machine: nothing is waited for until it is on the disk. */
  readonly isDurable?: boolean;
}

/** The memory across runs, open for writing; one run holds it at a time. */
export interface Journal {
  /** As it stood when the journal was opened; what is asked by key is answered as it stands by then. */
  readonly past: Past;
  /** Writes an event down; intents, answers and verdicts are on the disk when it resolves. */
  readonly record: RecordEvent;
  close(): Promise<void>;
}

/** How a journal is opened for writing. */
export interface OpenOptions {
  /** Starts a journal where there is none that can be used; the day's adds and look-ups count as spent then. */
  readonly startNew?: boolean;
  /** A journal of more bytes is compacted when it is opened, if that leaves no more than this share of it. */
  readonly compactAbove?: number;
  readonly compactTo?: number;
}

type WholeContents = Extract<Contents, { kind: 'entries' }>;

type Usable =
  | { readonly kind: 'usable'; readonly memory: Recollection; readonly contents: WholeContents }
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
    const found = load(input, pseudonyms);
    if (found.kind === 'usable')
      return toJournal(input, pseudonyms, lock, renew(found, input, pseudonyms, options));
    if (!options.startNew) return toForgetful(found.why, input, lock);
    startJournal(input, pseudonyms);
    return toJournal(input, pseudonyms, lock, load(input, pseudonyms));
  } catch (error) {
    lock.release();
    throw error;
  }
}

function toFile({ folder }: JournalInput): string {
  return join(folder, journalName);
}

function load(input: JournalInput, pseudonyms: Pseudonyms): Usable {
  // The head first: a run that writes meanwhile moves it on after its lines.
  const head = readHead(input.folder);
  const contents = readLines(toFile(input), createChain(input.secret));
  if (contents.kind === 'missing')
    return { kind: 'unusable', why: 'There is no journal in the state folder.' };
  const why = findFault(contents, input, pseudonyms);
  if (why !== undefined || contents.kind === 'damaged') return { kind: 'unusable', why: why ?? '' };
  const older = head && findOlder(contents, head);
  if (older !== undefined) return { kind: 'unusable', why: older };
  const memory = createRecollection();
  const times = findTimes(contents.entries, input.clock.now());
  for (const [index, entry] of contents.entries.entries()) remember(memory, entry, times[index]);
  return { kind: 'usable', memory, contents };
}

/** Why a journal cannot be used: first of all because it is another one. */
function findFault(
  contents: Exclude<Contents, { kind: 'missing' }>,
  { account }: JournalInput,
  pseudonyms: Pseudonyms,
): string | undefined {
  const first = contents.kind === 'damaged' ? contents.first : contents.entries[0];
  if (first?.type === 'journal') {
    const { version, key } = first;
    if (version !== 1 && version !== journalVersion)
      return 'The journal was written by another version of Rollcall.';
    if (key !== (version === 1 ? pseudonyms.oldKey : pseudonyms.key))
      return 'The journal was written with another key.';
    if (first.account !== pseudonyms.account(account))
      return 'The journal belongs to another account; give each account a state folder of its own with --state.';
  }
  if (contents.kind === 'damaged')
    return `The journal is damaged: line ${contents.line} ${toFault(contents)}.`;
  return first?.type === 'journal' ? undefined : 'The journal is damaged: it lacks its first line.';
}

function toFault({ isForeign }: Extract<Contents, { kind: 'damaged' }>): string {
  return isForeign
    ? 'is none that Rollcall wrote'
    : 'is not the one that was written after the line before it: one of the two was changed, moved, put in, or a line between them is missing';
}

/** What tells that the journal is an older one than its folder had last, or another one. */
function findOlder(contents: WholeContents, head: Head): string | undefined {
  const behind = head.lines - countLines(contents);
  if (behind > 0)
    return `The journal is older than the one that this folder had last: ${behind} of its lines are missing at the end.`;
  const index = head.lines - countDropped(contents) - 1;
  const isOther = index >= 0 && contents.marks[index] !== head.mark;
  return isOther ? 'The journal is not the one that this folder had last.' : undefined;
}

/** Lines that were ever written. */
function countLines(contents: WholeContents): number {
  return countDropped(contents) + contents.entries.length;
}

function countDropped({ entries: [first] }: WholeContents): number {
  return first?.type === 'journal' ? (first.dropped ?? 0) : 0;
}

/**
 * What is left of a memory that cannot be used, with what to do about it. What the last 24 hours saw is unknown, so
 * nothing is left of the day's adds and look-ups; planning leaves alone all changes of people.
 */
function toUnusable(why: string, now: number): Past {
  const help =
    'Without it nobody is added, removed, promoted or demoted. Put the right one back, or start a new one with `rollcall apply --new-journal`, which counts the adds and look-ups of the last 24 hours as spent.';
  const endless = [{ at: now, count: Number.POSITIVE_INFINITY }];
  return {
    ...noPast,
    memory: 'unusable',
    unusable: `${why} ${help}`,
    adds: endless,
    lookups: endless,
    mapped: endless,
  };
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
 * unknown: as many adds and look-ups as there may be. Every change of a person costs a look-up (docs/gowa.md#t3), so
 * that the limits of a run, which nobody can count either, need no line of their own.
 */
function startJournal(input: JournalInput, pseudonyms: Pseudonyms): void {
  const file = toFile(input);
  const at = new Date(input.clock.now()).toISOString();
  if (existsSync(file)) renameSync(file, `${file}.${at.replaceAll(':', '-')}.old`);
  // It is that one's; without it, a run that dies now leaves a journal that is none.
  removeHead(input.folder);
  const account = pseudonyms.account(input.account);
  const entries: Entry[] = [
    { at, type: 'journal', version: journalVersion, account, key: pseudonyms.key },
    { at, type: 'spent', adds: 'all', lookups: 'all' },
  ];
  replaceLines(file, toLines(entries, createChain(input.secret)), isDurable(input));
}

/** Chained, where its lines carry no marks yet; and the same memory in fewer lines, where it has grown long. */
function renew(
  found: Extract<Usable, { kind: 'usable' }>,
  input: JournalInput,
  pseudonyms: Pseudonyms,
  options: OpenOptions,
): Usable {
  const chain = createChain(input.secret);
  const text = shorten(found, input, chain, options) ?? upgrade(found, chain, pseudonyms);
  if (text === undefined) return found;
  replaceLines(toFile(input), text, isDurable(input));
  return load(input, pseudonyms);
}

/** A journal of version 1 as one of today's; undefined for one that is. Its lines may stand in any order of their times. */
function upgrade(
  { contents: { entries } }: Extract<Usable, { kind: 'usable' }>,
  chain: Chain,
  { key }: Pseudonyms,
): string | undefined {
  const [first, ...rest] = entries;
  if (first?.type !== 'journal' || first.version === journalVersion) return undefined;
  const renewed = { ...first, version: journalVersion, key, compacted: rest.length };
  return toLines([renewed, ...rest], chain);
}

/**
 * Undefined where that is not worth it, or where the clock or the journal's times cannot be trusted: what is dropped for
 * being old is gone for good.
 */
function shorten(
  { contents, memory }: Extract<Usable, { kind: 'usable' }>,
  input: JournalInput,
  chain: Chain,
  { compactAbove = 1_048_576, compactTo = 0.5 }: OpenOptions,
): string | undefined {
  const { entries } = contents;
  const [first] = entries;
  const now = input.clock.now();
  if (contents.bytes <= compactAbove || first?.type !== 'journal' || first.version !== journalVersion)
    return undefined;
  if (!isClockTrusted(entries, now)) return undefined;
  const kept = toEntries(memory, now);
  const head = { ...first, dropped: countLines(contents), compacted: kept.length };
  const text = toLines([head, ...kept], chain);
  return text.length > contents.bytes * compactTo ? undefined : text;
}

/** Nothing lies ahead of it, and the last run was not so long ago that the clock may have jumped. */
function isClockTrusted(entries: readonly Entry[], now: number): boolean {
  const last = entries.at(-1);
  const isNear = last !== undefined && now - Date.parse(last.at) < keptFor.declined;
  return isNear && !entries.some((entry) => isAhead(entry, now));
}

function isDurable({ isDurable: is = true }: JournalInput): boolean {
  return is;
}

function toJournal(input: JournalInput, pseudonyms: Pseudonyms, lock: Lock, found: Usable): Journal {
  if (found.kind === 'unusable') return toForgetful(found.why, input, lock);
  const { memory } = found;
  const options = { chain: createChain(input.secret), isDurable: isDurable(input) };
  const lines = openLines(toFile(input), found.contents, options);
  const head = openHead(input.folder);
  let written = countLines(found.contents);
  const now = input.clock.now();
  const append = (entry: Entry, at = Date.parse(entry.at)) => {
    lock.check();
    // Readings are on the disk with the next line that must be: losing one costs nothing that is not read again.
    const isNeeded = entry.type !== 'read' && entry.type !== 'pairs';
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
