import type { PhoneNumber } from '../../domain/people/person.ts';

/** So many slips of the finger still make it the number that was meant. */
const bearableSlips = 2;

/** True where one of two numbers may be the other with a digit or two wrong. */
export function isSlipOf(one: PhoneNumber, other: PhoneNumber): boolean {
  return countSlips(one, other) <= bearableSlips;
}

/**
 * In how many digits two numbers differ, where one that is missing, one too many, or two neighbours that have changed
 * places count as one (the distance of Damerau and Levenshtein, no place touched twice).
 */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
