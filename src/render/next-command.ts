import type { FateView } from '../view/creation/new-group-view.ts';
import { isToBeMade } from '../view/creation/new-group-view.ts';
import type { View } from '../view/view.ts';

/**
 * The one command to run next; none where nothing is left to do, or where a refusal has to be dealt with first.
 * `again`: what goes on with a run that stopped short, or carries out the plan file that was written.
 */
export function findNextCommand(view: View, again?: string): string | undefined {
  const { run, totals, fingerprint, flags, isKeyLasting, isMemoryUnbegun, isUnderWay, isDemo, isPart } = view;
  if (isUnderWay || isDemo || isPart) return undefined;
  if (!run) {
    // Until there is a memory nobody is touched, so that the fingerprint of today is of no use.
    if (isMemoryUnbegun) return `rollcall apply --new-journal${flags}`;
    const due = totals.toJoin + totals.toLeave + totals.toPromote + totals.toDemote + totals.toChange;
    const expected = isKeyLasting ? ` --expect ${fingerprint}` : '';
    const isMade = view.toCreate.some(isToBeMade);
    if (totals.refused > 0) return undefined;
    // What has no change of today's is approved by a plan file alone.
    if (due === 0 && !isMade) return approvesMore(view) ? again : undefined;
    const next = again ?? `rollcall apply${flags}${expected}`;
    // Groups come first, and their people and settings after them.
    return isMade ? toCreate(next) : next;
  }
  const fates = view.toCreate.flatMap(({ fate }) => fate ?? []);
  if (fates.length > 0 && !run.stop && again !== undefined) {
    if (!fates.every(isDone)) return toCreate(again);
    // Only a memory knows for which file a group was made, and so whom its plan approved; a rehearsal may have none.
    return view.memory === 'none' ? `rollcall plan${flags}` : again;
  }
  // Nobody joins a group that is not there yet.
  if (fates.length === 0 && !run.stop && again !== undefined && view.toCreate.some(isToBeMade))
    return toCreate(again);
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

/** True where the plan lists dates, or people who come by themselves, that nobody has approved yet. */
function approvesMore({ groups }: View): boolean {
  return groups.some(
    ({ scheduled, toInvite }) =>
      scheduled.some(({ isApproved, refused }) => !isApproved && !refused) ||
      toInvite.some(({ isApproved, refused }) => !isApproved && !refused),
  );
}

function isDone({ result, filed }: FateView): boolean {
  return (result === 'made' || result === 'taken') && filed !== 'not-filed';
}

/** The same with `create` in the place of `apply`. */
function toCreate(apply: string): string {
  return apply.replace(/^rollcall apply/, 'rollcall create');
}
