import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exitCodes } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import { parseEntries } from '../../journal/entries/append-entries.ts';
import { readHold } from '../../journal/hold.ts';
import type { StateOptions } from '../../options.ts';
import type { Hooks, ReadingCost } from '../../session/hooks.ts';
import type { Ran } from '../command.ts';
import { runCommand } from '../command.ts';
import type { Job } from '../job.ts';
import type { SlipEntry } from './slips.ts';
import { mayStand, toAt, toSpent } from './slips.ts';
import { tellUnsealed } from './tell-unsealed.ts';
import type { State } from './state-branch.ts';
import { openState, pushSlip } from './state-branch.ts';

/** Milliseconds before a push that failed is tried again. */
const pause = 1_200;

/** A command that reads groups, with the memory that it is to use. */
type Act = (memory: StateOptions, io: Io, hooks: Pick<Hooks, 'beforeLookups'>) => Promise<number>;

/**
 * Runs a command that reads, with the memory of the branch that the job names, if it names one. What it may look up is
 * pushed before it does, and what it has looked up, or was told to wait for, after it.
 */
export async function runReading(job: Job, act: Act): Promise<Ran> {
  const { io } = job;
  const state = job.input('STATE_BRANCH') === '' ? undefined : await openState(job, { pause });
  if (!state) return runCommand((own) => act({}, own, {}), io);
  await tellUnsealed(job, state);
  const since = io.clock.now();
  // Whatever becomes of this run, what it may look up is spent before it does.
  const beforeLookups = async (most: ReadingCost) =>
    pushSlip(job, state, [toSpent({ adds: 0, ...most }, io.clock.now())]);
  const memory = { state: state.folder, beside: state.beside };
  const ran = await runCommand((own) => act(memory, own, { beforeLookups }), io);
  return { ...ran, code: await leaveSlip(job, state, { since, ran }) };
}

interface Read {
  /** When it was begun; milliseconds since 1970. */
  readonly since: number;
  readonly ran: Ran;
}

/** Pushes what was looked up, and a stop, which the next run waits for. Returns the code. */
async function leaveSlip(job: Job, state: State, { since, ran }: Read): Promise<number> {
  try {
    const entries = await findSlip(state, since);
    if (entries.length > 0) await pushSlip(job, state, entries);
    return ran.code;
  } catch (error) {
    await job.runner.annotate([{ level: 'error', title: 'Rollcall', text: (error as Error).message }], 1);
    return ran.code === exitCodes.ok ? exitCodes.failed : ran.code;
  }
}

/** What a command has left in its own copy of the memory: what it looked up, and told. */
async function findSlip({ journal }: State, since: number): Promise<SlipEntry[]> {
  const text = existsSync(journal) ? await readFile(journal, 'utf8') : '';
  const looked = (parseEntries(text) ?? []).filter(mayStand).filter(({ type, at }) => {
    return ['lookup', 'mapped', 'photo', 'told'].includes(type) && Date.parse(at) >= since;
  });
  const until = readHold(dirname(journal), since) ?? 0;
  const held: SlipEntry[] = until > since ? [{ at: toAt(since), type: 'held-back', until: toAt(until) }] : [];
  return [...looked, ...held];
}
