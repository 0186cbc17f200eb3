import { expect, test } from 'vitest';
import { toDuration, toTaking } from '../../src/domain/duration.ts';

test.each([
  [0, 'moment', 0],
  [1, 'minutes', 1],
  [90, 'minutes', 90],
  [91, 'hours', 2],
  [36 * 60, 'hours', 36],
  [36 * 60 + 1, 'days', 2],
  [48 * 60 + 1, 'days', 3],
])('%i minutes are told as %s: %i', (minutes, unit, count) => {
  expect(toDuration(minutes)).toEqual({ unit, count });
});

test.each([
  ['the pauses, within a day', { days: 1, minutes: 14 }, { unit: 'minutes', count: 14 }, 'pauses'],
  ['the adds of several days', { days: 8, minutes: 200 }, { unit: 'days', count: 8 }, 'adding'],
  [
    'look-ups of several days',
    { days: 2, minutes: 30, isByAdding: false },
    { unit: 'days', count: 2 },
    'lookingUp',
  ],
  ['pauses that fill days by themselves', { days: 1, minutes: 4000 }, { unit: 'days', count: 3 }, 'pauses'],
])('%s', (_, forecast, duration, by) => {
  expect(toTaking({ adds: 0, lookups: 0, isByAdding: true, ...forecast })).toEqual({ duration, by });
});
