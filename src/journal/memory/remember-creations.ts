import { normaliseText } from '../../domain/text.ts';
import type { EntryOf } from '../entries/entry.ts';
import type { Recollection } from './recollection.ts';
import { spend } from './remember-changes.ts';

/** The identity of a group's name, for `mark`. */
export function toNameKey(name: string): string {
  return JSON.stringify(['name', normaliseText(name)]);
}

/** Asked for from here on, whatever comes of it: whoever comes next looks first. Its people count as added. */
export function rememberAskedFor(memory: Recollection, at: number, entry: EntryOf<'asked-for'>): void {
  const { group, name, creates, lookups, people } = entry;
  spend(memory, at, creates > 0 ? people.length : 0, lookups);
  if (creates > 0) {
    memory.creates.push({ at, count: creates });
    memory.settled.push(...people.map((person) => ({ at, limits: ['adds'] as const, person })));
  }
  memory.asked.set(group, { at, name, people });
}

/** Refused: nothing was made, and nobody added; the look-up was made all the same. */
export function rememberNotMade(memory: Recollection, _: number, { group }: EntryOf<'not-made'>): void {
  const asked = memory.asked.get(group);
  memory.asked.delete(group);
  if (!asked) return;
  const isOfIt = (at: number, person: string | undefined) =>
    at === asked.at && person !== undefined && asked.people.includes(person);
  memory.settled = memory.settled.filter(({ at, person }) => !isOfIt(at, person));
  memory.creates = memory.creates.filter(({ at }) => at !== asked.at);
  memory.adds = memory.adds.filter(({ at, count }) => at !== asked.at || count !== asked.people.length);
}

/** What was approved for the file's group before it was there is approved for it. */
export function rememberCreated(memory: Recollection, at: number, entry: EntryOf<'created'>): void {
  const { group, made, sealed, isFiled = false } = entry;
  memory.asked.delete(group);
  memory.created.set(group, { at, made, sealed, isFiled });
  for (const [id, about] of memory.pending)
    if (about.group === group) memory.pending.set(id, { ...about, group: made });
}

export function rememberFiled({ created }: Recollection, _: number, { group }: EntryOf<'filed'>): void {
  const known = created.get(group);
  if (known) created.set(group, { ...known, isFiled: true });
}
