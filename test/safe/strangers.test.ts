import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../src/render/columns.ts';
import { escapeTerminal } from '../../src/safe/escape.ts';

test.each([
  ['::stop-commands::x', String.raw`\u{3a}:stop-commands::x`],
  ['  ::error::x', String.raw`  \u{3a}:error::x`],
  ['a ##[error] b', String.raw`a \u{23}#[error] b`],
  ['a ::error::x', String.raw`a \u{3a}:error::x`],
  ['a\u00a0::error::x', `a\u00a0${String.raw`\u{3a}:error::x`}`],
  ['##vso[task.complete]', String.raw`\u{23}#vso[task.complete]`],
  ['Rehearsal: 19:00', 'Rehearsal: 19:00'],
  ['C::B', 'C::B'],
])('a text that a CI would obey is only a text: %s', (text, shown) => {
  expect(escapeTerminal(text)).toBe(shown);
  expect(escapeTerminal(shown)).toBe(shown);
});

test('more colons than a line is long', () => {
  expect(wrap(escapeTerminal('x:::::::::error::x'), 8)).toEqual([
    'x:::::::',
    String.raw`\u{3a}:e`,
    'rror::x',
  ]);
});

test('no text of a stranger begins a line of a command, wherever it is broken', () => {
  const unit = fc.constantFrom('::error::x', ':', ' ', 'a', '合', '::', '##[', '\n');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 8, max: 30 }), (text, columns) => {
      const lines = wrap(escapeTerminal(`x${text}`), columns);
      expect(lines.filter((line) => /^\s*::\w|##\[/.test(line))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a joiner after a selector that belongs to no emoji is as visible the second time', () => {
  const shown = escapeTerminal('\ufe0f\u200d\u{1f469}');
  expect(escapeTerminal(shown)).toBe(shown);
  expect(escapeTerminal('\u{1f469}\ufe0f\u200d\u{1f469}')).toBe('\u{1f469}\ufe0f\u200d\u{1f469}');
});
