import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { findTimes } from '../../../src/journal/memory/wrong-clock.ts';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import {
  accepted,
  ana,
  altos,
  budi,
  change,
  createStage,
  day,
  hour,
  reading,
  toPhone,
  verdict,
} from '../journal-stage.ts';

const start = Date.parse('2026-11-01T09:00:00Z');
const first = { type: 'journal', version: 2, account: 'a', key: 'b' } as const;

/** Days of entries behind the first line, those of its compaction first; and the days on which they count. */
function count(days: readonly number[], now: number, compacted = 0): number[] {
  const at = (days: number) => new Date(start + days * day).toISOString();
  const entries: Entry[] = [
    { at: at(0), ...first, compacted },
    ...days.map((days): Entry => ({ at: at(days), type: 'run' })),
  ];
  return findTimes(entries, start + now * day)
    .slice(1)
    .map((time) => (time - start) / day);
}

test.each([
  ['all in order', [0, 1, 2], 3, [0, 1, 2]],
  ['a day ahead of the clock is still right', [0, 4], 3, [0, 4]],
  ['years ahead counts as now', [0, 1461], 3, [0, 3]],
  ['years ahead counts as the next that is right, once there is one', [0, 1461, 1461, 2], 30, [0, 2, 2, 2]],
  ['years behind counts as the next that is right', [0, -2000, 2], 30, [0, 2, 2]],
  ['years behind, and nothing since, counts as now', [0, 1, -2000], 2, [0, 1, 2]],
  ['a few hours back are no mistake: clocks are put right', [1, 0.5, 2], 3, [1, 0.5, 2]],
  ['ahead once, and the real time has come since', [0, 40, 1, 2, 50], 60, [0, 40, 50, 50, 50]],
  ['a clock that is behind this time: all counts as now', [0, 1, 2], -2000, [-2000, -2000, -2000]],
] as const)('%s', (_, days, now, expected) => {
  expect(count(days, now)).toEqual(expected);
});

test('what compaction has written stands in no order', () => {
  expect(count([5, 1, 300, 2, 310], 320, 4)).toEqual([5, 1, 300, 2, 310]);
});

test('nothing ever counts later than tomorrow, and times stay in order but for a day', () => {
  const times = fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 12 });
  fc.assert(
    fc.property(times, fc.integer({ min: -100, max: 100 }), (days, now) => {
      const counted = count(days, now);
      for (const [index, day] of counted.entries()) {
        expect(day).toBeLessThanOrEqual(now + 1);
        expect(day).toBeGreaterThanOrEqual(Math.max(...counted.slice(0, index), -9e9) - 1);
      }
    }),
  );
});

const limited: RunEvent = {
  type: 'stopped',
  stop: { kind: 'stop', code: 'rate-limited', text: '' },
};
const add = change('add', ana);
const everything: readonly RunEvent[] = [
  reading([budi]),
  { type: 'intent', step: [add] },
  { type: 'answer', step: [add], answer: accepted },
  verdict(add, 'declined'),
  { type: 'found', phone: toPhone(budi), isRegistered: false },
  { type: 'looked-up', person: budi, lookups: 2, lid: { kind: 'none' } },
  { type: 'approved', group: altos, ids: ['abcdefghijklmnop'] },
  limited,
];

describe('a run whose clock was four years ahead', () => {
  test('holds as long as one of today, from the next run on', async () => {
    const stage = await createStage();
    stage.clock.advance(4 * 365 * day);
    await stage.run(...everything);
    stage.clock.advance(-4 * 365 * day);
    const now = stage.clock.now();
    expect((await stage.read()).notBefore).toBe(now + hour);
    await stage.run();
    stage.clock.advance(hour);
    expect((await stage.read()).notBefore).toBeUndefined();
    stage.clock.advance(day);
    const past = await stage.read();
    expect([past.adds, past.lookups, past.changed.adds]).toEqual([[], [], 0]);
    expect(past.declined.get(altos)?.get(ana)).toBe(now);
    expect(past.unregistered.get(toPhone(budi))).toEqual({ at: now, until: now + day });
    stage.clock.advance(30 * day);
    const later = await stage.read();
    expect(later.lids.get(budi)).toBeUndefined();
    stage.clock.advance(30 * day);
    expect((await stage.read()).pending.size).toBe(0);
    stage.clock.advance(30 * day);
    expect((await stage.read()).declined.get(altos)?.get(ana)).toBeUndefined();
  });

  test('is not taken for all there is: nothing is thrown away by that clock', async () => {
    const stage = await createStage();
    await stage.run(...everything);
    const past = await stage.read();
    stage.clock.advance(4 * 365 * day);
    await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
    stage.clock.advance(-4 * 365 * day);
    await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
    const later = await stage.read();
    expect([later.adds, later.lookups, later.pending]).toEqual([past.adds, past.lookups, past.pending]);
    expect(later.declined.get(altos)?.get(ana)).toBe(past.declined.get(altos)?.get(ana));
  });
});

describe('a run whose clock was years behind', () => {
  test('has spent what it spent today', async () => {
    const stage = await createStage();
    await stage.run(reading([budi]));
    stage.clock.advance(-2000 * day);
    await stage.run(...everything);
    stage.clock.advance(2000 * day);
    const past = await stage.read();
    expect(past.adds).toMatchObject([{ at: stage.clock.now(), count: 1 }]);
    expect(past.notBefore).toBe(stage.clock.now() + hour);
    expect(past.declined.get(altos)?.has(ana)).toBe(true);
  });

  test('takes all that it remembers for new, and throws nothing away', async () => {
    const stage = await createStage();
    await stage.run(...everything);
    const { declined } = await stage.read();
    const declinedAt = declined.get(altos)?.get(ana);
    stage.clock.advance(-2000 * day);
    expect((await stage.read()).adds).not.toEqual([]);
    await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
    stage.clock.advance(2000 * day);
    expect((await stage.read()).declined.get(altos)?.get(ana)).toBe(declinedAt);
  });
});

test('a hold beside the journal and a lock of another computer, both years ahead, hold nothing', async () => {
  const stage = await createStage();
  const at = new Date(stage.clock.now() + 4 * 365 * day).toISOString();
  writeFileSync(join(stage.folder, 'hold.json'), JSON.stringify({ until: at }));
  writeFileSync(join(stage.folder, 'lock'), JSON.stringify({ pid: 1, host: 'elsewhere', at, token: 'abc' }));
  expect((await stage.read()).notBefore).toBeUndefined();
  await (await stage.open()).close();
});
