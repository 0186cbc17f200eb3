import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMessageName } from '../../src/safe/message-name.ts';
import { anyLetter } from '../support/any-letter.ts';

test.each([
  ['Altos', 'Altos'],
  ['  Class 5B \u2013 parents ', 'Class 5B \u2013 parents'],
  ['Choir 👨‍👩‍👧 ❤️', 'Choir 👨‍👩‍👧 ❤️'],
  ['Altos\nRead this: you won', 'Altos Read this: you won'],
  ['Altos\u001b[2J\u0007', 'Altos [2J'],
  ['\u202eolleh', 'olleh'],
  ['a\u200bb\u2028c', 'a b c'],
  ['Altos” is gone. Join “Scam', "Altos' is gone. Join 'Scam"],
  ['see https://evil.example/x', 'see https: evil. example/x'],
  ['www.evil.example', 'www. evil. example'],
  ['evil。example', 'evil。 example'],
  ['ask @447700900002 now', 'ask 447700900002 now'],
  [String.raw`a\u{202e}b\n`, 'a/u{202e}b/n'],
  ['\n\u0301\u0301', ''],
  ['\u200d:::: Altos', ': Altos'],
  ['', ''],
])('%j reads %j in a message', (name, shown) => {
  expect(toMessageName(name)).toBe(shown);
});

test('a long one is cut, between letters', () => {
  expect([...toMessageName('🎵'.repeat(200))]).toHaveLength(100);
});

test('whatever somebody calls a group, it is one line without a link, a mention or the end of a quotation', () => {
  const text = fc.oneof(
    fc.string({ unit: anyLetter, maxLength: 60 }),
    fc.stringMatching(/^[ab.:/@“”"\\\n\u{202e}0-9]{0,40}$/u),
  );
  fc.assert(
    fc.property(text, (name) => {
      const shown = toMessageName(name);
      expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}"“”„@]|:\/\/|\.[\p{L}\p{N}]/u);
      expect([...shown].length).toBeLessThanOrEqual(100);
      expect(toMessageName(shown)).toBe(shown);
    }),
  );
});
