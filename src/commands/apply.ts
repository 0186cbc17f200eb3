import { applyPlan } from '../apply/apply.ts';
import { exitCodeForApply, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { isApproved } from '../planning/approval.ts';
import { approvePlan } from '../planning/plan.ts';
import { checkApprovalOptions, findApproval, hasLostApprovals } from './approve.ts';
import { endApprovals, keepApprovals } from './pending.ts';
import { withPlannedPace } from './planned-pace.ts';
import type { ApplyOptions } from './rim.ts';
import { toMode, toRim } from './rim.ts';
import { checkShowPhones, show, viewWork } from './show.ts';
import { tellOutcome } from './tell-outcome.ts';
import { openFiles, openWork } from './work.ts';

/** Plans again, carries out what was approved and still is due, and proves it by reading. Returns the exit code. */
export async function apply(options: ApplyOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const files = await openFiles(options, io);
  await checkApprovalOptions(options, files, io);
  const paced = await withPlannedPace(files, options.plans);
  const work = await openWork(paced, options, toMode(options, io), io);
  try {
    if (!options.json && !options.quiet) show(viewWork(work, work.plan, showPhones), options, io);
    const approved = await findApproval(options, work, io);
    if (!approved) return exitCodes.incomplete;
    await keepApprovals(approved, work);
    const plan = approvePlan(work.plan, (change) => isApproved(change, approved.approval, work), work.input);
    const outcome = await applyPlan(plan, work.input, work.account.phone, toRim(work, plan, options, io));
    await endApprovals(outcome, work);
    const isTold = await tellOutcome({ work, plan, outcome, showPhones }, options, io);
    const { memory } = work.input.past;
    const code = exitCodeForApply(plan, outcome, { memory, hasLost: hasLostApprovals(approved, work) });
    return isTold ? code : exitCodes.failed;
  } finally {
    await work.close();
  }
}
