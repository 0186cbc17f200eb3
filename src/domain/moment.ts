import { findMinuteFormat } from './day.ts';
import type { Day } from './group.ts';

/** A minute as the people of one time zone call it. */
export interface Moment {
  /** Milliseconds since 1970; seconds aside. */
  readonly at: number;
  readonly day: Day;
  /** "19:00". */
  readonly time: string;
  /** IANA name: "Asia/Jakarta"; "UTC" where the policy names none. */
  readonly zone: string;
}

/** The minute in which a time lies (milliseconds since 1970), in an IANA time zone. */
export function toMoment(time: number, zone = 'UTC'): Moment {
  const at = Math.floor(time / oneMinute) * oneMinute;
  const [day = '', hour = ''] = findMinuteFormat(zone).format(at).split(' ');
  return { at, day, time: hour, zone };
}

/** The next full minute after a time: one that is cut off would be too early for whoever waits for it. */
export function toMomentAfter(time: number, zone?: string): Moment {
  return toMoment(Math.ceil(time / oneMinute) * oneMinute, zone);
}

/** "2026-06-02 19:00 (Asia/Jakarta)", "2026-06-02 12:00 UTC": for terminals and documents. */
export function spellMoment({ day, time, zone }: Moment): string {
  return `${day} ${time} ${zone === 'UTC' ? zone : `(${zone})`}`;
}

/** Milliseconds. */
export const oneMinute = 60_000;
