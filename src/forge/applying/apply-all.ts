import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apply } from '../../commands/apply.ts';
import { exitCodes } from '../../exit-codes.ts';
import { holdsApprovals } from '../../journal/holds-approvals.ts';
import type { ApplyOptions } from '../../options.ts';
import { mappedPerDay } from '../../planning/pace/pace-budget.ts';
import type { Hooks } from '../../session/hooks.ts';
import type { Ran } from '../command.ts';
import { runCommand } from '../command.ts';
import { readDocument } from '../end.ts';
import type { Job } from '../job.ts';
import { readOccasion } from '../occasion.ts';
import type { CreatedGroup } from '../offer/created.ts';
import type { State } from '../state/state-branch.ts';
import { createGroups } from './create-groups.ts';
import type { Pushing } from './while-pushing.ts';

/** How all of it ended, and the groups whose ids are in no merged file yet. */
export interface RanAll extends Ran {
  readonly created: readonly CreatedGroup[];
}

/** What is to be carried out, and how. */
export interface Doing extends Pushing {
  /** So many groups of this account have no id in their files. */
  readonly toCreate: number;
}

/**
 * What the plan files approve first, then what earlier ones approved and nobody has carried out yet: that reads all groups once
 * more, so it is left out where there is nothing.
 */
export async function applyAll(job: Job, state: State, doing: Doing): Promise<RanAll> {
  const plans = job.input('PLANS').split('\n').filter(Boolean);
  const first = await applyPass(job, state, { ...doing, plans, name: 'report' });
  if (plans.length === 0 || !(await mayGoOn(job, first.code)) || !(await isMoreApproved(job, state)))
    return first;
  await doing.reserve(undefined);
  const toCreate = doing.toCreate - first.created.length;
  const rest = await applyPass(job, state, { ...doing, toCreate, plans: [], name: 'rest' });
  return toBoth(first, rest);
}

interface Pass extends Doing {
  readonly plans: readonly string[];
  /** Of its reports, without their endings. */
  readonly name: 'report' | 'rest';
}

/** Makes groups, then brings all of them to what their files say. */
async function applyPass(job: Job, state: State, pass: Pass): Promise<RanAll> {
  const isNew = pass.name === 'report' && job.input('NEW_JOURNAL') === 'true';
  // A memory that is only begun knows of no group that was made.
  const made = pass.toCreate > 0 && !isNew ? await createOnce(job, state, pass) : undefined;
  if (made && !mayFollow(made, job)) return made;
  await pass.reserve(undefined);
  const options = await toOptions(job, state, pass, pass.name);
  const act = (io: Job['io']) => apply({ ...options, newJournal: isNew }, io, toHooks(pass));
  const ran = { ...(await runCommand(act, job.io)), created: [] };
  return made ? toBoth(made, ran) : ran;
}

async function createOnce(job: Job, state: State, pass: Pass): Promise<RanAll> {
  const options = await toOptions(job, state, pass, `${pass.name}-new`);
  return createGroups(job, options, { ...toHooks(pass), beforeCreating: pass.push });
}

async function toOptions(job: Job, state: State, { plans }: Pass, name: string) {
  const { groups, account, work } = job;
  return {
    groups,
    target: [],
    plans,
    state: state.folder,
    beside: await findBeside(state),
    report: join(work, `${name}.json`),
    markdown: join(work, `${name}.md`),
    html: join(work, `${name}.html`),
    occasion: await readOccasion(job, job.commit),
    ...(account && { account }),
  } satisfies ApplyOptions;
}

/** Whichever run comes to the journal first takes into it what lies beside it. */
async function findBeside({ journal, text, beside }: State): Promise<State['beside']> {
  const now = existsSync(journal) ? await readFile(journal, 'utf8') : '';
  return now === text ? beside : [];
}

function toHooks({ reserve }: Pass): Hooks {
  return {
    beforeLookups: (most) => reserve({ adds: 0, ...most }),
    beforeWrites: (most) => reserve({ ...most, mapped: mappedPerDay }),
  };
}

/** A pass goes on where groups could not be made, but for what would end an apply as well. */
function mayFollow({ code, isUnpushed }: Ran, { io }: Job): boolean {
  const isOver = [exitCodes.interrupted, exitCodes.bug, exitCodes.usage].some((each) => each === code);
  return !isOver && !isUnpushed && !io.signal.aborted;
}

/** Whatever ended the first pass for good, or left it without a memory, would do the same to the next. */
async function mayGoOn({ work }: Job, code: number): Promise<boolean> {
  if (
    ![exitCodes.ok, exitCodes.failed, exitCodes.incomplete, exitCodes.refused].some((each) => each === code)
  )
    return false;
  const document = await readDocument(join(work, 'report.json'));
  return document !== undefined && document.memory !== 'unusable';
}

async function isMoreApproved({ io }: Job, { journal }: State): Promise<boolean> {
  return holdsApprovals(await readFile(journal, 'utf8'), io.clock.now());
}

/** Two runs, one after the other, as one; a group that both tell of is one. */
function toBoth(one: RanAll, other: RanAll): RanAll {
  const created = new Map([...one.created, ...other.created].map((group) => [group.path, group]));
  return {
    code: toWorse(one.code, other.code),
    out: `${one.out}\n${other.out}`,
    err: one.err + other.err,
    isUnpushed: one.isUnpushed === true || other.isUnpushed === true,
    created: [...created.values()],
  };
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
