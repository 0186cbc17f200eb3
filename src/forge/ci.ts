import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { endStep } from './end.ts';
import type { Job } from './job.ts';
import { openJob } from './job.ts';

type Step = (job: Job) => Promise<number | void>;

/** The steps of the workflows, by name. What each takes from the environment stands beside it. */
const steps: Readonly<Record<string, Step>> = {
  /** The action's own: INPUT_COMMAND. */
  run,
  /** HEAD_SHA: the groups as they would be after the merge. Output `trouble`: what the author must mend first. */
  'take-head': takeHead,
  /** PULL_REQUEST, HEAD_SHA: the plan, in one comment; PAGE: where its page lies; TROUBLE: why there is none. */
  'comment-plan': async (job) => (await import('./steps/comments.ts')).commentPlan(job),
  /** INPUT_HEAD, INPUT_PULL_REQUEST: the plan that was made, kept for its merge; only with a forge that keeps nothing of runs. */
  'keep-plan': async (job) => (await import('./steps/keep-plan.ts')).keepPlan(job),
  /** PULL_REQUESTS: what became of it, on each that was merged. */
  'comment-outcome': async (job) => (await import('./steps/comments.ts')).commentOutcome(job),
  /** Outputs `tip`, `plans`, `pull-requests`: what approves what is checked out. */
  'find-plans': async (job) => (await import('./steps/find-plans.ts')).findPlans(job),
  /** CREATED: the ids of groups that were made, as one pull request. */
  'offer-ids': async (job) => (await import('./steps/offer-ids.ts')).offerIds(job),
  /** COMMAND, FAILURE (its reason), PULL_REQUESTS: one message to the admins, by what ROLLCALL_NOTIFY_… name. */
  notify: async (job) => (await import('./steps/notify-step.ts')).notifyStep(job),
  /** CHANGES: one issue, while the groups differ from their files. */
  drift: async (job) => (await import('./steps/report-drift.ts')).reportDrift(job),
};

/**
 * Runs a step of the workflows; everything that it needs to know comes from the environment. Returns the exit code: 1 where
 * the step could not do what it is there for, which an annotation says, and Rollcall's own where it ran a command.
 */
export async function runStep(name: string, io: Io): Promise<number> {
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) throw new UsageError(`There is no step ${name}. There are: ${Object.keys(steps).join(', ')}`);
  const job = openJob(io);
  if (process.cwd() !== job.workspace) process.chdir(job.workspace);
  try {
    return (await step(job)) ?? exitCodes.ok;
  } catch (error) {
    // What main is to a command, this is to a step: the page of the run shows annotations, and nobody reads its log.
    const { message: text } = error as Error;
    await job.runner.annotate([{ level: 'error', title: 'Rollcall', text }], name === 'run' ? 1 : 0);
    // The state's branch that cannot be read, say: nothing was begun, and whoever reads the outputs must know.
    if (name === 'run') return endStep({ code: exitCodes.failed, out: '', err: `${text}\n` }, job);
    return exitCodes.failed;
  }
}

/** What another run of the action left is not this one's. */
const leftovers = ['report', 'report-new', 'rest', 'rest-new'].flatMap((name) =>
  ['md', 'html', 'json'].map((ending) => `${name}.${ending}`),
);

async function run(job: Job): Promise<number> {
  const command = job.input('COMMAND');
  await mkdir(job.work, { recursive: true });
  for (const name of leftovers) await rm(join(job.work, name), { force: true });
  const { checkGroups } = await import('./steps/check-groups.ts');
  const checked = await checkGroups(job);
  if (checked.code !== exitCodes.ok || command === 'validate') return endStep(checked, job);
  for (const name of command === 'plan' ? ['plan.json', 'plan.seal'] : [])
    await rm(join(job.work, name), { force: true });
  if (command === 'plan') return (await import('./steps/plan-step.ts')).planStep(job);
  if (command === 'apply') return (await import('./steps/apply-step.ts')).applyStep(job, checked);
  if (command === 'adopt') return (await import('./steps/adopt-step.ts')).adoptStep(job);
  throw new Error('command must be validate, plan, apply, ids, drift or adopt');
}

async function takeHead(job: Job): Promise<void> {
  const { HeadError, takeHead: take } = await import('./steps/take-head.ts');
  try {
    await take(job);
  } catch (error) {
    if (error instanceof HeadError) await job.runner.setOutputs({ trouble: error.message });
    throw error;
  }
}
