import type { View } from '../view/view.ts';

/**
 * The one command to run next; none where nothing is left to do, or where a refusal has to be dealt with first.
 * `again`: what goes on with a run that stopped short, or carries out the plan file that was written.
 */
export function findNextCommand(
  { run, totals, fingerprint, flags, isKeyLasting, isMemoryUnbegun, isUnderWay, isDemo, isPart }: View,
  again?: string,
): string | undefined {
  if (isUnderWay || isDemo || isPart) return undefined;
  if (!run) {
    // Until there is a memory nobody is touched, so that the fingerprint of today is of no use.
    if (isMemoryUnbegun) return `rollcall apply --new-journal${flags}`;
    const due = totals.toJoin + totals.toLeave + totals.toPromote + totals.toDemote + totals.toChange;
    const expected = isKeyLasting ? ` --expect ${fingerprint}` : '';
    if (due === 0 || totals.refused > 0) return undefined;
    return again ?? `rollcall apply${flags}${expected}`;
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
