import type { Limits, Pace, Policy } from './organisation.ts';

/** What of a policy's `limits` is absent has these numbers (docs/files.md#limits). */
export const usualLimits: Limits = {
  removals: { percent: 10, floor: 3, run: 20 },
  demotions: { group: 2, run: 5 },
  promotions: { group: 2, run: 10 },
  adds: { group: 100, run: 300 },
  admins: { min: 1 },
  creates: { run: 5 },
};

/** What of a policy's `pace` is absent has these numbers. */
export const usualPace: Pace = {
  addsPerDay: 40,
  lookupsPerDay: 400,
  createsPerDay: 3,
  messagesPerDay: 20,
  pause: { min: 3000, max: 8000 },
  afterAdd: { min: 20_000, max: 60_000 },
  reads: { min: 300, max: 900 },
};

/** How groups get people, and what becomes of their links, where a policy says nothing. */
export const usualWays: Pick<Policy, 'newMembers' | 'link'> = { newMembers: 'add', link: { renew: 'never' } };

/** So many messages to the admins go through each channel in any 24 hours, where a policy says nothing. */
export const usualNotices = 5;

/** How many days ahead the last day of an allowance may lie: a way past a limit is for a change that is at hand. */
export const allowanceReach = 90;

/**
 * People that one run looks up at the most, whatever the pace (docs/architecture.md#reading); an import that has a memory goes
 * on as long as something is left of the day.
 */
export const lookupsPerRun = 20;
