import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, normaliseText, toFileWord } from '../../src/domain/text.ts';

test.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['Thursdays\n\n', 'Thursdays'],
  ['Thursdays ', 'Thursdays '],
  ['\nThursdays', '\nThursdays'],
  ['e\u0301', '\u00e9'],
  ['\n', ''],
])('text %j is compared as %j', (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

test('bytes are those of UTF-8', () => {
  expect(byteLength('é'.repeat(12) + 'x')).toBe(25);
  expect(byteLength('🎶')).toBe(4);
});

test('what was normalised once stays as it is, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', 'e', '\u0301', ' ', '🎶') }), (raw) => {
      const once = normaliseText(raw);
      expect(normaliseText(once)).toBe(once);
      expect(once).not.toContain('\r');
    }),
  );
});

test.each([
  ['youth/altos.yaml', 'altos'],
  ['Altos.YML', 'Altos'],
  ['altos', 'altos'],
])('the file %j is called %j', (file, word) => expect(toFileWord(file)).toBe(word));
