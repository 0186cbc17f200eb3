import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualPace } from '../../../src/domain/defaults.ts';
import { dailyParts, pauseParts } from '../../../src/domain/organisation.ts';
import type { Pace } from '../../../src/domain/organisation.ts';
import { toKeptPace } from '../../../src/planning/pace/kept-pace.ts';

const fast: Pace = { ...usualPace, addsPerDay: 900, afterAdd: { min: 0, max: 0 } };
const slow: Pace = { ...usualPace, addsPerDay: 1, pause: { min: 60_000, max: 90_000 } };

test('without a memory the files alone decide', () => {
  expect(toKeptPace(fast, { paces: [] })).toEqual({ pace: fast, isHeld: false });
});

test('a slower one that runs of the last day kept goes on counting, part by part', () => {
  const { pace, isHeld } = toKeptPace(fast, { paces: [slow, fast] });
  expect(isHeld).toBe(true);
  expect(pace).toEqual(slow);
});

test('slower than all that is remembered is nothing that waits', () => {
  expect(toKeptPace(slow, { paces: [fast, usualPace] })).toEqual({ pace: slow, isHeld: false });
});

const range = fc.tuple(fc.nat(99), fc.nat(99)).map(([min, more]) => ({ min, max: min + more }));
const anyPace: fc.Arbitrary<Pace> = fc.record({
  addsPerDay: fc.nat(9),
  lookupsPerDay: fc.nat(9),
  createsPerDay: fc.nat(9),
  messagesPerDay: fc.nat(9),
  pause: range,
  afterAdd: range,
  reads: range,
});

test('no part of it is faster than that of any of them', () => {
  fc.assert(
    fc.property(anyPace, fc.array(anyPace, { maxLength: 4 }), (wanted, paces) => {
      const { pace } = toKeptPace(wanted, { paces });
      for (const each of [wanted, ...paces]) {
        for (const part of dailyParts) expect(pace[part]).toBeLessThanOrEqual(each[part]);
        for (const part of pauseParts) expect(pace[part].min).toBeGreaterThanOrEqual(each[part].min);
      }
    }),
  );
});
