import type { ApplyOutcome } from '../domain/outcome.ts';
import type { Plan } from '../domain/plan.ts';
import { StorageError } from '../domain/storage-error.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import type { Io } from '../io.ts';
import type { ApprovalOptions } from '../approval/find-approval.ts';
import { toAgain } from '../approval/find-approval.ts';
import { showInvitations } from './invitations.ts';
import type { PlanningOptions } from '../options.ts';
import { show, toJson, viewWork } from './show.ts';
import type { Work } from '../session/work.ts';
import { writeReports } from './write-reports.ts';

type TellingOptions = PlanningOptions & ApprovalOptions & { readonly report?: string };

export interface Told {
  readonly work: Work;
  readonly plan: Plan;
  readonly outcome: ApplyOutcome;
  readonly showPhones: boolean;
}

/** Shows what became of an apply, before anything else can go wrong. False: the report could not be written. */
export async function tellOutcome(told: Told, options: TellingOptions, io: Io): Promise<boolean> {
  const { work, plan, outcome, showPhones } = told;
  show(viewWork(work, plan, showPhones, outcome), options, io, toAgain(options));
  await showInvitations(outcome, work, io);
  try {
    if (options.report !== undefined)
      writeAtomically(options.report, toReportWriter(work, plan, options, io)(outcome));
    await writeReports(viewWork(work, plan, false, outcome), options, work.organisation.policy.language);
    return true;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    io.err(`Error: ${error.message}\n`);
    return false;
  }
}

/** The report's text for an outcome: JSON, without numbers of people. */
export function toReportWriter(work: Work, plan: Plan, options: TellingOptions, io: Io) {
  return (outcome: ApplyOutcome) => toJson(viewWork(work, plan, false, outcome), io, toAgain(options));
}
