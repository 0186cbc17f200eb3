import { isCommitId } from '../../git/commit-id.ts';
import { gitText } from '../../git/run-git.ts';
import type { MergedPull } from '../forge.ts';
import type { Job } from '../job.ts';

/** What has come to the branch since it was applied last. */
export interface Merged {
  readonly pulls: readonly MergedPull[];
  /** Commits that came with no pull request. */
  readonly alone: readonly string[];
  /** Commits further back were left out. */
  readonly isCut: boolean;
}

/** So many commits are asked about, the newest ones: each is a request, and GitHub answers a thousand in an hour. */
const commitLimit = 500;

/**
 * GitHub learns some seconds after a merge which pull request a commit came with, and says until then that there is none
 * (https://github.com/Songmu/tagpr/issues/330). Whoever believed that would lose what was reviewed: of a commit of the
 * last minutes it is asked again, so many times, with so long a pause. Milliseconds.
 */
const tries = 6;
const settled = 10 * 60_000;
const pause = 10_000;

/** The pull requests by which the branch came from what was applied last to what is checked out. */
export async function findMerged(job: Job, applied: string): Promise<Merged> {
  const { commits, isCut } = await listCommits(job, applied);
  const pulls = new Map<number, MergedPull>();
  const findAlone = async (asked: readonly Commit[]) => {
    const alone: Commit[] = [];
    for (const commit of asked) {
      const found = await job.forge.findMerged(commit.id);
      for (const pull of found) pulls.set(pull.number, pull);
      if (found.length === 0) alone.push(commit);
    }
    return alone;
  };
  let alone = await findAlone(commits);
  for (let attempt = 2; attempt <= tries; attempt += 1) {
    const since = job.io.clock.now() - settled;
    const fresh = alone.filter(({ at }) => at > since);
    if (fresh.length === 0) break;
    await job.io.clock.sleep(pause);
    const still = new Set(await findAlone(fresh));
    alone = alone.filter((commit) => still.has(commit) || commit.at <= since);
  }
  return { pulls: [...pulls.values()], alone: alone.map(({ id }) => id), isCut };
}

interface Commit {
  /** 40 or 64 hex digits. */
  readonly id: string;
  /** When it was made; milliseconds since 1970. */
  readonly at: number;
}

/** Commits on the way from what was applied last to what is checked out; just the last one where nothing was yet. */
async function listCommits(job: Job, applied: string) {
  const newest = () => list(job, ['--max-count=1', 'HEAD']);
  if (!isCommitId(applied)) return { commits: await newest(), isCut: false };
  try {
    const range = ['--first-parent', `--max-count=${commitLimit + 1}`, `${applied}..HEAD`];
    const all = await list(job, range);
    return { commits: all.slice(0, commitLimit), isCut: all.length > commitLimit };
  } catch {
    // The history was rewritten.
    return { commits: await newest(), isCut: true };
  }
}

async function list({ workspace, remote }: Job, range: readonly string[]): Promise<Commit[]> {
  const args = ['rev-list', '--timestamp', ...range];
  const text = await gitText(workspace, args, { env: remote.options.env });
  const lines = text.split('\n').map((line) => line.split(' '));
  return lines.flatMap(([seconds, id]) => (isCommitId(id) ? [{ id, at: Number(seconds) * 1000 }] : []));
}
