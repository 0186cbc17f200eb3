import { attemptToWrite } from '../disk/storage-error.ts';
import type { RecordEvent, RunEvent } from '../domain/event.ts';
import type { Past } from '../domain/past.ts';
import { findBackOff } from '../domain/patience.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import type { Stop } from '../domain/plan/outcome.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import type { ApplyContext, ApplyRun } from './run.ts';

/** A run that has found out nothing yet; stopped from the start where an earlier one has to be waited for. */
export function startRun<Context extends ApplyContext>(
  input: PlanInput,
  own: PhoneNumber,
  context: Context,
): Context & ApplyRun {
  const run: Context & ApplyRun = {
    ...context,
    record: (event) => recordOrStop(event, context.record, run),
    input,
    readAt: input.now,
    own,
    registered: new Map(),
    paceSpent: false,
    lookupsLeft: context.lookups,
    ...findHold(input.past, context.clock.now()),
  };
  return run;
}

/**
 * What cannot be written down ends the run: nothing more is sent, and what was sent is still read again and told. A run
 * that has not begun fails at once.
 */
async function recordOrStop(event: RunEvent, record: RecordEvent, run: ApplyRun): Promise<void> {
  const fault = await attemptToWrite(() => record(event));
  if (fault && event.type === 'run-started') throw fault;
  if (fault) run.stop ??= { kind: 'stop', code: 'no-storage', text: fault.message };
}

/** An earlier run met a limit or lost its session: for a while nothing is sent. */
function findHold({ notBefore }: Past, now: number): { stop?: Stop } {
  if (notBefore === undefined || notBefore <= now) return {};
  const text = 'an earlier run met a limit of WhatsApp, or lost its session, so that this one has to wait';
  return { stop: { kind: 'stop', code: 'rate-limited', text } };
}

/** When another run can go on: once there is something left of the day, and a while after WhatsApp said stop. */
export function findResumption({ paceSpent, stop, pacer, input, clock }: ApplyRun): { resumesAt?: number } {
  const now = clock.now();
  const wait = findBackOff(stop?.code) ?? 0;
  const held = input.past.notBefore ?? 0;
  // A run that was held back from the start has met nothing new that it would have to wait for.
  const isHeld = stop !== undefined && held > now;
  const resumesAt = Math.max(isHeld ? held : now + wait, paceSpent ? pacer.resumesAt() : 0);
  return resumesAt > now ? { resumesAt } : {};
}
