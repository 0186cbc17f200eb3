import { toFailure } from '../answers/classify.ts';
import type { Reply } from '../answers/reply.ts';
import { isSuccess } from '../answers/reply.ts';

/**
 * How many requests in a row had no answer. A write that hangs is mostly followed by a read that does not, so a read
 * that is answered takes back other reads only, a write that is answered takes back all.
 */
export interface Silence {
  reads: number;
  writes: number;
  /** Stays true: so many in a row are no accident. */
  isOver: boolean;
}

/** A hung WhatsApp costs 45 s to 120 s a request (docs/gowa.md#t12); after so many the run ends. */
export const bearableSilences = 3;

/** Why a run ends after too many requests without an answer, for people. */
export const silenceText = `${bearableSilences} requests in a row had no answer: GOWA hangs, or its line to WhatsApp. What was sent last may have happened`;

/** The count at the beginning of a run: nothing has been asked yet. */
export function createSilence(): Silence {
  return { reads: 0, writes: 0, isOver: false };
}

/** Counts the reply to one request (its retries included) among those with or without an answer. */
export function noteReply(silence: Silence, method: 'GET' | 'POST', reply: Reply): void {
  const isSilent = isUnanswered(reply);
  if (method === 'GET') silence.reads = isSilent ? silence.reads + 1 : 0;
  else if (isSilent) silence.writes += 1;
  else Object.assign(silence, { reads: 0, writes: 0 });
  if (silence.reads + silence.writes >= bearableSilences) silence.isOver = true;
}

/** What became of the last write may still be read, unless it is the reads that hang. */
export function mayRead({ isOver, reads }: Silence): boolean {
  return !isOver || reads === 0;
}

/** No answer within the time limit, of Rollcall or of GOWA, or a line that was lost; whatever a success says, it is one. */
function isUnanswered(reply: Reply): boolean {
  if (isSuccess(reply)) return false;
  const { code } = toFailure(reply);
  return code === 'timeout' || code === 'dropped';
}
