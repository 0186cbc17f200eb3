import type { Change, Step } from '../domain/change.ts';
import type { Answer } from '../domain/gateway.ts';
import type { LiveGroup } from '../domain/group.ts';
import { toMarks } from '../planning/marks.ts';
import { toSteps } from '../planning/steps.ts';
import { toCost } from './pace.ts';
import type { Attempt, Run } from './run.ts';
import { isOver } from './run.ts';

/**
 * Sends changes of one group, batch by batch, up to the first answer that is not `accepted`: whatever that answer was,
 * only a reading tells what to do next.
 */
export async function deliver(changes: readonly Change[], before: LiveGroup, run: Run): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const step of toSteps(changes)) {
    if (isOver(run)) break;
    const answer = await send(step, run);
    attempts.push(...step.map((change) => ({ change, answer, before, batch: step })));
    if (answer.kind === 'stop') run.stop = answer;
    if (answer.kind !== 'accepted') break;
  }
  return attempts;
}

/** One request, written down before it leaves and after its answer. */
async function send(step: Step, run: Run): Promise<Answer> {
  const cost = toCost(step);
  await run.record({ type: 'intent', step, marks: step.map((change) => toMarks(change, run.input)) });
  run.pacer.spend(cost);
  const answer = await run.writer.send(step);
  // GOWA refuses before it sends anything, so nobody was added; the look-ups were made (contract T2).
  if (answer.kind === 'rejected' && answer.code === 'unregistered')
    run.pacer.spend({ adds: -cost.adds, lookups: 0 });
  await run.record({ type: 'answer', step, answer });
  if (answer.kind !== 'stop') await pause(run.pacer.pauseAfter(step), run);
  return answer;
}

/** Ends early when the run is interrupted. */
async function pause(milliseconds: number, { record, clock, signal }: Run): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return;
  await record({ type: 'pause', milliseconds });
  await clock.sleep(milliseconds, signal);
}
