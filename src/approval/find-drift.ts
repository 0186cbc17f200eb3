import type { Change } from '../domain/plan/change.ts';
import type { LeftAloneReason } from '../domain/plan/left-alone.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';

/** Whatever the file's mode takes no part in is not wanted any more, as if the file did not say it. */
const notWanted: ReadonlySet<LeftAloneReason> = new Set(['additive', 'observe']);

/** All that the reading of a group shows to differ and its file wants, whether due, to come or left alone. */
export function findDrift({
  changes,
  leftAlone,
  scheduled,
}: Pick<GroupPlan, 'changes' | 'leftAlone' | 'scheduled'>): Change[] {
  return [
    ...changes,
    ...scheduled.map(({ change }) => change),
    ...leftAlone.flatMap(({ change, reason }) => (change && !notWanted.has(reason) ? [change] : [])),
  ];
}
