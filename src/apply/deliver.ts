import type { Change, Step } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { Answer } from '../domain/gateway.ts';
import type { LiveGroup } from '../domain/group.ts';
import { toMarks } from '../planning/marks.ts';
import { hasDeclined } from './decline.ts';
import { toCost } from './pace.ts';
import type { Attempt, ApplyRun } from './run.ts';
import { isOver, stopWithReader } from './run.ts';

/**
 * Sends requests for one group, one after another, up to the first answer that is not `accepted`: whatever that answer was,
 * only a reading tells what to do next.
 */
export async function deliver(steps: readonly Step[], before: LiveGroup, run: ApplyRun): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const step of steps) {
    if (isOver(run)) break;
    const answer = await send(step, before, run);
    if (!answer) break;
    attempts.push(...step.map((change) => ({ change, answer, before, batch: step })));
    if (answer.kind === 'stop') run.stop = answer;
    if (answer.kind !== 'accepted') break;
  }
  return attempts;
}

/** One request, written down before it leaves and after its answer. Undefined: it could not be, so nothing was sent. */
async function send(step: Step, before: LiveGroup, run: ApplyRun): Promise<Answer | undefined> {
  const cost = toCost(step);
  await run.record({ type: 'intent', step, marks: step.map((change) => toMarks(change, run.input)) });
  if (run.stop) return undefined;
  run.pacer.spend(cost);
  const answer = await run.writer.send(step);
  // GOWA refuses before it sends anything, so nobody was added; the look-ups were made (docs/gowa.md#t2).
  if (answer.kind === 'rejected' && answer.code === 'unregistered')
    run.pacer.spend({ adds: -cost.adds, lookups: 0 });
  const declined = findDeclines(step, answer, before, run);
  await run.record({ type: 'answer', step, answer, ...(declined.length > 0 && { declined }) });
  await stopWithReader(run);
  if (answer.kind !== 'stop' && !run.stop) await pause(run.pacer.pauseAfter(step), run);
  return answer;
}

/** Who declined, as far as the answer alone tells. */
function findDeclines(batch: Step, answer: Answer, before: LiveGroup, run: ApplyRun): PersonKey[] {
  const changes: readonly Change[] = batch;
  return changes
    .filter(isPersonChange)
    .filter((change) => hasDeclined({ change, answer, before, batch }, before, run) === 'yes')
    .map(({ person }) => person.key);
}

/** Waits; ends early when the run is interrupted. */
export async function pause(milliseconds: number, { record, clock, signal }: ApplyRun): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return;
  await record({ type: 'pause', milliseconds });
  await clock.sleep(milliseconds, signal);
}
