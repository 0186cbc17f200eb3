import { expect, test } from 'vitest';
import { capitalise, escapeInline, join, list, makeSay, say } from '../../src/safe/inline.ts';

const [ana, budi, citra, none] = [say`Ana`, say`Budi`, say`Citra`, say``];

test.each([
  [0, '0'],
  [999, '999'],
  [1024, '1.024'],
  [1_234_567, '1.234.567'],
])('%i is written as the language does: %s', (count, written) => {
  expect(makeSay('.')`${count} people`).toBe(`${written} people`);
  expect(say`${count} people`).toBe(`${count} people`);
});

test('a number inside a piece is not touched, and no backslash is taken for a sign', () => {
  expect(makeSay(',')`${say`room 1024`} at 1024`).toBe('room 1024 at 1024');
  expect(say`a\nb`).toBe('a\nb');
});

test.each([
  [[], ''],
  [[ana], 'Ana'],
  [[ana, budi], 'Ana dan Budi'],
  [[ana, budi, citra], 'Ana, Budi, dan Citra'],
])('%j as a list', (pieces, text) => {
  expect(list(pieces, [' dan ', ', dan '])).toBe(text);
});

test('nothing is joined to nothing', () => {
  expect(join([none, ana, none, budi], '; ')).toBe('Ana; Budi');
  expect(join([], '; ')).toBe('');
});

test.each([
  [say`über alles`, 'Über alles'],
  [say`1 person`, '1 person'],
  [say`**bold**`, '**bold**'],
  [say`Ana`, 'Ana'],
  [none, ''],
])('%s with a capital', (piece, text) => {
  expect(capitalise(piece)).toBe(text);
});

test('what would move the cursor or hide is made visible', () => {
  // oxlint-disable-next-line no-control-regex
  expect(escapeInline('a\u001b[2Kb\u202ec\u200b')).not.toMatch(/[\u001b\u202e\u200b]/);
});
