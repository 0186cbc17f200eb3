import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLines, escapeTerminal } from '../../src/safe/escape.ts';
import { anyLetter } from '../support/any-letter.ts';

const cases: readonly (readonly [name: string, text: string, safe: string])[] = [
  ['plain text', 'Altos 2024 – Ação, 合唱団, Хор', 'Altos 2024 – Ação, 合唱団, Хор'],
  ['a cursor movement', '\u001b[2K\u001b[1Aok', String.raw`\u{1b}[2K\u{1b}[1Aok`],
  ['a C1 control', '\u009b31m', String.raw`\u{9b}31m`],
  ['a newline that would forge a line', 'Altos\n+ ana joins', String.raw`Altos\n+ ana joins`],
  ['a return that would overwrite a line', 'Altos\rPlan', String.raw`Altos\rPlan`],
  ['a tab', 'a\tb', String.raw`a\tb`],
  ['a right-to-left override', 'ana\u202egpj', String.raw`ana\u{202e}gpj`],
  ['an isolate', '\u2066a\u2069', String.raw`\u{2066}a\u{2069}`],
  ['a zero-width space', 'an\u200ba', String.raw`an\u{200b}a`],
  ['line and paragraph separators', 'a\u2028b\u2029c', String.raw`a\u{2028}b\u{2029}c`],
  ['a byte order mark', '\ufeffana', String.raw`\u{feff}ana`],
  ['tags', 'a\u{e0041}\u{e007f}', String.raw`a\u{e0041}\u{e007f}`],
  ['a Hangul filler', 'a\u3164b', String.raw`a\u{3164}b`],
  ['half a surrogate pair', 'a\ud800', String.raw`a\u{d800}`],
  ['a mark on what stands before', '\u0338ok', String.raw`\u{338}ok`],
  ['a flood of marks', `z${'\u0301'.repeat(40)}algo`, `z${'\u0301'.repeat(6)}${String.raw`\u{…}`}algo`],
  ['emoji with joiners and selectors', '👩‍👩‍👧 ❤️ 🏳️‍🌈 👍🏽', '👩‍👩‍👧 ❤️ 🏳️‍🌈 👍🏽'],
  ['a joiner between letters', 'a\u200db', String.raw`a\u{200d}b`],
];

/** Joiners are `Cf` too, and stay within emoji. */
const unsafe =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200b\u200c\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/u;

/** Texts made of everything that is dangerous, and of some that is not. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001b',
        '\u202e',
        '\u200d',
        '\ufe0f',
        '\u0301',
        '\n',
        '\r',
        '\u2028',
        '\u{e0041}',
        '👩',
        'a',
        '\\',
        ' ',
      ),
      fc.string({ unit: anyLetter, maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('escapeTerminal', () => {
  it.each(cases)('%s', (_name, text, safe) => {
    expect(escapeTerminal(text)).toBe(safe);
  });

  it('leaves nothing that moves, hides, reorders or breaks a line, nor piles up marks', () => {
    const check = fc.property(hostile, (text) => {
      expect(escapeTerminal(text)).not.toMatch(unsafe);
      expect(escapeTerminal(text)).not.toMatch(/\p{M}{8}/u);
    });
    fc.assert(check, { numRuns: 500 });
  });

  it('does nothing the second time', () => {
    const check = fc.property(hostile, (text) => {
      expect(escapeTerminal(escapeTerminal(text))).toBe(escapeTerminal(text));
    });
    fc.assert(check, { numRuns: 500 });
  });

  it('leaves printable ASCII alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(escapeTerminal(text)).toBe(text);
      }),
    );
  });
});

describe('escapeLines', () => {
  it('keeps newlines and escapes the lines', () => {
    expect(escapeLines('a\u001b\n\u202eb')).toBe(String.raw`a\u{1b}` + '\n' + String.raw`\u{202e}b`);
  });
});
