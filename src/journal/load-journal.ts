import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../domain/gateway.ts';
import type { PersonKey, PhoneNumber } from '../domain/people/person.ts';
import { createChain } from './lines/chain.ts';
import { findTimes } from './memory/wrong-clock.ts';
import type { Entry } from './entries/entry.ts';
import { journalVersion } from './entries/entry.ts';
import type { Head } from './lines/head.ts';
import { readHead } from './lines/head.ts';
import type { Contents } from './lines/lines.ts';
import { journalName, readLines } from './lines/lines.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { Recollection } from './memory/recollection.ts';
import { createRecollection } from './memory/recollection.ts';
import { remember } from './memory/remember.ts';
import type { KnownNames } from './memory/known-names.ts';

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
  /** The run is on a sandbox: what it remembers is nobody's, and it must not be mixed with what is. */
  readonly isSandbox?: boolean;
  /** What other runs have left beside the journal: it counts like its last lines, and becomes them when it is opened. */
  readonly beside?: readonly Entry[];
  /** False in tests alone, which need not outlive the machine: nothing is waited for until it is on the disk. */
  readonly isDurable?: boolean;
}

/** A journal of which every line is one. */
type WholeContents = Extract<Contents, { kind: 'entries' }>;

/** What a journal on the disk comes to, or why it comes to nothing. */
export type LoadedJournal =
  | { readonly kind: 'usable'; readonly memory: Recollection; readonly contents: WholeContents }
  /**
   * `isUnbegun`: there is none yet, nor anything that tells of an earlier one. `isOfOtherKind`: it is a sandbox's and this run is
   * not, or the other way round.
   */
  | {
      readonly kind: 'unusable';
      readonly why: string;
      readonly isUnbegun?: true;
      readonly isOfOtherKind?: true;
    };

/** The journal of a state folder. */
export function toJournalFile({ folder }: JournalInput): string {
  return join(folder, journalName);
}

/** True where nothing counts as written before it is on the disk. */
export function isDurable({ isDurable: is = true }: JournalInput): boolean {
  return is;
}

/** Reads the journal of a folder, and what its lines add up to. */
export function loadJournal(input: JournalInput, pseudonyms: Pseudonyms): LoadedJournal {
  // The head first: a run that writes meanwhile moves it on after its lines.
  const head = readHead(input.folder);
  const contents = readLines(toJournalFile(input), createChain(input.secret));
  if (contents.kind === 'missing') return toMissing(input);
  const other = findOtherKind(contents, input, pseudonyms);
  if (other !== undefined) return { kind: 'unusable', why: other, isOfOtherKind: true };
  const why = findFault(contents, input, pseudonyms);
  if (why !== undefined || contents.kind === 'damaged') return { kind: 'unusable', why: why ?? '' };
  const older = head && findOlder(contents, head);
  if (older !== undefined) return { kind: 'unusable', why: older };
  const memory = createRecollection();
  const times = findTimes(contents.entries, input.clock.now());
  for (const [index, entry] of contents.entries.entries()) remember(memory, entry, times[index]);
  return { kind: 'usable', memory, contents };
}

function toMissing({ folder }: JournalInput): LoadedJournal {
  // A key tells nothing: the first plan makes one.
  const isUnbegun = !findNames(folder).some((name) => name.startsWith('journal.'));
  if (isUnbegun) return { kind: 'unusable', why: 'There is no memory in the state folder yet.', isUnbegun };
  return { kind: 'unusable', why: 'There is no journal in the state folder.' };
}

function findNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * That a journal is of a rehearsal and the run is not, or the other way round. A sandbox's has a key that no other has, so
 * one that fits it is one, whether it says so or not.
 */
function findOtherKind(
  contents: Exclude<Contents, { kind: 'missing' }>,
  { isSandbox = false, folder }: JournalInput,
  { key }: Pseudonyms,
): string | undefined {
  const first = contents.kind === 'damaged' ? contents.first : contents.entries[0];
  if (first?.type !== 'journal') return undefined;
  if (first.sandbox === true && !isSandbox)
    return `The memory in ${folder} was begun on a sandbox: nothing in it has happened on WhatsApp. Take its journal.* files away, or name another folder with --state.`;
  if (isSandbox && first.sandbox !== true && first.key !== key)
    return `The memory in ${folder} is of real groups, and a rehearsal must not add to it. Give the rehearsal a folder of its own with --state, like --state .rehearsal.`;
  return undefined;
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
export function countLines(contents: WholeContents): number {
  return countDropped(contents) + contents.entries.length;
}

function countDropped({ entries: [first] }: WholeContents): number {
  return first?.type === 'journal' ? (first.dropped ?? 0) : 0;
}
