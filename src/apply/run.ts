import type { Change } from '../domain/plan/change.ts';
import type { RecordEvent } from '../domain/event.ts';
import type { Answer, Clock, Reader, ReadPhoto, Writer } from '../domain/gateway.ts';
import type { GroupId, LiveGroup } from '../domain/group.ts';
import type { Stop } from '../domain/plan/outcome.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import type { Pacer } from './pace.ts';

/** What an apply acts through. */
export interface ApplyContext {
  readonly reader: Reader;
  /** Why the reader reads no more, once it does not: then nothing is sent either. */
  readonly readingEnded: () => Stop | undefined;
  /** Absent: photos are no matter of this run. */
  readonly readPhoto?: ReadPhoto;
  /** A group's invite link; undefined where it could not be read. Absent: links are no matter of this run. */
  readonly readLink?: (group: GroupId) => Promise<string | undefined>;
  readonly writer: Writer;
  readonly pacer: Pacer;
  readonly record: RecordEvent;
  /** People who may still be looked up in this run for hiding their number. */
  readonly lookups: number;
  readonly clock: Clock;
  /** Aborted when somebody wants the run to end: the request in flight is waited for, nothing new is sent. */
  readonly signal: AbortSignal;
}

/** What one run knows and finds out; the fields that change are those that more than one group needs. */
export interface ApplyRun extends ApplyContext {
  /** What plans are made from; look-ups add to its `lids` on the way. */
  input: PlanInput;
  /** When its groups were read for the whole plan, milliseconds since 1970; long ago, once a group could not be read again. */
  readAt: number;
  /** The account's own number: asked about first and last, it tells a limit from a bad number (docs/gowa.md#t3). */
  readonly own: PhoneNumber;
  /** Confirmed, in this run, to be on WhatsApp, or not to be. */
  readonly registered: Map<PhoneNumber, boolean>;
  /** The account must not go on. */
  stop?: Stop;
  paceSpent: boolean;
  /** People who may still be looked up for hiding their number. */
  lookupsLeft: number;
}

/** One request that was sent for a change, and the group as it was right before. */
export interface Attempt {
  readonly change: Change;
  readonly answer: Answer;
  readonly before: LiveGroup;
  /** Everybody who was in the same request. */
  readonly batch: readonly Change[];
}

/** What the readings of a link before and after its renewal tell; `unread-before`: nothing was sent. */
export type Renewal = 'unread-before' | 'unread-after' | 'same' | 'new';

/** One group on its way: what was approved, what was tried, and the plan as its last reading makes it. */
export interface GroupRun {
  readonly approved: readonly Change[];
  readonly attempts: Attempt[];
  /** The group as the first reading found it. */
  readonly first?: LiveGroup;
  /** Made again from the last reading, with only what was approved. */
  plan: GroupPlan;
  /** When its people were last read, milliseconds since 1970. */
  readAt: number;
  /** Its own turn has read it, or its photo: nothing but people who come or rise is sent before. */
  isReadAgain: boolean;
  /** GOWA refuses a batch although all of it is on WhatsApp: nothing more is tried here. */
  gaveUp: boolean;
  /** What came of renewing its link, once that was tried. */
  renewal?: Renewal;
}

/** What stops a run is written down, so that the next one knows. */
export async function stop(run: ApplyRun, reason: Stop): Promise<void> {
  if (run.stop) return;
  run.stop = reason;
  await run.record({ type: 'stopped', stop: reason });
}

/** Ends the run where the reader has been told to stop (a limit, a lost session): nothing can be proved any more. */
export async function stopWithReader(run: ApplyRun): Promise<void> {
  const ended = run.readingEnded();
  if (ended) await stop(run, ended);
}

/** True when nothing more may be sent in this run. */
export function isOver({ stop, signal }: ApplyRun): boolean {
  return stop !== undefined || signal.aborted;
}
