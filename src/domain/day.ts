import { onceEach } from './lazy/once.ts';
import type { Day } from './group.ts';

/** The calendar day at a time (milliseconds since 1970) in an IANA time zone, UTC without one: "2026-12-31". */
export function toDay(time: number, timezone = 'UTC'): Day {
  return findDayFormat(timezone).format(time);
}

/** How dates and times are spelled in an IANA time zone: "2026-12-31 19:00". */
export const findMinuteFormat = onceEach((timezone) => toFormat(timezone, 'short'));

/** Kept, because making one takes longer than planning a group, and every group asks for its day. */
const findDayFormat = onceEach((timezone) => toFormat(timezone));

function toFormat(timeZone: string, timeStyle?: 'short'): { format(time: number): string } {
  // The first format of a process takes a third of Node's own start to make, and UTC needs none.
  if (timeZone === 'UTC') return { format: timeStyle ? toUtcMinute : toUtcDay };
  // Sweden's dates are ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle });
}

/**
 * True when a day has ended at a time (milliseconds since 1970) in a time zone. Clocks are nowhere further apart than a
 * day, so a zone is asked only near the day itself: making the first format takes a third of Node's own start.
 */
export function hasEnded(day: Day, time: number, timezone?: string): boolean {
  if (day < toUtcDay(time - oneDay)) return true;
  return day <= toUtcDay(time + oneDay) && day < toDay(time, timezone);
}

/** The day after: "2026-12-31" → "2027-01-01". */
export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

/** The day so many days later, or earlier for a number below 0. */
export function addDays(day: Day, days: number): Day {
  return toUtcDay(Date.parse(`${day}T00:00:00Z`) + days * oneDay);
}

/** Milliseconds; days of clocks, not of calendars. */
export const oneDay = 86_400_000;

function toUtcDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

function toUtcMinute(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
