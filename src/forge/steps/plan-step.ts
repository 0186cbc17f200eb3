import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReadingCost } from '../../session/hooks.ts';
import { plan } from '../../commands/plan.ts';
import type { Occasion } from '../../domain/occasion.ts';
import { exitCodes } from '../../exit-codes.ts';
import { isCommitId } from '../../git/commit-id.ts';
import { readHold } from '../../journal/hold.ts';
import { parseEntries } from '../../journal/entries/append-entries.ts';
import { readOccasion } from '../occasion.ts';
import type { Ran } from '../command.ts';
import { runCommand } from '../command.ts';
import { endStep, readDocument } from '../end.ts';
import type { Job } from '../job.ts';
import { createSealer } from '../state/seals.ts';
import type { SlipEntry } from '../state/slips.ts';
import { mayStand, toAt, toSpent } from '../state/slips.ts';
import type { State } from '../state/state-branch.ts';
import { openState, pushSlip } from '../state/state-branch.ts';

/** Milliseconds before a push that failed is tried again. */
const pause = 1_200;

/** The plan, its file with the seal that makes it count after a merge, and its report. Returns the exit code. */
export async function planStep(job: Job): Promise<number> {
  const shown = findShown(job);
  const state = job.input('STATE_BRANCH') === '' ? undefined : await openState(job, { pause });
  if (state?.fault) job.runner.annotate([{ level: 'warning', title: 'Rollcall', text: state.fault }]);
  const since = job.io.clock.now();
  const file = join(job.work, 'plan.json');
  const occasion = await readOccasion(job, shown?.commit ?? '', shown?.pullRequest);
  const ran = await runPlan(job, state, { out: file, occasion });
  job.runner.print(ran.err + ran.out);
  const code = state ? await leaveSlip(job, state, { since, ran }) : ran.code;
  if (shown && existsSync(file)) await sealPlan(job, file, shown);
  return endStep({ ...ran, code, document: await readDocument(file) }, job);
}

interface Told {
  /** The plan file. */
  readonly out: string;
  readonly occasion: Occasion;
}

async function runPlan(job: Job, state: State | undefined, { out, occasion }: Told): Promise<Ran> {
  const { groups, account, work, io } = job;
  const base = job.input('BASE');
  const options = {
    groups,
    target: [],
    out,
    markdown: join(work, 'report.md'),
    html: join(work, 'report.html'),
    occasion,
    ...(account && { account }),
    ...(base && { base }),
    ...(state && { state: state.folder, beside: state.beside }),
  };
  // Whatever becomes of this run, what it may look up is spent before it does.
  const beforeLookups = async (most: ReadingCost) => {
    if (state) await pushSlip(job, state, [toSpent({ adds: 0, ...most }, io.clock.now())]);
  };
  return runCommand((own) => plan(options, own, { beforeLookups }), io);
}

interface Planned {
  /** When the plan was begun; milliseconds since 1970. */
  readonly since: number;
  readonly ran: Ran;
}

/** Pushes what was looked up, and a stop, which the next run waits for. Returns the code. */
async function leaveSlip(job: Job, state: State, { since, ran }: Planned): Promise<number> {
  try {
    const entries = await findSlip(state, since);
    if (entries.length > 0) await pushSlip(job, state, entries);
    return ran.code;
  } catch (error) {
    job.runner.annotate([{ level: 'error', title: 'Rollcall', text: (error as Error).message }], 1);
    return ran.code === exitCodes.ok ? exitCodes.failed : ran.code;
  }
}

/** What a plan has left in its own copy of the memory. */
async function findSlip({ journal }: State, since: number): Promise<SlipEntry[]> {
  const text = existsSync(journal) ? await readFile(journal, 'utf8') : '';
  const looked = (parseEntries(text) ?? []).filter(mayStand).filter(({ type, at }) => {
    return (type === 'lookup' || type === 'mapped') && Date.parse(at) >= since;
  });
  const until = readHold(dirname(journal), since) ?? 0;
  const held: SlipEntry[] = until > since ? [{ at: toAt(since), type: 'held-back', until: toAt(until) }] : [];
  return [...looked, ...held];
}

/** What a plan is sealed for: the pull request that shows it, and the head that it is made for. */
interface Shown {
  readonly commit: string;
  readonly pullRequest: number;
}

/** Undefined where the plan approves nothing, since no pull request shows it. Throws where only half of it is told. */
function findShown(job: Job): Shown | undefined {
  const [commit, number] = [job.input('HEAD'), job.input('PULL_REQUEST')];
  if (commit === '') return undefined;
  if (isCommitId(commit) && /^[1-9]\d{0,9}$/.test(number)) return { commit, pullRequest: Number(number) };
  throw new Error('A plan for a head needs a commit id, and the number of the pull request that shows it.');
}

async function sealPlan(job: Job, file: string, shown: Shown): Promise<void> {
  const place = { kind: 'plan', account: job.accountName, ...shown } as const;
  const seal = createSealer(job.io.env['ROLLCALL_KEY']).seal(await readFile(file), place);
  await writeFile(join(job.work, 'plan.seal'), seal);
}
