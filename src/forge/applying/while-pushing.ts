import type { Job } from '../job.ts';
import type { Reserved } from '../state/slips.ts';
import type { State } from '../state/state-branch.ts';
import { pushState } from '../state/state-branch.ts';

/** How what is carried out keeps the branch of the memory up to date. What is awaited here is on the branch then. */
export interface Pushing {
  /** What may be spent at the most from here on, in the place of what was said before; undefined: the journal says it by now. */
  reserve(most: Reserved | undefined): Promise<void>;
  /** The journal as it stands. */
  push(): Promise<void>;
}

/**
 * Carries something out, and pushes the journal meanwhile: every so many milliseconds, and at once when the job is cancelled, since
 * nobody knows whether there is time for the end. Never two at once; a push that fails is made good by the next.
 */
export async function whilePushing<Result>(
  job: Job,
  state: State,
  every: number,
  act: (pushing: Pushing) => Promise<Result>,
): Promise<Result> {
  let reserved: Reserved | undefined;
  let pushing: Promise<void> = Promise.resolve();
  const push = () => {
    const next = pushing.catch(() => undefined).then(() => pushState(job, state, { reserved }));
    pushing = next;
    return next;
  };
  let isAsked = false;
  const pushAgain = () => {
    if (isAsked) return;
    isAsked = true;
    push()
      .catch(() => undefined)
      .finally(() => (isAsked = false));
  };
  const timer = setInterval(pushAgain, every);
  job.io.signal.addEventListener('abort', pushAgain);
  const reserve = async (most: Reserved | undefined) => {
    reserved = most;
    if (most) await push();
  };
  const result = await act({ reserve, push });
  clearInterval(timer);
  job.io.signal.removeEventListener('abort', pushAgain);
  await pushing.catch(() => undefined);
  return result;
}
