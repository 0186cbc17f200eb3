import { applyPlan } from '../apply/apply.ts';
import { toReservation } from '../apply/reservation.ts';
import type { Change } from '../domain/change.ts';
import type { ApplyOutcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { StorageError } from '../domain/storage-error.ts';
import { exitCodeForApply, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { isApproved } from '../planning/approval.ts';
import { approvePlan } from '../planning/plan.ts';
import { checkApprovalOptions, findApproval, isUnexpected } from '../approval/find-approval.ts';
import type { Hooks } from '../session/hooks.ts';
import { endApprovals, keepApprovals } from '../approval/keep-approvals.ts';
import { withPlannedPace } from '../approval/planned-pace.ts';
import type { ApplyOptions } from '../session/apply-context.ts';
import { toMode, toRim } from '../session/apply-context.ts';
import { checkShowPhones, show, showUnexpected, viewWork } from '../output/show.ts';
import { tellOutcome } from '../output/tell-outcome.ts';
import { findWaiting } from '../approval/waiting.ts';
import type { Work } from '../session/work.ts';
import { openFiles, openWork } from '../session/work.ts';

/** Plans again, carries out what was approved and still is due, and proves it by reading. Returns the exit code. */
export async function apply(options: ApplyOptions, io: Io, hooks: Hooks = {}): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const files = await openFiles(options, io);
  await checkApprovalOptions(options, files, io);
  const paced = await withPlannedPace(files, options.plans);
  const work = await openWork(paced, options, toMode(options, hooks, io), io);
  try {
    if (!options.json && !options.quiet) {
      show({ ...viewWork(work, work.plan, showPhones), isUnderWay: true }, options, io);
    }
    if (isUnexpected(options, work)) return showUnexpected(options, work, io);
    const approved = await findApproval(options, work, io);
    if (!approved) return exitCodes.incomplete;
    await keepApprovals(approved, work, options.skipPhotos);
    const isAllowed = (change: Change) => isApproved(change, approved.approval, work.toId);
    const plan = withEarlierPlans(approvePlan(work.plan, isAllowed, work.input), work);
    const most = toReservation(plan, work.lookupsLeft);
    if (most) await hooks.beforeWrites?.(most);
    const rim = toRim(work, { plan, most }, options, io);
    const done = await applyPlan(plan, work.input, work.line.own, rim);
    const waiting = findWaiting(approved, plan, done, work);
    const outcome = { ...done, waiting };
    const isTold = await tellOutcome({ work, plan, outcome, showPhones }, options, io);
    // A disk that takes no more keeps nobody from hearing what was done.
    const isKept = await hasEnded(done, work, io);
    const { memory } = work.input.past;
    const code = exitCodeForApply(plan, outcome, { memory, isWaiting: waiting.length > 0 });
    return isTold && isKept ? code : exitCodes.failed;
  } finally {
    await work.close();
  }
}

/** False where the memory could not be written, which is said. */
async function hasEnded(done: ApplyOutcome, work: Work, io: Io): Promise<boolean> {
  try {
    await endApprovals(done, work);
    return true;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    io.err(`Error: ${error.message}\n`);
    return false;
  }
}

/** What this run's plan files do not approve and earlier ones did is not for want of a review left alone. */
function withEarlierPlans(plan: Plan, { input, toId }: Work): Plan {
  const { pending } = input.past;
  const groups = plan.groups.map((group) => ({
    ...group,
    leftAlone: group.leftAlone.map((item) => {
      const isEarlier = item.reason === 'not-approved' && item.change && pending.has(toId(item.change));
      return isEarlier ? ({ ...item, reason: 'earlier-plan' } as const) : item;
    }),
  }));
  return { ...plan, groups };
}
