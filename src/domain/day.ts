import type { Day } from './group.ts';

/** The calendar day at a time (milliseconds since 1970) in an IANA time zone, UTC without one: "2026-12-31". */
export function toDay(time: number, timezone = 'UTC'): Day {
  const format = formats.get(timezone) ?? toFormat(timezone);
  formats.set(timezone, format);
  return format.format(time);
}

/** Kept, because making one takes longer than planning a group, and every group asks for its day. */
const formats = new Map<string, Intl.DateTimeFormat>();

function toFormat(timezone: string): Intl.DateTimeFormat {
  // Sweden's dates are ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' });
}

/** The day after. */
export function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
