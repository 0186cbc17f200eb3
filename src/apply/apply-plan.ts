import type { ApplyOutcome, GroupOutcome } from '../domain/plan/outcome.ts';
import type { GroupPlan, Plan } from '../domain/plan/plan.ts';
import { isRefused } from '../domain/plan/plan.ts';
import type { Change } from '../domain/plan/change.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { applyGroup } from './apply-group.ts';
import { recordReading } from './read-again.ts';
import type { ApplyContext, ApplyRun } from './run.ts';
import { isOver, stopWithReader } from './run.ts';
import { findResumption, startRun } from './start-run.ts';
import { whenOver } from './verdict.ts';

/**
 * Carries out an approved plan, group by group, one request at a time, and says what became of each change. What the
 * limits refuse is not touched. Never throws for what a server does; whatever happens is an outcome.
 */
export async function applyPlan(
  plan: Plan,
  input: PlanInput,
  own: PhoneNumber,
  context: ApplyContext,
): Promise<ApplyOutcome> {
  const run = startRun(input, own, context);
  const work = plan.groups.map((group) => ({ group, changes: findAllowed(plan, group) }));
  const due = work.filter(({ changes }) => changes.length > 0);
  await run.record({
    type: 'run-started',
    groups: due.length,
    changes: due.flatMap(({ changes }) => changes).length,
  });
  // What the plan was made from is a reading like any other.
  for (const group of plan.groups) await recordReading(group, run);
  await stopWithReader(run);
  const groups: GroupOutcome[] = [];
  for (const { group, changes } of due) groups.push(await applyOne(group, changes, run));
  const interrupted = context.signal.aborted;
  await run.record({ type: 'run-ended', interrupted });
  const { paceSpent, stop } = run;
  return { groups, paceSpent, interrupted, ...(stop && { stop }), ...findResumption(run) };
}

/** The changes of a group that no limit refuses. */
function findAllowed(plan: Plan, group: GroupPlan): Change[] {
  return group.changes.filter((change) => !isRefused(plan, group, change));
}

async function applyOne(group: GroupPlan, changes: readonly Change[], run: ApplyRun): Promise<GroupOutcome> {
  const { id, file } = group.desired;
  if (isOver(run)) return toSkipped(group, changes, run);
  await run.record({ type: 'group-started', group: id, file, changes: changes.length });
  const outcome = await applyGroup(group, changes, run);
  await run.record({ type: 'group-done', group: id, outcomes: outcome.outcomes });
  return outcome;
}

/** A group that the run did not come to: nothing was read again, nothing was sent. */
function toSkipped({ desired, reading }: GroupPlan, changes: readonly Change[], run: ApplyRun): GroupOutcome {
  const verdict = whenOver(run);
  const outcomes = changes.map((change) => ({ change, ...verdict }));
  return { group: desired.id, file: desired.file, outcomes, reading };
}
