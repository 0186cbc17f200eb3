import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { git, gitText, readTip, toRemote } from './git.mjs';

const tries = 8;

/**
 * The memory across runs, on a branch of its own: one folder an account, the journal in it and the commit that was applied
 * last. The journal holds pseudonyms, no numbers; the key to them never leaves the secrets.
 */
export async function openState({ branch, account, folder, copy, pause = 0 }, env) {
  const remote = toRemote(env);
  for (const old of [folder, copy]) await rm(old, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  await git(copy, ['init', '--quiet', `--initial-branch=${branch}`]);
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
  const kept = join(copy, state.name, 'journal.jsonl');
  if (existsSync(kept)) await copyFile(kept, state.journal);
  const applied = await readFile(join(copy, state.name, 'applied'), 'utf8').catch(() => '');
  return { ...state, applied: applied.trim() };
}

/** The branch as it stands on the server; false where there is none yet. */
async function pull({ url, access, branch, copy }) {
  const ref = `refs/heads/${branch}`;
  if ((await readTip({ url, access }, copy, ref)) === '') return false;
  await git(copy, ['fetch', '--quiet', '--no-tags', '--depth=1', url, ref], access);
  await git(copy, ['reset', '--quiet', '--hard', 'FETCH_HEAD']);
  return true;
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

async function pushOnce(state, { reserved, applied, now }) {
  const folder = join(state.copy, state.name);
  await pull(state);
  await mkdir(folder, { recursive: true });
  if (existsSync(state.journal))
    await writeFile(join(folder, 'journal.jsonl'), await toJournal(state, reserved, now));
  if (applied) await writeFile(join(folder, 'applied'), `${applied}\n`);
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
