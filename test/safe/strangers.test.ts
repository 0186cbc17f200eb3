import { expect, test } from 'vitest';
import { escapeTerminal } from '../../src/safe/escape.ts';
import { maskDigits, maskNumbers } from '../../src/safe/mask.ts';

test.each([
  ['::stop-commands::x', String.raw`\u{3a}:stop-commands::x`],
  ['  ::error::x', String.raw`  \u{3a}:error::x`],
  ['a ##[error] b', String.raw`a \u{23}#[error] b`],
  ['Rehearsal: 19:00', 'Rehearsal: 19:00'],
  ['C::B', 'C::B'],
])('a text that a CI would obey is only a text: %s', (text, shown) => {
  expect(escapeTerminal(text)).toBe(shown);
  expect(escapeTerminal(shown)).toBe(shown);
});

test.each([
  ['lid:447700900123', 'lid:•••••••••123'],
  ['lid:330631678702157', 'lid:330631678702157'],
])('only what is as long as a LID passes for one: %s', (text, shown) => {
  expect(maskDigits(text)).toBe(shown);
  expect(maskNumbers(text)).toBe(shown);
});

test.each(['44_7700_900_123', '447700\u200b900123'])(
  'a number with odd things in it is a number: %s',
  (text) => {
    expect(maskNumbers(text).replace(/\D/g, '')).toBe('123');
  },
);

test('a joiner after a selector that belongs to no emoji is as visible the second time', () => {
  const shown = escapeTerminal('\ufe0f\u200d\u{1f469}');
  expect(escapeTerminal(shown)).toBe(shown);
  expect(escapeTerminal('\u{1f469}\ufe0f\u200d\u{1f469}')).toBe('\u{1f469}\ufe0f\u200d\u{1f469}');
});
