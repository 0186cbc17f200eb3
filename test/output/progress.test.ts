import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import type { Language } from '../../src/domain/organisation.ts';
import { showProgress, showReading } from '../../src/output/progress.ts';
import { altos, personChange } from '../support/choir.ts';
import { createTestIo } from '../support/stage.ts';

const events: readonly RunEvent[] = [
  { type: 'run-started', groups: 2, changes: 3 },
  { type: 'group-started', group: altos, file: 'altos.yaml', changes: 3 },
  { type: 'group-done', group: altos, outcomes: [{ change: personChange('add', 2), result: 'verified' }] },
];

/** All that is printed of a run. */
async function follow(language: Language, isInteractive = false) {
  const { io, written } = createTestIo({ terminal: { isInteractive } });
  const record = showProgress(language, {}, io);
  for (const event of events) await record(event);
  return written;
}

test('a run is told on standard error, in the policy’s language', async () => {
  const [english, indonesian] = [await follow('en'), await follow('id')];
  expect(english.out).toBe('');
  expect(english.err).toContain('altos.yaml');
  expect(indonesian.err).toContain('altos.yaml');
  expect(indonesian.err).not.toBe(english.err);
});

test('events that nobody waits for are told in their order', async () => {
  const { io, written } = createTestIo({});
  const record = showProgress('en', {}, io);
  await Promise.all(events.map(record));
  expect(written).toEqual(await follow('en'));
});

test('a line redraws itself on a terminal alone', async () => {
  expect((await follow('en')).err).not.toContain('\r');
  expect((await follow('en', true)).err).toContain('\r');
});

test('how far the reading has come is told there, too', async () => {
  const { io, written } = createTestIo({ terminal: { isInteractive: true } });
  const reading = await showReading('en', {}, io);
  expect(Object.keys(reading).length).toBeGreaterThan(0);
  expect(written.out).toBe('');
});

test('nothing of it is told quietly', async () => {
  const { io, written } = createTestIo({ terminal: { isInteractive: true } });
  const record = showProgress('en', { quiet: true }, io);
  for (const event of events) await record(event);
  (await showReading('en', { quiet: true }, io)).start(3, 0);
  expect(written).toEqual({ out: '', err: '' });
});
