import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Reservation } from '../../planning/pace/reservation.ts';
import { apply } from '../../commands/apply.ts';
import type { ReadingCost } from '../../session/hooks.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import { exitCodes } from '../../exit-codes.ts';
import { readTip } from '../../git/remote.ts';
import { readHold } from '../../journal/hold.ts';
import { mappedPerDay } from '../../planning/pace/pace-budget.ts';
import { readOccasion } from '../occasion.ts';
import type { Ran } from '../command.ts';
import { runCommand } from '../command.ts';
import { endStep, readDocument } from '../end.ts';
import type { Job } from '../job.ts';
import type { Reserved } from '../state/slips.ts';
import { toAt } from '../state/slips.ts';
import type { State } from '../state/state-branch.ts';
import { openState, pushSlip, pushState } from '../state/state-branch.ts';

/** Between two pushes of the journal while an apply runs; only tests are in more of a hurry. Milliseconds. */
const pushEvery = 120_000;

const passedOver = 'The branch has moved on since: the run of its newest commit applies this one too.\n';

const lostText = `What this run may have spent counts as spent for ${toHours(keptFor.spent)} hours, and its plans will be found again.`;

/**
 * Carries out what the plan files approve, then what the memory holds as approved. The most that either may spend is
 * written down, and pushed, between its plan and its first request. Returns the exit code.
 */
export async function applyStep(job: Job): Promise<number> {
  if (!(await isTip(job))) return endStep({ code: exitCodes.ok, out: passedOver, err: '' }, job);
  const every = Number(job.input('PUSH_EVERY')) || pushEvery;
  const state = await openState(job, { pause: every / 100 });
  if (state.fault) job.runner.annotate([{ level: 'warning', title: 'Rollcall', text: state.fault }]);
  const ran = await whilePushing(job, state, { every });
  job.runner.print(ran.err + ran.out);
  // Drift that nobody approved, and adds that wait for tomorrow, are no news every day.
  const isQuiet = job.isScheduled && state.applied === job.commit;
  const document = await readDocument(join(job.work, 'report.json'));
  const code = await keep(job, state, ran);
  const rest = join(job.work, 'rest.md');
  if (existsSync(rest)) await job.runner.addSummary(await readFile(rest, 'utf8'));
  return endStep({ ...ran, code, document, isQuiet }, job);
}

/** While the tool was being built, something else may have been merged. */
async function isTip({ remote, work, ref, commit }: Job): Promise<boolean> {
  return (await readTip(remote, work, ref)) === commit;
}

/**
 * Applies, and pushes the journal meanwhile: every two minutes, and at once when the job is cancelled, since nobody knows
 * whether there is time for the end. Never two at once; a push that fails is made good by the next.
 */
async function whilePushing(job: Job, state: State, { every }: { readonly every: number }): Promise<Ran> {
  let reserved: Reserved | undefined;
  let pushing: Promise<void> = Promise.resolve();
  const push = () => {
    const next = pushing.catch(() => undefined).then(() => pushState(job, state, { reserved }));
    pushing = next;
    return next;
  };
  let isAsked = false;
  const pushAgain = () => {
    if (isAsked) return;
    isAsked = true;
    push()
      .catch(() => undefined)
      .finally(() => (isAsked = false));
  };
  const timer = setInterval(pushAgain, every);
  job.io.signal.addEventListener('abort', pushAgain);
  const ran = await applyAll(job, state, async (most) => {
    reserved = most;
    if (most) await push();
  });
  clearInterval(timer);
  job.io.signal.removeEventListener('abort', pushAgain);
  await pushing.catch(() => undefined);
  return ran;
}

type Reserve = (reserved: Reserved | undefined) => Promise<void>;

/** The plan files first, then what earlier ones approved and nobody has carried out yet. */
async function applyAll(job: Job, state: State, reserve: Reserve): Promise<Ran> {
  const plans = job.input('PLANS').split('\n').filter(Boolean);
  const first = await applyOnce(job, state, { plans, reserve, name: 'report' });
  if (plans.length === 0 || !(await mayGoOn(job, first.code))) return first;
  await reserve(undefined);
  const rest = await applyOnce(job, state, { plans: [], reserve, name: 'rest' });
  return {
    code: toWorse(first.code, rest.code),
    out: `${first.out}\n${rest.out}`,
    err: first.err + rest.err,
  };
}

interface Once {
  readonly plans: readonly string[];
  readonly reserve: Reserve;
  /** Of its reports, without their endings. */
  readonly name: string;
}

async function applyOnce(job: Job, { folder, beside }: State, { plans, reserve, name }: Once): Promise<Ran> {
  const { groups, account, work, io } = job;
  const occasion = await readOccasion(job, job.commit);
  const options = {
    groups,
    target: [],
    plans,
    state: folder,
    // The first run takes it into the journal.
    beside: name === 'report' ? beside : [],
    report: join(work, `${name}.json`),
    markdown: join(work, `${name}.md`),
    html: join(work, `${name}.html`),
    occasion,
    newJournal: name === 'report' && job.input('NEW_JOURNAL') === 'true',
    ...(account && { account }),
  };
  const hooks = {
    beforeLookups: (most: ReadingCost) => reserve({ adds: 0, ...most }),
    beforeWrites: (most: Reservation) => reserve({ ...most, mapped: mappedPerDay }),
  };
  return runCommand((own) => apply(options, own, hooks), io);
}

/** Whatever ended the first run for good, or left it without a memory, would do the same to the next. */
async function mayGoOn({ work }: Job, code: number): Promise<boolean> {
  if (
    ![exitCodes.ok, exitCodes.failed, exitCodes.incomplete, exitCodes.refused].some((each) => each === code)
  )
    return false;
  const document = await readDocument(join(work, 'report.json'));
  return document !== undefined && document.memory !== 'unusable';
}

/** The code that says more of two runs; the first of these that either ended with. */
function toWorse(one: number, other: number): number {
  const order: readonly number[] = [
    exitCodes.interrupted,
    exitCodes.bug,
    exitCodes.failed,
    exitCodes.refused,
    exitCodes.incomplete,
  ];
  return order.find((code) => code === one || code === other) ?? Math.max(one, other);
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
    const text = `${(error as Error).message} ${lostText}`;
    job.runner.annotate([{ level: 'error', title: 'Rollcall', text }], 1);
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
