import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keptFor, toHours } from '../../domain/patience.ts';
import { exitCodes } from '../../exit-codes.ts';
import { readTip } from '../../git/remote.ts';
import { readHold } from '../../journal/hold.ts';
import type { Ran } from '../command.ts';
import { applyAll } from '../applying/apply-all.ts';
import { whilePushing } from '../applying/while-pushing.ts';
import { withdrawPull } from '../offer/offer-pull.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import { toCreatedText } from '../offer/created.ts';
import { endStep, readDocument } from '../end.ts';
import type { Job } from '../job.ts';
import type { CheckedGroups } from './check-groups.ts';
import { toAt } from '../state/slips.ts';
import type { State } from '../state/state-branch.ts';
import { tellUnsealed } from '../state/tell-unsealed.ts';
import { openState, pushSlip, pushState } from '../state/state-branch.ts';

/** Between two pushes of the journal while an apply runs; only tests are in more of a hurry. Milliseconds. */
const pushEvery = 120_000;

/**
 * Carries out what the plan files approve, then what the memory holds as approved: makes groups first, where files have no id
 * yet. The most that each may spend is written down, and pushed, between its plan and its first request. Output `created`: the
 * groups whose ids are to be offered. Returns the exit code.
 */
export async function applyStep(job: Job, { toCreate }: Pick<CheckedGroups, 'toCreate'>): Promise<number> {
  if (!(await isTip(job))) {
    const { passedOver } = (await loadOwnWords(job)).forge;
    return endStep({ code: exitCodes.ok, out: `${passedOver}\n`, err: '' }, job);
  }
  const every = Number(job.input('PUSH_EVERY')) || pushEvery;
  const state = await openState(job, { pause: every / 100 });
  await tellUnsealed(job, state);
  const ran = await whilePushing(job, state, every, (pushing) =>
    applyAll(job, state, { ...pushing, toCreate }),
  );
  job.runner.print(ran.err + ran.out);
  await job.runner.setOutputs({ created: toCreatedText(ran.created) });
  // Drift that nobody approved, and adds that wait for tomorrow, are no news every day.
  const isQuiet = job.isScheduled && state.applied === job.commit;
  const document = await readDocument(join(job.work, 'report.json'));
  const code = await keep(job, state, ran);
  if (toCreate === 0) await withdrawIds(job);
  for (const name of ['rest-new.md', 'rest.md', 'report-new.md']) {
    const file = join(job.work, name);
    if (existsSync(file)) await job.runner.addSummary(await readFile(file, 'utf8'));
  }
  return endStep({ ...ran, code, document, isQuiet }, job);
}

/** Where all files have their ids, by whatever way they came there, there is nothing to offer. */
async function withdrawIds(job: Job): Promise<void> {
  await withdrawPull(job, 'ids').catch(async (error: unknown) => {
    await job.runner.annotate([{ level: 'warning', title: 'Rollcall', text: (error as Error).message }]);
  });
}

/** While the tool was being built, something else may have been merged. */
async function isTip({ remote, work, ref, commit }: Job): Promise<boolean> {
  return (await readTip(remote, work, ref)) === commit;
}

/** Pushes the journal without the reservation: now it says what was spent. Returns how the run ended. */
async function keep(job: Job, state: State, { code, isUnpushed }: Ran): Promise<number> {
  // A report is begun when the approvals of the plan files are in the journal, if there is one that can be used: from then
  // on they need not be found again.
  const document = await readDocument(join(job.work, 'report.json'));
  const applied = document && document.memory !== 'unusable' ? job.commit : undefined;
  try {
    // Where it was tried in vain a moment ago, once more will do.
    await pushState(job, state, { applied, ...(isUnpushed && { tries: 1 }) });
    await keepHoldAlone(job, state);
    return code;
  } catch (error) {
    const lost = (await loadOwnWords(job)).forge.lost(toHours(keptFor.spent));
    const text = `${(error as Error).message} ${lost}`;
    await job.runner.annotate([{ level: 'error', title: 'Rollcall', text }], 1);
    return code === exitCodes.ok || code === exitCodes.incomplete ? exitCodes.failed : code;
  }
}

/** Without a journal that WhatsApp said stop is all that there is to remember. */
async function keepHoldAlone(job: Job, state: State): Promise<void> {
  const now = job.io.clock.now();
  const until = readHold(dirname(state.journal), now) ?? 0;
  if (existsSync(state.journal) || until <= now) return;
  await pushSlip(job, state, [{ at: toAt(now), type: 'held-back', until: toAt(until) }]);
}
