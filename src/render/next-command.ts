import type { View } from '../view/types.ts';

/**
 * The one command to run next; none where nothing is left to do, or where a refusal has to be dealt with first.
 * `again`: how the run that stopped short was called.
 */
export function findNextCommand(
  { run, totals, fingerprint, flags, isKeyLasting, isUnderWay }: View,
  again?: string,
): string | undefined {
  if (isUnderWay) return undefined;
  if (!run) {
    const due = totals.toJoin + totals.toLeave + totals.toPromote + totals.toDemote + totals.toChange;
    const expected = isKeyLasting ? ` --expect ${fingerprint}` : '';
    return due > 0 && totals.refused === 0 ? `rollcall apply${flags}${expected}` : undefined;
  }
  if (run.stop && run.stop.code !== 'rate-limited' && run.stop.code !== 'no-storage')
    return 'rollcall status';
  const { skipped, 'not-verified': notVerified, failed } = run.results;
  const unfinished = skipped + notVerified > 0 || run.paceSpent || run.interrupted || run.stop !== undefined;
  if (unfinished && again !== undefined) return again;
  // Who declined is not asked again by another run: that takes the link.
  const open = failed + run.notApproved + run.waiting.length + totals.refused + totals.unreadable;
  const left = unfinished || open > 0;
  return left ? `rollcall plan${flags}` : undefined;
}
