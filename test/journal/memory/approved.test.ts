import { expect, test } from 'vitest';
import { keptFor } from '../../../src/domain/patience.ts';
import { findPending, isStillApproved } from '../../../src/journal/memory/approved.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import { altos, noon } from '../../support/choir.ts';

test.each([
  ['just now', { at: noon }, true],
  ['as long ago as it lasts', { at: noon - keptFor.pending }, false],
  ['a moment less', { at: noon - keptFor.pending + 1 }, true],
  ['for a day to come, long ago', { at: noon - 2 * keptFor.pending, on: '2026-12-31' }, true],
  ['for a day that is over since long', { at: noon - 2 * keptFor.pending, on: '2026-01-01' }, false],
  ['for a day in the past, just now', { at: noon, on: '2026-01-01' }, true],
  ['for whoever takes their time, long ago', { at: 0, lane: 'link' as const }, true],
])('what was approved %s holds: %#', (_, pending, holds) => {
  expect(isStillApproved(pending, noon)).toBe(holds);
});

test('a group that no file is about any more has no id, and the approval is told all the same', () => {
  const pseudonyms = createPseudonyms(new Uint8Array(32).fill(7));
  const memory = createRecollection();
  memory.pending.set('abc', { group: pseudonyms.group(altos), at: noon, what: 'remove' });
  memory.pending.set('abd', { group: 'gone', at: noon });
  memory.pending.set('abe', { group: 'gone', at: 0 });
  const names = { groups: [altos], people: [] };
  expect([...findPending(memory, names, pseudonyms, noon)]).toEqual([
    ['abc', { group: altos, at: noon, what: 'remove' }],
    ['abd', { at: noon }],
  ]);
});
