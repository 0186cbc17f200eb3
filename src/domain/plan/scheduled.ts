import type { Day } from '../group.ts';
import type { PersonChange } from './change.ts';
import { type LeftAloneReason, leftAloneRules } from './left-alone.ts';
import type { Refusal } from './refusal.ts';

/** A change that a date will bring: it is approved like one of today, and carried out on its day. */
export interface Scheduled {
  /** As it will be due: its identity is the one that it has on its day. */
  readonly change: PersonChange;
  /** The first day on which it is due. */
  readonly on: Day;
  /** What would stand in its way today. */
  readonly obstacle?: Obstacle;
  /** What the limits would say of that day's changes. */
  readonly refusal?: Refusal;
}

/**
 * Why a coming change could not be carried out today; `unreadable`: nobody can tell how the group is. `forgotten`: no memory
 * is kept, so that nobody would know on its day that it was approved.
 */
export type Obstacle = LeftAloneReason | 'unreadable' | 'forgotten';

/** True for an obstacle that holds back the approval of a coming change, so that no limit counts it either. */
export function isLasting(obstacle: Obstacle | undefined): boolean {
  if (obstacle === undefined) return false;
  return obstacle === 'unreadable' || obstacle === 'forgotten' || !leftAloneRules[obstacle].mayPass;
}
