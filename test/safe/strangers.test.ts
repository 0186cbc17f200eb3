import { expect, test } from 'vitest';
import { escapeTerminal } from '../../src/safe/escape.ts';

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

test('a joiner after a selector that belongs to no emoji is as visible the second time', () => {
  const shown = escapeTerminal('\ufe0f\u200d\u{1f469}');
  expect(escapeTerminal(shown)).toBe(shown);
  expect(escapeTerminal('\u{1f469}\ufe0f\u200d\u{1f469}')).toBe('\u{1f469}\ufe0f\u200d\u{1f469}');
});
