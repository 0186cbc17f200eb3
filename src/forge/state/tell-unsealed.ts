import type { Job } from '../job.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import type { State } from './state-branch.ts';

/** Says in the run's notes that what lies on the branch of the memory is not used, where that is so. */
export async function tellUnsealed(job: Job, { isUnsealed }: State): Promise<void> {
  if (!isUnsealed) return;
  const text = (await loadOwnWords(job)).forge.unsealed;
  await job.runner.annotate([{ level: 'warning', title: 'Rollcall', text }]);
}
