import { keptFor } from '../domain/patience.ts';
import type { Chain } from './lines/chain.ts';
import { createChain } from './lines/chain.ts';
import { isAhead } from './memory/wrong-clock.ts';
import { toEntries } from './memory/compact.ts';
import type { Entry } from './entries/entry.ts';
import { journalVersion } from './entries/entry.ts';
import { replaceLines, toLines } from './lines/lines.ts';
import type { JournalInput, LoadedJournal } from './load-journal.ts';
import { countLines, isDurable, loadJournal, toJournalFile } from './load-journal.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** When a journal is written anew. */
export interface CompactOptions {
  /** A journal of more bytes is compacted when it is opened, if that leaves no more than this share of it. */
  readonly compactAbove?: number;
  readonly compactTo?: number;
}

/** Chained, where its lines carry no marks yet; and the same memory in fewer lines, where it has grown long. */
export function renewJournal(
  found: Extract<LoadedJournal, { kind: 'usable' }>,
  input: JournalInput,
  pseudonyms: Pseudonyms,
  options: CompactOptions,
): LoadedJournal {
  const chain = createChain(input.secret);
  const text = shorten(found, input, chain, options) ?? upgrade(found, chain, pseudonyms);
  if (text === undefined) return found;
  replaceLines(toJournalFile(input), text, isDurable(input));
  return loadJournal(input, pseudonyms);
}

/** A journal of version 1 as one of today's; undefined for one that is. Its lines may stand in any order of their times. */
function upgrade(
  { contents: { entries } }: Extract<LoadedJournal, { kind: 'usable' }>,
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
  { contents, memory }: Extract<LoadedJournal, { kind: 'usable' }>,
  input: JournalInput,
  chain: Chain,
  { compactAbove = 1_048_576, compactTo = 0.5 }: CompactOptions,
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
