import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, isolate } from '../../src/safe/escape-html.ts';

const names: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#96': '`',
};

test('whatever the text, it opens no tag and ends no attribute, and a browser shows it as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...`&<>"'\`=/a #;`, 'lt', 'amp') }), (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"'`]/);
      expect(escaped.replace(/&(#?\w+);/g, (_all, name: string) => names[name] ?? '?')).toBe(text);
    }),
  );
});

test('a name stands by itself, and none is nothing', () => {
  expect(isolate('<Ana>')).toBe('<bdi>&lt;Ana&gt;</bdi>');
  expect(isolate('')).toBe('');
});
