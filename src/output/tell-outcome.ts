import { writeAtomically } from '../disk/write-atomically.ts';
import type { ApplyOutcome } from '../domain/plan/outcome.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Client } from '../gowa/client.ts';
import type { Io } from '../io.ts';
import type { ApplyOptions } from '../options.ts';
import { toAgain } from './again.ts';
import { isWritten } from './is-written.ts';
import { showInvitations } from './invitations.ts';
import type { Viewed } from './show.ts';
import { show, toJson, viewWork } from './show.ts';
import { writeReports } from './write-reports.ts';

export interface Told {
  readonly work: Viewed;
  readonly client: Client;
  readonly plan: Plan;
  readonly outcome: ApplyOutcome;
  readonly showPhones: boolean;
}

/** Shows what became of an apply, before anything else can go wrong. False: the report could not be written. */
export async function tellOutcome(told: Told, options: ApplyOptions, io: Io): Promise<boolean> {
  const { work, client, plan, outcome, showPhones } = told;
  const { language } = work.organisation.policy;
  const view = viewWork(work, told, options);
  await show({ view, language, again: toAgain(options) }, options, io);
  await showInvitations(outcome, { client, language }, io);
  return isWritten(async () => {
    const kept = showPhones ? viewWork(work, { plan, outcome }, options) : view;
    if (options.report !== undefined) writeAtomically(options.report, toJson(kept, io, toAgain(options)));
    await writeReports(kept, options, language);
  }, io);
}
