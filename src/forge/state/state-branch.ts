import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RollcallError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { git, gitText } from '../../git/run-git.ts';
import { readTip } from '../../git/remote.ts';
import { keepHold } from '../../journal/hold.ts';
import { journalName } from '../../journal/lines/lines.ts';
import type { Job } from '../job.ts';
import type { Sealer } from './seals.ts';
import { createSealer } from './seals.ts';
import type { Reserved, Slip, SlipEntry } from './slips.ts';
import { readSlips, slipFolder, toSlipText, toSpent } from './slips.ts';

/** The state's branch cannot be read or written to. What depends on it is not begun. */
export class StateError extends RollcallError {
  override readonly name = 'StateError';
  override readonly exitCode = exitCodes.failed;
}

/**
 * The memory across runs, on a branch of its own: one folder an account, the journal in it and the commit that was applied
 * last, and slips that plans leave. The journal holds pseudonyms, no numbers; the key to them never leaves the secrets.
 */
export interface State {
  /** The state folder, for `--state`. */
  readonly folder: string;
  readonly journal: string;
  /** The journal as it came from the branch; '' where none did. */
  readonly text: string;
  /** The commit that was applied last; '' where that is not known. */
  readonly applied: string;
  /** What lies on the branch is not used: it is not as Rollcall left it, or ROLLCALL_KEY is another. */
  readonly isUnsealed: boolean;
  /** What plans left, and all its lines by their times. */
  readonly slips: readonly Slip[];
  readonly beside: readonly SlipEntry[];
  readonly branch: string;
  readonly sealer: Sealer;
  /** The copy of the branch that is pushed. */
  readonly copy: string;
  /** Milliseconds before a push that failed is tried again; each time longer. */
  readonly pause: number;
}

const usualTries = 8;

/**
 * Puts the memory where the commands find it. Many may write to a branch, and a line of the journal can approve: without a
 * seal made with our key nothing of it is read, as if there were none. Rejects where the branch cannot be read.
 */
export async function openState(job: Job, { pause }: { readonly pause: number }): Promise<State> {
  const { work, account, accountName: name } = job;
  const sealer = createSealer(job.io.env['ROLLCALL_KEY']);
  const [folder, copy, branch] = [join(work, 'state'), join(work, 'branch'), job.input('STATE_BRANCH')];
  const journal = join(folder, account, journalName);
  await rm(folder, { recursive: true, force: true });
  await rm(copy, { recursive: true, force: true });
  await pull(job, { copy, branch });
  await mkdir(dirname(journal), { recursive: true });
  const slips = await readSlips(join(copy, name), name, sealer);
  const kept = await readKept(join(copy, name));
  const isOurs =
    kept && sealer.isSealed(kept.journal, kept.seal, { kind: 'state', account: name, commit: kept.applied });
  const beside = slips.flatMap((slip) => slip.entries).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (isOurs) await writeFile(journal, kept.journal);
  // Where there is no journal to take it in, a stop is kept beside it.
  else keepHolds(beside, dirname(journal), job.io.clock.now());
  const state = { folder, journal, slips, beside, branch, sealer, copy, pause };
  return {
    ...state,
    text: isOurs ? kept.journal : '',
    applied: isOurs ? kept.applied : '',
    isUnsealed: kept !== undefined && !isOurs,
  };
}

function keepHolds(entries: readonly SlipEntry[], folder: string, now: number): void {
  for (const entry of entries) if (entry.type === 'held-back') keepHold(folder, Date.parse(entry.until), now);
}

/** A journal without the line that a run is writing to it. */
function toWholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

/** What lies in an account's folder; undefined where there is no journal. */
async function readKept(folder: string) {
  if (!existsSync(join(folder, journalName))) return undefined;
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const [journal, applied, seal] = await Promise.all([read(journalName), read('applied'), read('seal')]);
  return { journal, applied: applied.trim(), seal };
}

/**
 * Brings the copy to where the branch stands on the server: what an earlier push of this run could not bring there is no
 * part of it, nor a branch that is gone since.
 */
async function pull(job: Job, { copy, branch }: Pick<State, 'copy' | 'branch'>): Promise<void> {
  const { remote } = job;
  const { env } = remote.options;
  const ref = toRef(branch);
  const isNew = !existsSync(join(copy, '.git'));
  if (isNew) await startCopy(job, { copy });
  try {
    await git(copy, ['fetch', '--quiet', '--no-tags', '--depth=1', remote.url, ref], remote.options);
  } catch (error) {
    if ((await readTip(remote, copy, ref)) !== '') throw error;
    return isNew ? undefined : startCopy(job, { copy });
  }
  await git(copy, ['reset', '--quiet', '--hard', 'FETCH_HEAD'], { env });
}

/** A branch by its name, or any ref where it is spelled out: on some forges a branch starts workflows, and another ref does not. */
function toRef(branch: string): string {
  return branch.startsWith('refs/') ? branch : `refs/heads/${branch}`;
}

/** An empty copy, for a branch that is to be begun. */
async function startCopy({ remote }: Job, { copy }: Pick<State, 'copy'>): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  await git(copy, ['init', '--quiet', '--template=', '--initial-branch=state'], { env: remote.options.env });
}

export interface Push {
  /**
   * What the run may spend at the most: it stands behind the journal as spent until the run's end pushes one without it, so
   * that a run that dies has spent it all for 24 hours.
   */
  readonly reserved?: Reserved | undefined;
  /** What is applied by now. */
  readonly applied?: string | undefined;
  /** So often it is tried on top of what is fetched then. */
  readonly tries?: number;
}

/** Pushes this account's journal on top of what others have pushed meanwhile: they write to other places. */
export async function pushState(job: Job, state: State, push: Push = {}): Promise<void> {
  // The one on the branch, if any, is none that can be used; it is left there for whoever looks into it.
  if (!existsSync(state.journal)) return;
  await pushChange(job, state, () => writeJournal(job, state, push), push.tries);
}

/** Pushes what a plan has looked up, or was told to wait for, beside the journal: the next run takes it in. */
export async function pushSlip(job: Job, state: State, entries: readonly SlipEntry[]): Promise<void> {
  const { accountName: account, runName } = job;
  const file = `${runName}.slip`;
  await pushChange(job, state, async () => {
    const place = join(state.copy, account, slipFolder);
    await removeUnlessFolder(join(state.copy, account));
    await removeUnlessFolder(place);
    await mkdir(place, { recursive: true });
    if (entries.length === 0) await rm(join(place, file), { force: true });
    else await writeFile(join(place, file), toSlipText(entries, { account, name: file }, state.sealer));
  });
}

/** Somebody may have put a file in the place of a folder. */
async function removeUnlessFolder(path: string): Promise<void> {
  const isFolder = await lstat(path).then(
    (stats) => stats.isDirectory(),
    () => true,
  );
  if (!isFolder) await rm(path);
}

/**
 * `change` makes the change in the copy, which stands where this run last saw the branch. Only where that does not do, since somebody
 * else was quicker or the server did not answer, is the branch fetched, and the change made anew; `tries` times. Rejects with a
 * `StateError` when that does not help.
 */
async function pushChange(
  job: Job,
  state: State,
  change: () => Promise<void>,
  tries = usualTries,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (attempt > 0) await pull(job, state);
      await change();
      return await commitAndPush(job, state);
    } catch (error) {
      if (attempt >= tries)
        throw new StateError(`The state cannot be pushed to ${state.branch}.`, { cause: error });
    }
    await job.io.clock.sleep(state.pause * attempt);
  }
}

/** Rejects where the branch is elsewhere than the copy was: then the copy's commit, if it has one, is on top of no branch's. */
async function commitAndPush({ remote, accountName }: Job, { copy, branch }: State): Promise<void> {
  const { env } = remote.options;
  const ref = toRef(branch);
  // Git has an index from the first commit on, or from what was fetched.
  const before = existsSync(join(copy, '.git', 'index')) ? 'HEAD^' : '';
  // What some configuration ignores is pushed all the same.
  await git(copy, ['add', '--all', '--force'], { env });
  const commit = ['commit', '--quiet', '--no-verify', '-m', `state of ${accountName}`];
  const isNew = await git(copy, commit, { env }).then(
    () => true,
    async (error: unknown) => {
      // It fails where there is nothing to commit, and says so in the user's language.
      if ((await gitText(copy, ['diff', '--cached', '--name-only'], { env })) !== '') throw error;
      return false;
    },
  );
  if (!isNew) {
    const at = before && (await gitText(copy, ['rev-parse', 'HEAD'], { env }));
    if ((await readTip(remote, copy, ref)) === at) return;
    throw new Error('The branch has moved.');
  }
  const lease = `--force-with-lease=${ref}:${before}`;
  await git(copy, ['push', '--quiet', lease, remote.url, `HEAD:${ref}`], remote.options);
}

/** The account's folder anew, whatever lay there, but for slips that have come since. */
async function writeJournal(job: Job, state: State, { reserved, applied = state.applied }: Push) {
  const { accountName: account, io } = job;
  const folder = join(state.copy, account);
  const text = await readFile(state.journal, 'utf8');
  const slips = await readNewSlips(folder, text === state.text ? [] : state.slips);
  const whole = toWholeLines(text);
  // It makes the next run but more careful, so that it needs no place in the journal's chain.
  const journal = reserved ? `${whole}${JSON.stringify(toSpent(reserved, io.clock.now()))}\n` : whole;
  await rm(folder, { recursive: true, force: true });
  await mkdir(slips.size > 0 ? join(folder, slipFolder) : folder, { recursive: true });
  for (const [name, text] of slips) await writeFile(join(folder, slipFolder, name), text);
  await writeFile(join(folder, journalName), journal);
  if (applied) await writeFile(join(folder, 'applied'), `${applied}\n`);
  const seal = state.sealer.seal(journal, { kind: 'state', account, commit: applied });
  await writeFile(join(folder, 'seal'), `${seal}\n`);
}

/** Slips that are no part of the journal yet: a run that did not come to it has taken none in. */
async function readNewSlips(folder: string, taken: readonly Slip[]): Promise<ReadonlyMap<string, Buffer>> {
  const place = join(folder, slipFolder);
  const known = new Map(taken.map(({ name, text }) => [name, text]));
  const found = new Map<string, Buffer>();
  for (const name of await readdir(place).catch(() => [])) {
    const text = await readFile(join(place, name));
    // One that is written anew while this run goes on tells more than it did.
    if (known.get(name) !== text.toString()) found.set(name, text);
  }
  return found;
}
