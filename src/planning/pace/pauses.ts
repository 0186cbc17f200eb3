import type { Step } from '../../domain/plan/change.ts';
import type { Random } from '../../domain/gateway.ts';
import { isKnock } from '../lanes.ts';
import type { Pace, PauseRange } from '../../domain/organisation.ts';

/**
 * How long to wait after a step: after adds one long pause for each person, after anything else a short one, also where people
 * were let in who asked for it. Milliseconds.
 */
export function toPause(step: Step, pace: Pace, random: Random): number {
  if (step[0].action !== 'add' || isKnock(step[0])) return pick(pace.pause, random);
  return step.reduce((sum) => sum + pick(pace.afterAdd, random), 0);
}

/** The same on average. */
export function toUsualPause(step: Step, pace: Pace): number {
  return toPause(step, pace, () => 0.5);
}

/** How long to wait after a message: as after any other write. Milliseconds. */
export function toMessagePause({ pause }: Pace, random: Random): number {
  return pick(pause, random);
}

function pick({ min, max }: PauseRange, random: Random): number {
  return Math.round(min + random() * (max - min));
}
