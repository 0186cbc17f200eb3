import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneDay } from '../domain/day.ts';
import type { RunEvent } from '../domain/event.ts';
import type { Past } from '../domain/past.ts';
import { findBackOff } from '../domain/patience.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import { prepareFolder } from './key.ts';

/**
 * Writes down, beside the journal, that nothing is to be sent for a while, where an event tells of a stop: for runs that
 * cannot write to the journal, since it is unusable or another run's. It is one time and nothing else, so it needs no
 * lock: two who write it at once have met the same stop. `now` in milliseconds since 1970.
 */
export function holdBack(folder: string, event: RunEvent, now: number): void {
  const wait = findBackOff(findCode(event));
  if (wait === undefined) return;
  keepHold(folder, now + wait, now);
}

/** Sees to it that a state folder's hold lasts until a time at least. Milliseconds since 1970. */
export function keepHold(folder: string, time: number, now: number): void {
  const until = Math.max(time, readHold(folder, now) ?? 0);
  prepareFolder(folder);
  writeAtomically(toFile(folder), `${JSON.stringify({ until: new Date(until).toISOString() })}\n`);
}

function findCode(event: RunEvent): string | undefined {
  if (event.type === 'stopped') return event.stop.code;
  const isAnswer = event.type === 'answer' || event.type === 'message-answer';
  return isAnswer && event.answer.kind === 'stop' ? event.answer.code : undefined;
}

/** The past with the time until which a state folder's hold lasts, if that is later than what the journal knows. */
export function withHold(past: Past, folder: string, now: number): Past {
  const until = readHold(folder, now) ?? 0;
  return until > Math.max(now, past.notBefore ?? 0) ? { ...past, notBefore: until } : past;
}

/** No hold is longer than an hour (`findBackOff`), so what lies a day ahead was written by a clock that was wrong. */
const longest = oneDay;

/**
 * Until when nothing is to be sent, milliseconds since 1970; undefined where there is none, or none that Rollcall wrote with
 * a right clock.
 */
export function readHold(folder: string, now: number): number | undefined {
  try {
    const { until } = JSON.parse(readFileSync(toFile(folder), 'utf8')) as { until?: unknown };
    const time = typeof until === 'string' ? Date.parse(until) : Number.NaN;
    return Number.isNaN(time) || time > now + longest ? undefined : time;
  } catch {
    return undefined;
  }
}

function toFile(folder: string): string {
  return join(folder, 'hold.json');
}
