import type { Day, LimitKind } from '../group.ts';
import type { Change } from './change.ts';

/** A limit that objects to a plan. */
export interface Refusal {
  readonly limit: LimitKind | 'creates' | 'admins' | 'emptied' | 'id-edited';
  /** For `id-edited`: the file whose group is another one now, below the groups folder. */
  readonly file?: string;
  /** A group's refusal stops that group; a run's stops that kind in all groups. */
  readonly scope: 'group' | 'run';
  /** How many the plan has (for `admins`: how many would be left). */
  readonly count: number;
  /** How many the limit lets through (for `admins`: how many must be left). */
  readonly allowed: number;
  /** For a run's limit: how many of `count` the 24 hours before had already. */
  readonly earlier?: number;
}

/** How many more of its kind a run's limit lets through today. */
export function findRoom({ allowed, earlier = 0 }: Pick<Refusal, 'allowed' | 'earlier'>): number {
  return Math.max(0, allowed - earlier);
}

/** A limit that would object, and that the file's `allow` lifts. */
export interface Lifted {
  readonly limit: LimitKind | 'emptied';
  /** `run`: the group's own limit would let it through, that of all groups together would not. */
  readonly scope: 'group' | 'run';
  /** How many the plan has: in this group, or in all that are allowed and all that are not together. */
  readonly count: number;
  /** How many the limit would let through. */
  readonly usual: number;
  /** At most so many, up to and including a day, and why: as the file says it. */
  readonly number: number;
  readonly until: Day;
  readonly reason: string;
}

/** The kind of limit that a change counts toward; none for settings. */
export function findLimitKinds(change: Change): readonly LimitKind[] {
  switch (change.action) {
    case 'set':
      return [];
    case 'add':
      return ['adds'];
    case 'promote':
      return ['promotions'];
    case 'demote':
      return ['demotions'];
    case 'remove':
      // Who removes an admin takes the role with the membership.
      return change.before === 'admin' ? ['removals', 'demotions'] : ['removals'];
  }
}
