import { expect, test } from 'vitest';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { remember } from '../../../src/journal/memory/remember.ts';

const start = Date.parse('2026-11-23T09:00:00Z');

type Line = Entry extends infer Each ? (Each extends { at: string } ? Omit<Each, 'at'> : never) : never;

function recall(...lines: readonly Line[]) {
  const memory = createRecollection();
  for (const [hour, line] of lines.entries())
    remember(memory, { at: new Date(start + hour).toISOString(), ...line } as Entry);
  return memory;
}

const read = (...present: string[]): Line => ({ type: 'read', group: 'g', present });
const same: Line = { type: 'read', group: 'g', present: 'same' };
const doubt = (...present: string[]): Line => ({ type: 'doubt', group: 'g', present });

test('the last reading counts, and of each person when they were last seen', () => {
  const seen = recall(read('a', 'b'), read('b', 'c'), same).seen.get('g');
  expect([...(seen?.last ?? [])]).toEqual(['b', 'c']);
  expect([...(seen?.times ?? [])]).toEqual([
    ['a', start],
    ['b', start + 2],
    ['c', start + 2],
  ]);
});

test('a doubt is kept until a reading is believed, and is nothing before the first', () => {
  expect(recall(read('a', 'b'), doubt('b')).seen.get('g')?.doubt).toEqual({
    at: start + 1,
    present: new Set(['b']),
  });
  expect(recall(read('a', 'b'), doubt('b'), read('b')).seen.get('g')?.doubt).toBeUndefined();
  expect(recall(doubt('b')).seen.size).toBe(0);
});

test('who is there was not tried in vain', () => {
  const tried: Line = { type: 'tried', group: 'g', person: 'a', times: 3 };
  expect(recall(tried, read('b')).tried.get('g')?.size).toBe(1);
  expect(recall(tried, read('a')).tried.get('g')?.size).toBe(0);
});

/** A run that was killed after these lines, and the reading of the next. */
function afterCrash(
  action: 'add' | 'remove' | 'promote',
  answer: 'accepted' | undefined,
  ...present: string[]
) {
  const limits = [({ add: 'adds', remove: 'removals', promote: 'promotions' } as const)[action]];
  const change = { subject: 's', action, person: 'a', limits, allowed: ['m'], readd: 'r' };
  return recall(
    read('a', 'b'),
    { type: 'intent', group: 'g', adds: 1, lookups: 1, changes: [change] },
    ...(answer ? [{ type: 'answer', kind: answer } as const] : []),
    { type: 'run' },
    read(...present),
  );
}

test('what a crashed run added and is there has happened then, and has counted', () => {
  const memory = afterCrash('add', undefined, 'a');
  expect(memory.open.size).toBe(0);
  expect(memory.settled).toEqual([{ at: start + 1, limits: ['adds'], person: 'a' }]);
  expect([memory.allowUsed.get('m'), memory.readded.has('r')]).toEqual([1, true]);
});

test('what it added and is not there stays open; accepted, it was the one time of its readd', () => {
  const unknown = afterCrash('add', undefined, 'b');
  expect([unknown.open.has('s'), unknown.readded.has('r')]).toEqual([true, false]);
  const accepted = afterCrash('add', 'accepted', 'b');
  expect([accepted.open.get('s')?.isInVain, accepted.readded.has('r')]).toEqual([true, true]);
  // Whoever asks for them once more asks for it anew.
  expect(accepted.open.get('s')?.change).not.toHaveProperty('readd');
});

test('whom it removed and who is not there did not leave', () => {
  const memory = afterCrash('remove', undefined, 'b');
  expect(memory.seen.get('g')?.times.has('a')).toBe(false);
  expect(memory.open.has('s')).toBe(true);
});

test('a role is told by no list of who is there: it stays open', () => {
  expect(afterCrash('promote', 'accepted', 'a').open.has('s')).toBe(true);
});

test('a reading of another group says nothing of it', () => {
  const memory = afterCrash('add', undefined, 'b');
  remember(memory, { at: new Date(start).toISOString(), type: 'read', group: 'h', present: ['a'] });
  expect(memory.open.has('s')).toBe(true);
});
