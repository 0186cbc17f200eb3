import type { RecordEvent } from '../domain/event.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Io } from '../io.ts';
import type { ApplyOptions } from '../options.ts';
import { toAgain } from './again.ts';
import { showProgress } from './progress.ts';
import { createReport } from './report-file.ts';
import type { Viewed } from './show.ts';
import { toJson, viewWork } from './show.ts';

/** What happens in a run is remembered before it is told: in the report's file, then to whoever watches. */
export function recordRun(
  work: Viewed & { readonly memory: { readonly record: RecordEvent } },
  plan: Plan,
  options: ApplyOptions,
  io: Io,
): RecordEvent {
  const display = showProgress(work.organisation.policy.language, options, io);
  const { report } = options;
  // Without numbers of people.
  const write = (outcome: ApplyOutcome) =>
    toJson(viewWork(work, { plan, outcome }, options), io, toAgain(options));
  const follow = report === undefined ? undefined : createReport(report, plan, write).follow;
  return async (event) => {
    await work.memory.record(event);
    await follow?.(event);
    await display(event);
  };
}
