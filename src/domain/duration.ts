import type { Forecast } from './plan/plan.ts';

/** How long something takes, in the unit in which people say it. */
export interface Duration {
  /** `moment`: less than a minute. */
  readonly unit: 'moment' | 'minutes' | 'hours' | 'days';
  /** Whole; 0 for a moment. */
  readonly count: number;
}

/** More minutes than these are hours, and more hours than those are days: "90 minutes", "36 hours". */
const most = { minutes: 90, hours: 36 } as const;

/** So many minutes, as they are: "4 minutes", "3 hours", "8 days". Rounded up from days on, since nobody is to wait in vain. */
export function toDuration(minutes: number): Duration {
  if (minutes < 1) return { unit: 'moment', count: 0 };
  if (minutes <= most.minutes) return { unit: 'minutes', count: Math.round(minutes) };
  const hours = minutes / 60;
  if (hours <= most.hours) return { unit: 'hours', count: Math.round(hours) };
  return { unit: 'days', count: Math.ceil(hours / 24) };
}

/** How long it takes to carry a plan out, and what makes it last: the pauses alone, or how many people a day may bear. */
export interface Taking {
  readonly duration: Duration;
  readonly by: 'pauses' | 'adding' | 'lookingUp';
}

/** What a forecast means to whoever waits: "about 4 minutes", "about 8 days by adding". */
export function toTaking({ days, minutes, isByAdding }: Forecast): Taking {
  if (days <= 1) return { duration: toDuration(minutes), by: 'pauses' };
  return { duration: { unit: 'days', count: days }, by: isByAdding ? 'adding' : 'lookingUp' };
}
