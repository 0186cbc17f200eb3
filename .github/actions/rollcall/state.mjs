import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { git, gitText, readTip, toRemote } from './git.mjs';
import { isSealed, toSeal } from './seal.mjs';
import { annotate } from './workflow.mjs';

const tries = 8;

/**
 * The memory across runs, on a branch of its own: one folder an account, the journal in it and the commit that was applied
 * last. The journal holds pseudonyms, no numbers; the key to them never leaves the secrets. Many may write to a branch, and
 * a line of the journal can approve: without a seal made with our key nothing of it is read, as if there were none.
 */
export async function openState({ branch, account, folder, copy, pause = 0 }, env) {
  const remote = toRemote(env);
  await rm(folder, { recursive: true, force: true });
  const state = {
    ...remote,
    branch,
    copy,
    pause,
    name: account || 'main',
    journal: join(folder, account, 'journal.jsonl'),
  };
  await pull(state);
  await mkdir(dirname(state.journal), { recursive: true });
  const kept = await readKept(join(copy, state.name));
  if (!kept) return { ...state, applied: '' };
  const { journal, applied, seal } = kept;
  if (!isSealed(journal, { seal, kind: 'state', account: state.name, commit: applied }, env)) {
    annotate([{ level: 'warning', title: 'Rollcall', text: unsealedText }]);
    return { ...state, applied: '' };
  }
  await writeFile(state.journal, journal);
  return { ...state, applied };
}

const unsealedText =
  'The memory on the branch is not as Rollcall left it, or ROLLCALL_KEY is another: it is not used.';

/** What lies in an account's folder; undefined where there is no journal. */
async function readKept(folder) {
  if (!existsSync(join(folder, 'journal.jsonl'))) return undefined;
  const read = (name) => readFile(join(folder, name), 'utf8').catch(() => '');
  const [journal, applied, seal] = await Promise.all(['journal.jsonl', 'applied', 'seal'].map(read));
  return { journal, applied: applied.trim(), seal };
}

/**
 * The branch as it stands on the server, in an empty copy: what an earlier push of this run could not bring there is no
 * part of it, nor a branch that is gone since.
 */
async function pull({ url, access, branch, copy }) {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  await git(copy, ['init', '--quiet', `--initial-branch=${branch}`]);
  const ref = `refs/heads/${branch}`;
  if ((await readTip({ url, access }, copy, ref)) === '') return;
  await git(copy, ['fetch', '--quiet', '--no-tags', '--depth=1', url, ref], access);
  await git(copy, ['reset', '--quiet', '--hard', 'FETCH_HEAD']);
}

/**
 * Pushes this account's folder on top of what others have pushed meanwhile: they write to other folders. `reserved` is
 * what the run may spend at the most; it stands behind the journal as spent until the run's end pushes one without it, so
 * that a run that dies has spent it all for 24 hours. Tries again where somebody else was quicker or the server did not
 * answer, after `pause` milliseconds the first time and longer each time.
 */
export async function pushState(state, { reserved, applied, now = new Date() }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pushOnce(state, { reserved, applied, now });
      return;
    } catch (error) {
      if (attempt >= tries)
        throw new Error(`The state cannot be pushed to ${state.branch}.`, { cause: error });
    }
    await wait(state.pause * attempt);
  }
}

async function pushOnce(state, { reserved, applied = state.applied, now }) {
  // The one on the branch, if any, is none that can be used; it is left there for whoever looks into it.
  if (!existsSync(state.journal)) return;
  await pull(state);
  const folder = join(state.copy, state.name);
  const journal = await toJournal(state, reserved, now);
  const place = { kind: 'state', account: state.name, commit: applied };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'journal.jsonl'), journal);
  if (applied) await writeFile(join(folder, 'applied'), `${applied}\n`);
  await writeFile(join(folder, 'seal'), `${toSeal(journal, place, state.access.env)}\n`);
  // What some configuration ignores is pushed all the same.
  await git(state.copy, ['add', '--all', '--force']);
  if ((await gitText(state.copy, ['diff', '--cached', '--name-only'])) === '') return;
  await git(state.copy, ['commit', '--quiet', '--no-verify', '-m', `state of ${state.name}`]);
  await git(state.copy, ['push', '--quiet', state.url, `HEAD:refs/heads/${state.branch}`], state.access);
}

/** Whole lines of the journal, which a run may be writing to, and behind them what is reserved. */
async function toJournal({ journal }, reserved, now) {
  const text = await readFile(journal, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (!reserved) return whole;
  return `${whole}${JSON.stringify({ at: now.toISOString(), type: 'spent', ...reserved })}\n`;
}
