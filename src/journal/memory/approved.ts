import type { Pending } from '../../domain/past.ts';
import { keptFor } from '../../domain/patience.ts';
import type { Recollection } from './recollection.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import type { KnownNames } from './known-names.ts';

/** What was approved and nobody came to, by the change's id. */
export function findPending(
  memory: Recollection,
  { groups }: KnownNames,
  pseudonyms: Pseudonyms,
  now: number,
): Map<string, Pending> {
  const made = [...memory.created.values()].flatMap(({ sealed }) => pseudonyms.unsealGroup(sealed) ?? []);
  const ids = new Map([...groups, ...made].map((id) => [pseudonyms.group(id), id]));
  const pending = new Map<string, Pending>();
  for (const [change, { group: name, ...about }] of memory.pending) {
    const group = ids.get(name);
    if (isStillApproved(about, now)) pending.set(change, { ...about, ...(group && { group }) });
  }
  return pending;
}

/**
 * An approval lasts for a while after it was given; what a date brings, for that while after its day; whoever may come by
 * themselves, for as long as the files list them.
 */
export function isStillApproved({ at, on, lane }: Pick<Pending, 'at' | 'on' | 'lane'>, now: number): boolean {
  if (lane === 'link') return true;
  const start = on === undefined ? at : Math.max(at, Date.parse(`${on}T00:00:00Z`));
  return start > now - keptFor.pending;
}
