import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEntries } from '../../journal/entries/append-entries.ts';
import type { Entry, EntryOf } from '../../journal/entries/entry.ts';
import type { Sealer } from './seals.ts';

/** Where slips lie in an account's folder on the state's branch. */
export const slipFolder = 'slips';

/**
 * All that a run which applies nothing may leave: what it has looked up, what it may look up at the most, which photos it saw
 * to be what their files want, that WhatsApp said stop, and what the admins were told. It can approve nothing.
 */
export type SlipEntry = EntryOf<'lookup' | 'mapped' | 'spent' | 'photo' | 'held-back' | 'told'>;

/** What one plan left beside the journal, since an apply may be writing to that. */
export interface Slip {
  readonly name: string;
  readonly text: string;
  readonly entries: readonly SlipEntry[];
}

/** A slip's text: its seal, and lines of a journal. */
export function toSlipText(
  entries: readonly SlipEntry[],
  { account, name }: { readonly account: string; readonly name: string },
  sealer: Sealer,
): string {
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  return `${sealer.seal(lines, { kind: 'slip', account, name })}\n${lines}`;
}

/** The slips in an account's folder; what is not sealed as just this one, or holds anything else, is none. */
export async function readSlips(folder: string, account: string, sealer: Sealer): Promise<Slip[]> {
  const names = await readdir(join(folder, slipFolder)).catch(() => []);
  const slips: Slip[] = [];
  for (const name of names.toSorted()) {
    const text = await readFile(join(folder, slipFolder, name), 'utf8').catch(() => '');
    const end = text.indexOf('\n') + 1;
    const [seal, lines] = [text.slice(0, end), text.slice(end)];
    const entries = sealer.isSealed(lines, seal, { kind: 'slip', account, name }) && parseEntries(lines);
    if (entries && entries.every(mayStand)) slips.push({ name, text, entries });
  }
  return slips;
}

/** True for what a plan may leave. */
export function mayStand(entry: Entry): entry is SlipEntry {
  return ['lookup', 'mapped', 'spent', 'photo', 'held-back', 'told'].includes(entry.type);
}

/** What a run may spend at the most: adds, look-ups, and people asked about for the map of LIDs. */
export interface Reserved {
  readonly adds: number | 'all';
  readonly lookups: number | 'all';
  readonly mapped: number;
}

/** The line that says so, at a time (milliseconds since 1970). */
export function toSpent(reserved: Reserved, time: number): SlipEntry {
  return { at: toAt(time), type: 'spent', ...reserved };
}

/** A time, milliseconds since 1970, as lines have it. */
export function toAt(time: number): string {
  return new Date(time).toISOString();
}
