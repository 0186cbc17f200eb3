import { toPause } from '../planning/pace/pauses.ts';
import type { Change, Step } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import type { Clock, Random } from '../domain/gateway.ts';
import type { Pace } from '../domain/organisation.ts';
import type { Past, Spent } from '../domain/past.ts';
import type { Budget } from '../planning/pace/pace-budget.ts';
import { findBudget, findResumption } from '../planning/pace/pace-budget.ts';

/** Keeps an account from acting faster than WhatsApp bears: two budgets over 24 hours and a pause after every write. */
export interface Pacer {
  left(): Budget;
  /** When something is left again, milliseconds since 1970; now where something is. */
  resumesAt(): number;
  /** Counts people who are about to be added, and look-ups that are about to be made. */
  spend(spent: Budget): void;
  /** How long to wait after a step of this kind, milliseconds. */
  pauseAfter(step: Step): number;
}

/** What a pacer is made from: the policy's pace, what the memory says was spent already, time and chance. */
export interface PacerInput {
  readonly pace: Pace;
  readonly past: Past;
  readonly clock: Clock;
  readonly random: Random;
  /** Look-ups that this run may make besides, whatever the day has left: it has reserved no more. Absent, or all: no such limit. */
  readonly most?: number | 'all' | undefined;
}

/** A pacer that goes on from what the memory says was spent in the last 24 hours. */
export function createPacer({ pace, past, clock, random, most = 'all' }: PacerInput): Pacer {
  const adds: Spent[] = [...past.adds];
  const lookups: Spent[] = [...past.lookups];
  let reserved = most === 'all' ? Number.POSITIVE_INFINITY : most;
  return {
    left() {
      const left = findBudget({ adds, lookups }, pace, clock.now());
      return { ...left, lookups: Math.min(left.lookups, reserved) };
    },
    resumesAt: () => findResumption({ adds, lookups }, pace, clock.now()),
    spend(spent) {
      adds.push({ at: clock.now(), count: spent.adds });
      lookups.push({ at: clock.now(), count: spent.lookups });
      reserved -= spent.lookups;
    },
    pauseAfter: (step) => toPause(step, pace, random),
  };
}

/** No pauses and no budgets: for the sandbox, where there is nobody to disturb. */
export function createUnpaced(): Pacer {
  const unlimited = { adds: Number.POSITIVE_INFINITY, lookups: Number.POSITIVE_INFINITY };
  return { left: () => unlimited, resumesAt: () => 0, spend() {}, pauseAfter: () => 0 };
}

/** What a step costs: GOWA looks up every participant of every call on its own (docs/gowa.md#t3). */
export function toCost(step: Step): Budget {
  const people = step[0].action === 'set' ? 0 : step.length;
  return { adds: step[0].action === 'add' ? people : 0, lookups: people };
}

/** The changes that the day still pays for, in their order; settings cost no look-up. */
export function findAffordable(changes: readonly Change[], left: Budget): Change[] {
  let { adds, lookups } = left;
  return changes.filter((change) => {
    if (!isPersonChange(change)) return true;
    if (lookups < 1 || (change.action === 'add' && adds < 1)) return false;
    lookups -= 1;
    if (change.action === 'add') adds -= 1;
    return true;
  });
}
