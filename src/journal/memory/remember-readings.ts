import type { EntryOf } from '../entries/entry.ts';
import type { Pseudonym } from '../pseudonyms.ts';
import type { Recollection, SeenGroup } from './recollection.ts';
import { toTriedName } from './recollection.ts';
import { settle, toReadds } from './remember-changes.ts';

/** A complete reading. */
export function rememberRead(memory: Recollection, at: number, { group, present }: EntryOf<'read'>): void {
  const known: SeenGroup = memory.seen.get(group) ?? { last: new Set(), times: new Map() };
  memory.seen.set(group, known);
  known.doubt = undefined;
  if (present !== 'same') known.last = new Set(present);
  for (const person of known.last) known.times.set(person, at);
  for (const person of known.last)
    for (const way of ['add', 'knock'] as const) memory.tried.get(group)?.delete(toTriedName(way, person));
  resolveOpen(memory, group, known);
}

/** A reading that is not believed yet. */
export function rememberDoubt(
  { seen }: Recollection,
  at: number,
  { group, present }: EntryOf<'doubt'>,
): void {
  const known = seen.get(group);
  if (known) known.doubt = { at, present: new Set(present) };
}

/**
 * Changes that nobody knows the outcome of; the next complete reading of their group tells what they did. Of those who
 * are wanted there only: of others it says nothing, and they stay open.
 */
function resolveOpen(memory: Recollection, group: Pseudonym, known: SeenGroup): void {
  for (const [subject, open] of memory.open) {
    const { action, person, readd, ...change } = open.change;
    if (open.group !== group || person === undefined) continue;
    const isThere = known.last.has(person);
    const isInVain = action === 'add' && open.answer === 'accepted' && !isThere;
    const told = { ...open, ...(isInVain && { isInVain }) };
    memory.open.set(subject, told);
    if (!open.leftOver) continue;
    if (action === 'remove' && !isThere) known.times.delete(person);
    if (isThere && (action === 'add' || action === 'remove')) {
      // Joined, or wanted and back: that is over, and has counted.
      memory.open.delete(subject);
      settle(memory, open.at, { ...change, person, readds: toReadds(open.change) });
      continue;
    }
    if (readd === undefined) continue;
    // Accepted and not there is refused (docs/gowa.md#t4: 408, left recently): that was the one time.
    if (open.answer === 'accepted') memory.readded.add(readd);
    memory.open.set(subject, { ...told, change: { ...change, action, person } });
  }
}
