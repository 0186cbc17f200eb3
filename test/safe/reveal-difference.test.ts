import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSafety } from '../../src/safe/labels.ts';
import { revealDifference } from '../../src/safe/reveal-difference.ts';

test.each([
  ['a hard space', 'Altos 2026', 'Altos\u00a02026', 'Altos 2026', 'Altos<U+00A0>2026'],
  ['two spaces', 'Altos  2026', 'Altos 2026', 'Altos<U+0020><U+0020>2026', 'Altos 2026'],
  ['a space at the end', 'Altos ', 'Altos', 'Altos<U+0020>', 'Altos'],
  ['a Cyrillic letter', 'Altos', '\u0410ltos', 'Altos', '<U+0410>ltos'],
  ['a Greek letter', '\u0392and', 'Band', '<U+0392>and', 'Band'],
  ['another dash', '10-12', '10\u201312', '10-12', '10<U+2013>12'],
  ['curly quotes', "Ana's", 'Ana\u2019s', "Ana's", 'Ana<U+2019>s'],
  ['wide letters', 'Altos', '\uff21ltos', 'Altos', '<U+FF21>ltos'],
])('shows %s where nothing else differs', (_, before, after, ...shown) => {
  expect(revealDifference(before, after)).toEqual(shown);
});

test.each([
  ['another word', 'Altos\u00a02026', 'Basses 2026'],
  ['an accent', 'Café', 'Cafe'],
  ['another script', 'Хор', 'Choir'],
  ['nothing', 'Altos\u00a02026', 'Altos\u00a02026'],
])('leaves texts alone that differ by %s', (_, before, after) => {
  expect(revealDifference(before, after)).toEqual([before, after]);
});

test('two texts that differ are never shown alike because of it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '\u00a0', '\u0430', '-', '\u2013'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [old, fresh] = revealDifference(before, after);
      expect(old === fresh).toBe(before === after);
      expect(/[\u00a0\u0430\u2013]/.test(old + fresh) && old !== before).toBe(false);
    }),
  );
});

test('a number that hard spaces keep apart is masked before anything of it is shown', () => {
  const { line } = makeSafety(false);
  const [old, fresh] = revealDifference(
    line('Ana +62 812\u00a03456\u00a07890'),
    line('Ana +62 812 3456 7890'),
  );
  expect(`${old} ${fresh}`.replaceAll(/<U\+\w{4}>/g, '')).not.toMatch(/\d{4}/);
});
