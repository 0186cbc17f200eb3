import { applyPlan } from '../apply/apply-plan.ts';
import { checkReach, findApproval, isUnexpected } from '../approval/find-approval.ts';
import { endApprovals, keepApprovals } from '../approval/keep-approvals.ts';
import { findWaiting } from '../approval/waiting.ts';
import type { Change } from '../domain/plan/change.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { InterruptedError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { beginWriting, keepWishes } from './line/begin-writing.ts';
import type { ApplyOptions } from '../options.ts';
import { exitCodeForApply } from '../output/exit-code.ts';
import { isWritten } from '../output/is-written.ts';
import { tellOfWaiting } from '../output/progress.ts';
import { recordRun } from '../output/record-run.ts';
import type { Viewed } from '../output/show.ts';
import { checkShowPhones } from '../output/show-phones.ts';
import { show, showUnexpected, viewWork } from '../output/show.ts';
import { tellOutcome } from '../output/tell-outcome.ts';
import type { Approval, ToId } from '../planning/approval.ts';
import { isApproved, toApproval } from '../planning/approval.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { approvePlan } from '../planning/approve-plan.ts';
import { toReservation } from '../planning/pace/reservation.ts';
import type { Means } from '../session/apply-context.ts';
import { toApplyContext } from '../session/apply-context.ts';
import type { Hooks } from '../session/hooks.ts';
import type { Work } from '../session/work.ts';
import { openFiles } from '../session/work.ts';

/** Plans again, carries out what was approved and still is due, and proves it by reading. Returns the exit code. */
export async function apply(options: ApplyOptions, io: Io, hooks: Hooks = {}): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const files = await openFiles(options, io);
  const { language } = files.organisation.policy;
  const { planned, work } = await beginWriting(files, options, hooks, io);
  try {
    if (io.signal.aborted) throw new InterruptedError();
    if (!options.json && !options.quiet && !options.isPlanSeen) {
      const view = viewWork(work, { plan: work.plan, showPhones }, options);
      await show({ view: { ...view, isUnderWay: true }, language }, options, io);
    }
    if (isUnexpected(options, work.fingerprint)) return await showUnexpected(options, work, io);
    // Groups are made by `create`; they are no matter of what is asked here.
    const existing = { ...work.plan, toCreate: [] };
    const approved = await findApproval(options, { ...work, plan: existing }, io);
    if (!approved) return io.signal.aborted ? exitCodes.interrupted : exitCodes.incomplete;
    checkReach(approved, work, options);
    await keepWishes(files, planned, work.memory);
    const over = await keepApprovals(approved, work, work.memory.record, options.skipPhotos);
    const isAllowed = (change: Change) => isApproved(change, approved.approval, work.toId);
    const narrowed = withEarlierPlans(approvePlan(existing, isAllowed, work.input), work);
    const plan = { ...narrowed, toCreate: work.plan.toCreate };
    const done = await carryOut(plan, work, options, { io, hooks });
    const waiting = findWaiting(approved, { ...work, plan }, done).filter(({ id }) => !over.has(id));
    const outcome = { ...done, waiting };
    const { client } = work.line;
    const isTold = await tellOutcome({ work, client, plan, outcome, showPhones }, options, io);
    // A disk that takes no more keeps nobody from hearing what was done.
    const isKept = await isWritten(() => endApprovals(done, work.toId, work.memory.record), io);
    const { memory } = work.input.past;
    const isWaiting = waiting.length > 0 || hasUnmade(work.plan, approved.approval, work.toId);
    const code = exitCodeForApply(plan, outcome, { memory, isWaiting });
    return isTold && isKept ? code : exitCodes.failed;
  } finally {
    await work.close();
  }
}

interface Beside {
  readonly io: Io;
  readonly hooks: Hooks;
}

/** Reserves what the plan may cost, then sends what is due. */
async function carryOut(
  plan: Plan,
  work: Means & Viewed & { readonly input: PlanInput },
  options: ApplyOptions,
  { io, hooks }: Beside,
): Promise<ApplyOutcome> {
  const most = toReservation(plan, work.lookupsLeft);
  if (most) await hooks.beforeWrites?.(most);
  work.line.client.outlastInterruption();
  const stopTelling = await tellOfWaiting(work.organisation.policy, io);
  const record = recordRun(work, plan, options, io);
  const context = toApplyContext(work, { most, record }, options, io);
  return applyPlan(plan, work.input, work.line.own, context).finally(stopTelling);
}

/** What this run's plan files do not approve and earlier ones did is not for want of a review left alone. */
function withEarlierPlans(plan: Plan, { input, toId }: Pick<Work, 'input' | 'toId'>): Plan {
  const earlier = toApproval(input.past.pending);
  const groups = plan.groups.map((group) => ({
    ...group,
    leftAlone: group.leftAlone.map((item) => {
      const isEarlier =
        item.reason === 'not-approved' && item.change && isApproved(item.change, earlier, toId);
      return isEarlier ? ({ ...item, reason: 'earlier-plan' } as const) : item;
    }),
  }));
  return { ...plan, groups };
}

/** True where a plan file or the memory approves a group that is not there yet: `create` answers for it. */
function hasUnmade({ toCreate }: Plan, approval: Approval, toId: ToId): boolean {
  return approval.kind === 'ids' && toCreate.some(({ making }) => approval.ids.has(toId(making)));
}
