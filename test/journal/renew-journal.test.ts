import { expect, test } from 'vitest';
import { loadJournal } from '../../src/journal/load-journal.ts';
import { createPseudonyms } from '../../src/journal/pseudonyms.ts';
import { renewJournal } from '../../src/journal/renew-journal.ts';
import type { Stage } from './journal-stage.ts';
import { ana, budi, createStage, day, reading } from './journal-stage.ts';

const options = { compactAbove: 0, compactTo: 0.5 };

async function withLongOne(): Promise<Stage> {
  const stage = await createStage();
  await stage.run(...Array.from({ length: 40 }, (_, n) => reading(n % 2 === 0 ? [ana] : [ana, budi])));
  return stage;
}

/** Whether the journal is written anew at a time so far from now. */
function isRenewed(stage: Stage, more: Partial<typeof options> = {}, later = 0): boolean {
  const before = stage.text();
  const pseudonyms = createPseudonyms(stage.input.secret);
  const found = loadJournal(stage.input, pseudonyms);
  if (found.kind === 'unusable') throw new Error(found.why);
  const now = stage.clock.now() + later;
  const input = { ...stage.input, clock: { ...stage.clock, now: () => now } };
  const renewed = renewJournal(found, input, pseudonyms, { ...options, ...more });
  expect(renewed.kind).toBe('usable');
  return stage.text() !== before;
}

test('a long one that becomes short is written anew, once', async () => {
  const stage = await withLongOne();
  const before = stage.text().length;
  expect(isRenewed(stage)).toBe(true);
  expect(stage.text().length).toBeLessThan(before / 2);
  expect(isRenewed(stage)).toBe(false);
});

test.each([
  ['it is short', { compactAbove: 1e9 }, 0],
  ['it would not become much shorter', { compactTo: 0.01 }, 0],
  // What is dropped for being old is gone for good.
  ['its last run was so long ago that the clock may have jumped', {}, 31 * day],
  ['its lines lie ahead of the clock', {}, -30 * day],
])('it stays as it is where %s', async (_, more, later) => {
  expect(isRenewed(await withLongOne(), more, later)).toBe(false);
});
