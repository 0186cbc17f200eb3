import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, hasEnded, nextDay, toDay } from '../../src/domain/day.ts';

test('a day is that of the time zone', () => {
  const time = Date.parse('2026-03-31T22:30:00Z');
  expect(toDay(time)).toBe('2026-03-31');
  expect(toDay(time, 'Asia/Jakarta')).toBe('2026-04-01');
  expect(toDay(time, 'America/Sao_Paulo')).toBe('2026-03-31');
});

test('a day ends when it ends in the time zone, wherever that is', () => {
  const zones = ['Etc/GMT+12', 'Pacific/Kiritimati', 'Asia/Jakarta', 'America/Sao_Paulo', undefined];
  const start = Date.parse('2026-03-28T00:00:00Z');
  for (const zone of zones) {
    for (let hour = 0; hour < 24 * 6; hour += 1) {
      const time = start + hour * 3_600_000;
      expect(hasEnded('2026-03-31', time, zone)).toBe('2026-03-31' < toDay(time, zone));
    }
  }
});

test.each([
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
  ['2026-03-29', '2026-03-30'],
])('after %s comes %s', (day, next) => {
  expect(nextDay(day)).toBe(next);
});

test('days that are added are taken back by as many', () => {
  const days = fc.integer({ min: -4000, max: 4000 });
  fc.assert(
    fc.property(days, (count) => {
      const there = addDays('2026-06-15', count);
      expect(there).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(addDays(there, -count)).toBe('2026-06-15');
      expect(there < '2026-06-15').toBe(count < 0);
    }),
  );
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
