import { applyPlan } from '../apply/apply.ts';
import { createPacer, createUnpaced } from '../apply/pace.ts';
import { exitCodeForApply, exitCodes } from '../exit-codes.ts';
import { createWriter } from '../gowa/write.ts';
import type { Io } from '../io.ts';
import { isApproved } from '../planning/approval.ts';
import { approvePlan } from '../planning/plan.ts';
import type { ApprovalOptions } from './approve.ts';
import { checkApprovalOptions, findApproval, toAgain } from './approve.ts';
import type { PlanningOptions } from './options.ts';
import { showProgress } from './progress.ts';
import { checkShowPhones, show, viewWork } from './show.ts';
import type { Work } from './work.ts';
import { openWork } from './work.ts';

export interface ApplyOptions extends PlanningOptions, ApprovalOptions {
  /** Keep the pace on a sandbox too. */
  readonly pace?: boolean;
  /** Somebody has just seen the plan: show the outcome only. */
  readonly quiet?: boolean;
}

/** Plans again, carries out what was approved and still is due, and proves it by reading. Returns the exit code. */
export async function apply(options: ApplyOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  checkApprovalOptions(options, io);
  const work = await openWork(options, io);
  try {
    if (!options.json && !options.quiet) show(viewWork(work, work.plan, showPhones), options, io);
    const approval = await findApproval(options, work, io);
    if (!approval) return exitCodes.incomplete;
    const plan = approvePlan(work.plan, (change) => isApproved(change, approval, work.key), work.input);
    const outcome = await applyPlan(plan, work.input, work.account.phone, toRim(work, options, io));
    show(viewWork(work, plan, showPhones, outcome), options, io, toAgain(options));
    return exitCodeForApply(plan, outcome);
  } finally {
    await work.line.close();
  }
}

function toRim({ line, input, organisation }: Work, options: ApplyOptions, io: Io) {
  const { clock, random, signal } = io;
  const isPaced = options.pace === true || !line.client.isSandbox();
  const { pace } = organisation.policy;
  return {
    reader: line.reader,
    writer: createWriter(line.client.connection),
    pacer: isPaced ? createPacer({ pace, past: input.past, clock, random, signal }) : createUnpaced(),
    record: showProgress(io),
    signal,
  };
}
