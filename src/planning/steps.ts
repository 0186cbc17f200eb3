import type { Change, PersonChange, Step } from '../domain/plan/change.ts';
import { isPersonChange, toDeed } from '../domain/plan/change.ts';
import { findLane } from '../domain/plan/lane.ts';
import { peoplePerRequest } from '../domain/whatsapp-facts.ts';

/** Changes of one group, in their order, as requests: a setting alone, people by action and lane in batches. */
export function toSteps(changes: readonly Change[]): Step[] {
  const steps: Step[] = [];
  for (const change of changes) {
    const last = steps.at(-1);
    if (!isPersonChange(change)) steps.push([change]);
    else if (last && isOpen(last, change)) steps[steps.length - 1] = [...last, change];
    else steps.push([change]);
  }
  return steps;
}

/** True where a batch still has room for one more of the same kind. */
function isOpen(step: Step, change: PersonChange): step is readonly [PersonChange, ...PersonChange[]] {
  const [first] = step;
  if (!isPersonChange(first) || first.action !== change.action) return false;
  return findLane(first) === findLane(change) && step.length < peoplePerRequest[toDeed(change)];
}
