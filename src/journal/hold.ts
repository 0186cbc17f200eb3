import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../domain/event.ts';
import type { Past } from '../domain/past.ts';
import { backOff } from '../domain/past.ts';
import { prepareFolder } from './key.ts';

/**
 * Writes down, beside the journal, that nothing is to be sent for a while, where an event tells of a stop: for runs that
 * cannot write to the journal, since it is unusable or another run's. It is one time and nothing else, so it needs no
 * lock: two who write it at once have met the same stop. `now` in milliseconds since 1970.
 */
export function holdBack(folder: string, event: RunEvent, now: number): void {
  const wait = backOff[findCode(event) ?? ''];
  if (wait === undefined) return;
  const until = Math.max(now + wait, readHold(folder) ?? 0);
  prepareFolder(folder);
  const file = toFile(folder);
  writeFileSync(`${file}.new`, `${JSON.stringify({ until: new Date(until).toISOString() })}\n`);
  renameSync(`${file}.new`, file);
}

function findCode(event: RunEvent): string | undefined {
  if (event.type === 'stopped') return event.stop.code;
  return event.type === 'answer' && event.answer.kind === 'stop' ? event.answer.code : undefined;
}

/** The past with the time until which a state folder's hold lasts, if that is later than what the journal knows. */
export function withHold(past: Past, folder: string, now: number): Past {
  const until = readHold(folder) ?? 0;
  return until > Math.max(now, past.notBefore ?? 0) ? { ...past, notBefore: until } : past;
}

/** Milliseconds since 1970; undefined where there is none, or none that Rollcall wrote. */
function readHold(folder: string): number | undefined {
  try {
    const { until } = JSON.parse(readFileSync(toFile(folder), 'utf8')) as { until?: unknown };
    const time = typeof until === 'string' ? Date.parse(until) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
  } catch {
    return undefined;
  }
}

function toFile(folder: string): string {
  return join(folder, 'hold.json');
}
