import { parseEntries } from './entries/append-entries.ts';
import { isStillApproved } from './memory/approved.ts';
import { createRecollection } from './memory/recollection.ts';
import { remember } from './memory/remember.ts';

/**
 * True where a journal's text holds something that was approved and is not done, at a time (milliseconds since 1970); also where
 * that cannot be told. For whoever only wants to know whether there is something to do: the text may be anybody's.
 */
export function holdsApprovals(text: string, now: number): boolean {
  const entries = parseEntries(text);
  if (!entries) return true;
  const memory = createRecollection();
  for (const entry of entries) remember(memory, entry);
  return [...memory.pending.values()].some((approval) => isStillApproved(approval, now));
}
