import { isCommitId } from '../../git/commit-id.ts';
import type { Job } from '../job.ts';

/** What a plan is sealed for: the pull request that shows it, and the head that it is made for. */
export interface Shown {
  readonly commit: string;
  readonly pullRequest: number;
}

/** Undefined where the plan approves nothing, since no pull request shows it. Throws where only half of it is told. */
export function findShown(job: Pick<Job, 'input'>): Shown | undefined {
  const [commit, number] = [job.input('HEAD'), job.input('PULL_REQUEST')];
  if (commit === '') return undefined;
  if (isCommitId(commit) && /^[1-9]\d{0,9}$/.test(number)) return { commit, pullRequest: Number(number) };
  throw new Error('A plan for a head needs a commit id, and the number of the pull request that shows it.');
}
