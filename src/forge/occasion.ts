import { readFile } from 'node:fs/promises';
import type { Occasion } from '../domain/occasion.ts';
import { parseEvent } from './github/event.ts';
import type { Job } from './job.ts';

/**
 * What this run is for: the commit and the pull request that the step was told of, and of the event that began it, which
 * the runner keeps as a file, who wrote it and what it is called. An event that is about another pull request, or cannot
 * be read, tells nothing: the report does without.
 */
export async function readOccasion(job: Job, commit: string, pullRequest?: number): Promise<Occasion> {
  const { addresses, io } = job;
  const event = parseEvent(await readFile(io.env['GITHUB_EVENT_PATH'] ?? '', 'utf8').catch(() => ''));
  const isSame = event.pullRequest?.number === pullRequest;
  const { author } = event;
  return {
    ...(commit && {
      commit: { id: commit, address: addresses.commit(commit) },
      files: addresses.files(commit),
    }),
    ...(pullRequest !== undefined && {
      pullRequest: {
        number: pullRequest,
        title: isSame ? (event.pullRequest?.title ?? '') : '',
        address: addresses.pullRequest(pullRequest),
      },
    }),
    ...(isSame && author !== undefined && { author }),
    page: addresses.runPage,
  };
}
