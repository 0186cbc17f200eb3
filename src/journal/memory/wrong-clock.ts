import { oneDay } from '../../domain/day.ts';
import type { Entry } from '../entries/entry.ts';

/**
 * When each entry counts, milliseconds since 1970, in their order; `now` is right by definition. A computer whose clock
 * was wrong once must neither hold anything for years nor make what it did look long past. So wrong is whatever lies
 * ahead of `now` by more than a day, and whatever lies as far behind an earlier entry that is not wrong; it counts as the
 * next entry that is right, and as `now` where none has come since. The journal itself is left as it is: were `now` wrong
 * this time, nothing of it would be lost.
 */
export function findTimes(entries: readonly Entry[], now: number): readonly number[] {
  const wrong = findWrong(entries, now);
  const times = entries.map(({ at }) => Date.parse(at));
  let next = now;
  for (let index = times.length - 1; index >= 0; index -= 1) {
    if (wrong[index]) times[index] = next;
    else next = times[index] ?? next;
  }
  return times;
}

/** True where an entry lies ahead of `now` by more than a day: its clock was wrong, or that of `now` is. */
export function isAhead({ at }: Entry, now: number): boolean {
  return Date.parse(at) > now + oneDay;
}

function findWrong(entries: readonly Entry[], now: number): boolean[] {
  const sorted = countUnordered(entries[0]);
  let highest = Number.NEGATIVE_INFINITY;
  return entries.map((entry, index) => {
    const at = Date.parse(entry.at);
    if (isAhead(entry, now) || (index > sorted && at < highest - oneDay)) return true;
    highest = Math.max(highest, at);
    return false;
  });
}

/** After the first line come so many that compaction has written, which do not stand in the order of their times. */
function countUnordered(first: Entry | undefined): number {
  if (first?.type !== 'journal') return 0;
  return first.version === 1 ? Number.POSITIVE_INFINITY : (first.compacted ?? 0);
}
