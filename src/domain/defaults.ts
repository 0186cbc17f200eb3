import type { Limits, Pace } from './organisation.ts';

/** What of a policy's `limits` is absent has these numbers (docs/files.md). */
export const usualLimits: Limits = {
  removals: { percent: 10, floor: 3, run: 20 },
  demotions: { group: 2, run: 5 },
  promotions: { group: 2, run: 10 },
  adds: { group: 100, run: 300 },
  admins: { min: 1 },
};

/** What of a policy's `pace` is absent has these numbers. */
export const usualPace: Pace = {
  addsPerDay: 40,
  lookupsPerDay: 400,
  pause: { min: 3000, max: 8000 },
  afterAdd: { min: 20_000, max: 60_000 },
  reads: { min: 300, max: 900 },
};
