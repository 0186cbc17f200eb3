import { expect, test } from 'vitest';
import { createChain } from '../../../src/journal/lines/chain.ts';
import { toLines } from '../../../src/journal/lines/lines.ts';
import { appendEntries, parseEntries } from '../../../src/journal/entries/append-entries.ts';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import { createStage } from '../journal-stage.ts';

const secret = new Uint8Array(32).fill(7);
const at = '2026-11-24T09:00:00.000Z';
const entries: readonly Entry[] = [
  { at, type: 'run' },
  { at, type: 'spent', adds: 3, lookups: 7 },
  { at, type: 'stopped', code: 'rate-limited' },
];

test('what is added bit by bit is what is written at once', () => {
  const chain = createChain(secret);
  let text = '';
  for (const entry of entries) text = appendEntries(text, [entry], secret);
  expect(text).toBe(toLines(entries, chain));
  expect(parseEntries(text)).toEqual(entries);
  expect(appendEntries(text, [], secret)).toBe(text);
});

test('a journal on the disk takes it as its own, and counts it', async () => {
  const stage = await createStage();
  stage.write(appendEntries(stage.text(), entries, secret));
  expect(await stage.read()).toMatchObject({ memory: 'kept', adds: [{ count: 3 }], lookups: [{ count: 7 }] });
});

test('with another key it is no line of that journal', async () => {
  const stage = await createStage();
  stage.write(appendEntries(stage.text(), entries, new Uint8Array(32).fill(8)));
  expect((await stage.read()).memory).toBe('unusable');
});

test.each(['', '\n\n'])('%j holds nothing', (text) => {
  expect(parseEntries(text)).toEqual([]);
});

test('one line that is none spoils the text', () => {
  const text = appendEntries('', entries, secret);
  expect(parseEntries(`${text}{"at":"${at}","type":"whatever"}\n`)).toBeUndefined();
  expect(parseEntries(text.slice(0, -10))).toBeUndefined();
});
