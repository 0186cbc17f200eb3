import { createPacer, createUnpaced } from '../apply/pace.ts';
import type { Reservation } from '../apply/reservation.ts';
import type { Rim } from '../apply/run.ts';
import type { RecordEvent } from '../domain/event.ts';
import type { Plan } from '../domain/plan.ts';
import { createWriter } from '../gowa/write.ts';
import type { Io } from '../io.ts';
import type { ApprovalOptions } from '../approval/find-approval.ts';
import type { PlanningOptions } from '../options.ts';
import type { Hooks } from './hooks.ts';
import { createPhotoLoader, createPhotoReader } from './live-photos.ts';
import { showProgress } from '../output/progress.ts';
import { createReport } from '../output/report-file.ts';
import { openMemory } from './memory.ts';
import { toReportWriter } from '../output/tell-outcome.ts';
import type { Work, WorkMode } from './work.ts';

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

/** How `apply` opens its work: with the memory locked for it. */
export function toMode(options: ApplyOptions, { beforeLookups }: Hooks, io: Io): WorkMode {
  return {
    beforeLookups,
    idsLeave: options.plans.length > 0 || options.expect !== undefined || options.json === true,
    openMemory: (input) => openMemory(options, input, io),
  };
}

/** What is carried out, and what that may cost at the most. */
interface Due {
  readonly plan: Plan;
  readonly most: Reservation | undefined;
}

/** What `apply` acts through: the line, the pace, and a record of what happens. */
export function toRim(work: Work, { plan, most }: Due, options: ApplyOptions, io: Io): Rim {
  const { line, input, organisation } = work;
  const { clock, random, signal } = io;
  const isPaced = options.pace === true || !line.client.isSandbox();
  const { pace } = organisation.policy;
  return {
    reader: line.reader,
    readingEnded: line.reader.ended,
    readPhoto: createPhotoReader(line, input.past, work.memory.record),
    writer: createWriter(line.client.connection, createPhotoLoader(options.groups, organisation)),
    pacer: isPaced
      ? createPacer({ pace, past: input.past, clock, random, most: most?.lookups })
      : createUnpaced(),
    record: toRecord(work, plan, options, io),
    lookups: work.lookupsLeft,
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
