import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import type { GroupId } from '../../../src/domain/group.ts';
import { toUnmadeId } from '../../../src/domain/plan/creation.ts';
import { toCreationEntry } from '../../../src/journal/entries/to-creation-entry.ts';
import { toEntries } from '../../../src/journal/memory/compact.ts';
import { findPending } from '../../../src/journal/memory/approved.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { remember } from '../../../src/journal/memory/remember.ts';
import { toNameKey } from '../../../src/journal/memory/remember-creations.ts';
import { toCounted } from '../../../src/journal/memory/to-counted.ts';
import { toCreations } from '../../../src/journal/memory/to-creations.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import { key, noon } from '../../support/choir.ts';

const made = '120363000000000077@g.us' as GroupId;
const unmade = toUnmadeId('club.yaml');
const making = { action: 'create', group: unmade, file: 'club.yaml', name: 'Book Club' } as const;
const pseudonyms = createPseudonyms(new Uint8Array(32));
const at = new Date(noon).toISOString();
const day = 24 * 3_600_000;

const count = (spent: readonly { count: number }[]) => spent.reduce((sum, each) => sum + each.count, 0);

/** What a memory knows after these events; `isCompact`: from the lines that are left of it. */
function after(events: readonly RunEvent[], isCompact = false, now = noon) {
  const memory = createRecollection();
  for (const event of events) {
    const entry = toCreationEntry(event, at, pseudonyms);
    if (entry) remember(memory, entry);
  }
  const compact = createRecollection();
  if (isCompact) for (const entry of toEntries(memory, now)) remember(compact, entry);
  const used = isCompact ? compact : memory;
  const { adds, lookups, changed } = toCounted(used, pseudonyms, now);
  const found = toCreations(used, pseudonyms, now);
  return { memory: used, ...found, spent: [count(found.creates), count(adds), count(lookups), changed.adds] };
}

const asked: RunEvent = { type: 'asked-for', making, people: [key(2)] };
const created: RunEvent = { type: 'created', making, group: made };

test.each([false, true])('what is asked for is remembered, and paid for (compacted: %s)', (isCompact) => {
  const { asked: found, created: none, spent } = after([asked], isCompact);
  expect(found.get('club.yaml')).toMatchObject({ at: noon });
  expect([found.get('club.yaml')?.isNamed('Book Club'), found.get('club.yaml')?.isNamed('Film')]).toEqual([
    true,
    false,
  ]);
  expect([found.all.length, found.has('other.yaml'), none.all]).toEqual([1, false, []]);
  expect(spent).toEqual([1, 1, 1, 1]);
});

test('a refusal takes it back; only its look-up was made', () => {
  const { asked: found, spent } = after([asked, { type: 'not-made', making }]);
  expect([found.all, spent]).toEqual([[], [0, 0, 1, 0]]);
});

test.each([false, true])('what was made is known by its file (compacted: %s)', (isCompact) => {
  const { asked: none, created: found } = after([asked, created], isCompact);
  expect([none.all, found.get('club.yaml')]).toEqual([[], { group: made, at: noon, isFiled: false }]);
});

test('what was asked for and what was made last until it is known where they are', () => {
  expect(after([asked], true, noon + 999 * day).asked.all).toHaveLength(1);
  expect(after([created], true, noon + 999 * day).created.all).toHaveLength(1);
  const filed: RunEvent = { type: 'filed', file: 'club.yaml' };
  expect(after([created, filed], true).created.get('club.yaml')?.isFiled).toBe(true);
  expect(after([created, filed], true, noon + 999 * day).created.all).toEqual([]);
});

test('what was approved for the file is approved for its group', () => {
  const { memory } = after([asked]);
  remember(memory, { at, type: 'approved', group: pseudonyms.group(unmade), ids: ['abc'] });
  const entry = toCreationEntry(created, at, pseudonyms);
  if (entry) remember(memory, entry);
  const pending = findPending(memory, { people: [], groups: [] }, pseudonyms, noon);
  expect(pending.get('abc')?.group).toBe(made);
});

test('another key does not tell which group it was', () => {
  const { memory } = after([created]);
  const other = createPseudonyms(new Uint8Array(32).fill(1));
  expect(toCreations(memory, other, noon).created.all).toEqual([]);
});

test('a name is one, however it is composed', () => {
  expect(toNameKey('Cafe\u0301')).toBe(toNameKey('Caf\u00e9'));
});
