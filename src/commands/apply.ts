import { applyPlan } from '../apply/apply.ts';
import { createPacer, createUnpaced } from '../apply/pace.ts';
import type { RecordEvent } from '../domain/event.ts';
import type { ApplyOutcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { exitCodeForApply, exitCodes } from '../exit-codes.ts';
import { createWriter } from '../gowa/write.ts';
import type { Io } from '../io.ts';
import { isApproved } from '../planning/approval.ts';
import { approvePlan } from '../planning/plan.ts';
import type { ApprovalOptions } from './approve.ts';
import { checkApprovalOptions, findApproval, toAgain } from './approve.ts';
import type { PlanningOptions } from './options.ts';
import { showInvitations } from './invitations.ts';
import { endApprovals, keepApprovals } from './pending.ts';
import { createPhotoLoader, createPhotoReader } from './photos.ts';
import { showProgress } from './progress.ts';
import { createReport, replaceFile } from './report.ts';
import { checkShowPhones, show, toJson, viewWork } from './show.ts';
import { openMemory } from './state.ts';
import type { Work, WorkMode } from './work.ts';
import { openFiles, openWork } from './work.ts';

export interface ApplyOptions extends PlanningOptions, ApprovalOptions {
  /** Keep the pace on a sandbox too. */
  readonly pace?: boolean;
  /** A file that says at any time what is done, what is not and what is unknown. */
  readonly report?: string;
  /** Start a new memory where there is none that can be used. */
  readonly newJournal?: boolean;
  /** Somebody has just seen the plan: show the outcome only. */
  readonly quiet?: boolean;
}

/** Plans again, carries out what was approved and still is due, and proves it by reading. Returns the exit code. */
export async function apply(options: ApplyOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const files = await openFiles(options, io);
  checkApprovalOptions(options, files, io);
  const work = await openWork(files, options, toMode(options, io), io);
  try {
    if (!options.json && !options.quiet) show(viewWork(work, work.plan, showPhones), options, io);
    const approved = await findApproval(options, work, io);
    if (!approved) return exitCodes.incomplete;
    const { approval } = approved;
    await keepApprovals(approved, work);
    const plan = approvePlan(work.plan, (change) => isApproved(change, approval, work.key), work.input);
    const rim = toRim(work, plan, options, io);
    const outcome = await applyPlan(plan, work.input, work.account.phone, rim);
    await endApprovals(outcome, work);
    await showInvitations(outcome, work, io);
    if (options.report !== undefined)
      await replaceFile(options.report, toReportWriter(work, plan, options, io)(outcome));
    show(viewWork(work, plan, showPhones, outcome), options, io, toAgain(options));
    return exitCodeForApply(plan, outcome, work.input.past.memory);
  } finally {
    await work.close();
  }
}

function toMode(options: ApplyOptions, io: Io): WorkMode {
  return {
    idsLeave: options.plans.length > 0 || options.expect !== undefined || options.json === true,
    openMemory: (input) => openMemory(options, input, io),
  };
}

function toRim(work: Work, plan: Plan, options: ApplyOptions, io: Io) {
  const { line, input, organisation } = work;
  const { clock, random, signal } = io;
  const isPaced = options.pace === true || !line.client.isSandbox();
  const { pace } = organisation.policy;
  return {
    reader: line.reader,
    readingEnded: line.reader.ended,
    readPhoto: createPhotoReader(line, input.past, work.memory.record),
    writer: createWriter(line.client.connection, createPhotoLoader(options.groups, organisation)),
    pacer: isPaced ? createPacer({ pace, past: input.past, clock, random }) : createUnpaced(),
    record: toRecord(work, plan, options, io),
    clock,
    signal,
  };
}

/** What happened is written down before it is shown. */
function toRecord(work: Work, plan: Plan, options: ApplyOptions, io: Io): RecordEvent {
  const display = showProgress(io);
  const { report } = options;
  const write = toReportWriter(work, plan, options, io);
  const follow = report === undefined ? undefined : createReport(report, plan, write).follow;
  return async (event) => {
    await work.memory.record(event);
    await follow?.(event);
    await display(event);
  };
}

function toReportWriter(work: Work, plan: Plan, options: ApplyOptions, io: Io) {
  return (outcome: ApplyOutcome) => toJson(viewWork(work, plan, false, outcome), io, toAgain(options));
}
