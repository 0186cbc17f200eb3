import { describe, expect, test } from 'vitest';
import { keptFor } from '../../../src/domain/patience.ts';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { remember } from '../../../src/journal/memory/remember.ts';

const start = Date.parse('2026-11-23T09:00:00Z');
const hour = 3_600_000;

type Line = Entry extends infer Each ? (Each extends { at: string } ? Omit<Each, 'at'> : never) : never;

/** What these lines add up to, an hour apart or at the hours that are given. */
function recall(...lines: readonly (Line | readonly [Line, number])[]) {
  const memory = createRecollection();
  for (const [index, line] of lines.entries()) {
    const [what, hours] = Array.isArray(line) ? (line as [Line, number]) : [line as Line, index];
    remember(memory, { at: new Date(start + hours * hour).toISOString(), ...what } as Entry);
  }
  return memory;
}

describe('what a day has cost', () => {
  test('is counted with its time, and of a day that nobody knows it is endless, the map of LIDs too', () => {
    const memory = recall(
      { type: 'spent', adds: 3, lookups: 0, mapped: 2 },
      { type: 'spent', adds: 'all', lookups: 'all' },
    );
    expect(memory.adds).toEqual([
      { at: start, count: 3 },
      { at: start + hour, count: Infinity },
    ]);
    expect(memory.lookups).toEqual([{ at: start + hour, count: Infinity }]);
    expect(memory.mapped).toEqual([
      { at: start, count: 2 },
      { at: start + hour, count: Infinity },
    ]);
  });

  test('counts at another time than its own where the clock that wrote it was wrong', () => {
    const memory = createRecollection();
    remember(memory, { at: '2036-01-01T00:00:00.000Z', type: 'spent', adds: 1, lookups: 0 }, start);
    expect(memory.adds).toEqual([{ at: start, count: 1 }]);
  });

  test('a map that was asked for costs once, and what it could not tell is kept', () => {
    const memory = recall(
      { type: 'mapped', people: 40, untold: [] },
      { type: 'mapped', people: 0, untold: ['abc'] },
    );
    expect(memory.mapped).toEqual([{ at: start, count: 40 }]);
    expect([...memory.untold]).toEqual([['abc', start + hour]]);
  });
});

describe('nothing is written for a while', () => {
  test('after a stop that wants it, and the longest counts', () => {
    expect(recall({ type: 'stopped', code: 'unreachable' }).notBefore).toBeUndefined();
    const memory = recall(
      [{ type: 'stopped', code: 'rate-limited' }, 0],
      [{ type: 'stopped', code: 'session-lost' }, 0],
    );
    expect(memory.notBefore).toBe(start + hour);
  });

  test('as long as a hold says, counted from when it counts', () => {
    const until = new Date(start + 5 * hour).toISOString();
    expect(recall({ type: 'held-back', until }).notBefore).toBe(start + 5 * hour);
    const memory = createRecollection();
    remember(memory, { at: new Date(start).toISOString(), type: 'held-back', until }, start - hour);
    expect(memory.notBefore).toBe(start + 4 * hour);
  });
});

describe('a number that is not on WhatsApp', () => {
  const not: Line = { type: 'found', number: 'abc', isRegistered: false };

  test('is counted in a row, and forgotten once it is found', () => {
    expect(recall(not, not, not).unregistered.get('abc')).toEqual({ at: start + 2 * hour, times: 3 });
    expect(recall(not, not, { ...not, isRegistered: true }).unregistered.size).toBe(0);
    expect(recall(not, { ...not, isRegistered: true }, not).unregistered.get('abc')?.times).toBe(1);
  });

  test('begins anew after a long time, and goes on from what a compacted journal says', () => {
    const kept = keptFor.unregistered / hour;
    expect(recall([not, 0], [not, kept - 1]).unregistered.get('abc')?.times).toBe(2);
    expect(recall([not, 0], [not, kept]).unregistered.get('abc')?.times).toBe(1);
    expect(recall({ ...not, times: 7 }, not).unregistered.get('abc')?.times).toBe(8);
  });
});

const lookUp = (lid?: 'none' | 'unknown' | { sealed: string }): Line => ({
  type: 'lookup',
  person: 'abc',
  lookups: lid === undefined ? 2 : 0,
  ...(lid !== undefined && { lid }),
});

describe('a look-up', () => {
  const sealed = { sealed: 'abcd' };

  test('costs before its answer, which costs nothing', () => {
    const memory = recall(lookUp(), lookUp(sealed));
    expect(memory.lookups).toEqual([{ at: start, count: 2 }]);
    expect(memory.lids.get('abc')).toMatchObject({ lid: sealed, at: start + hour });
  });

  test('that told nothing takes nothing back that is known; that there is none does', () => {
    expect(recall(lookUp(sealed), lookUp('unknown')).lids.get('abc')?.lid).toEqual(sealed);
    expect(recall(lookUp(sealed), lookUp('none')).lids.get('abc')?.lid).toBe('none');
    expect(recall(lookUp('none'), lookUp('unknown')).lids.get('abc')?.lid).toBe('unknown');
  });

  test('what was told too long ago is no longer known', () => {
    const found = keptFor.lid.found / hour;
    expect(recall([lookUp(sealed), 0], [lookUp('unknown'), found]).lids.get('abc')?.lid).toBe('unknown');
  });

  test('“none” is counted in a row, as long as it is remembered', () => {
    const none = keptFor.lid.none / hour;
    expect(recall(lookUp('none'), lookUp('none')).lids.get('abc')?.times).toBe(2);
    expect(recall(lookUp('none'), lookUp(sealed), lookUp('none')).lids.get('abc')?.times).toBe(1);
    expect(recall([lookUp('none'), 0], [lookUp('none'), none]).lids.get('abc')?.times).toBe(1);
  });
});

test('what was approved is pending until it has ended, whatever group', () => {
  const approved: Line = {
    type: 'approved',
    group: 'g',
    ids: ['a', 'b'],
    on: '2026-12-01',
    plan: 'p',
    what: 'remove',
  };
  const memory = recall(approved, { type: 'ended', ids: ['a'] });
  expect([...memory.pending]).toEqual([
    ['b', { group: 'g', at: start, on: '2026-12-01', plan: 'p', what: 'remove' }],
  ]);
  const again = recall(approved, { type: 'approved', group: 'g', ids: ['b'] });
  expect(again.pending.get('b')).toEqual({ group: 'g', at: start + hour });
});

test('photos: the last of each group; handles: all there ever were', () => {
  const memory = recall(
    { type: 'photo', group: 'g', photo: 'a' },
    { type: 'photo', group: 'g', photo: 'b', sealed: 'c' },
    // A plan saw it before, and is told of later.
    [{ type: 'photo', group: 'g', photo: 'a' }, 0],
    { type: 'handles', marks: ['x'] },
    { type: 'handles', marks: ['y'] },
  );
  expect([...memory.photos]).toMatchObject([['g', { photo: 'b', sealed: 'c' }]]);
  expect([...memory.handles]).toEqual(['x', 'y']);
});
