import { expect, test } from 'vitest';
import { oneDay } from '../../src/domain/day.ts';
import {
  doubtFor,
  findBackOff,
  keptFor,
  toDays,
  toHours,
  toLookupRest,
  toRefusalRest,
  toRest,
} from '../../src/domain/patience.ts';

const at = Date.parse('2026-06-15T12:00:00Z');
const restOf = (rest: { readonly until: number }) => (rest.until - at) / oneDay;

test('what was in vain is tried after 1, 3, 10 and 30 days, then not any more', () => {
  const rests = [1, 2, 3, 4, 5, 6].map((times) => restOf(toRest({ at, times })));
  expect(rests).toEqual([1, 3, 10, 30, Infinity, Infinity]);
});

test('a look-up, and whoever was refused, is tried again and again', () => {
  for (const toAny of [toLookupRest, toRefusalRest]) {
    const rests = [1, 2, 3, 4, 5, 99].map((times) => restOf(toAny({ at, times })));
    expect(rests).toEqual([1, 3, 10, 30, 30, 30]);
    expect(toAny({ at, times: 2 }).at).toBe(at);
  }
});

test('how often something was in vain is remembered longer than its longest rest', () => {
  const longest = toLookupRest({ at: 0, times: 99 }).until;
  expect(keptFor.unregistered).toBeGreaterThan(longest);
  expect(keptFor.lid.none).toBeGreaterThan(longest);
});

test('a daily run comes early enough to settle a doubt of the day before', () => {
  expect(doubtFor).toBeLessThan(oneDay);
});

test.each([
  ['rate-limited', 1],
  ['session-lost', 0.25],
  ['unreachable', undefined],
  ['no-answers', undefined],
  ['a code of another version', undefined],
  ['constructor', undefined],
  [undefined, undefined],
])('after %s nothing is written for %s hours', (code, hours) => {
  expect(findBackOff(code)).toBe(hours && hours * 3_600_000);
});

test('texts say whole days and hours', () => {
  expect([toDays(30 * oneDay), toDays(oneDay * 1.4), toHours(doubtFor)]).toEqual([30, 1, 20]);
});
