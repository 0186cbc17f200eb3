import { expect, test } from 'vitest';
import { isMatch } from '../../src/importing/match-name.ts';

test.each([
  ['Choir Altos', 'Choir *', true],
  ['Choir Altos', 'choir*', true],
  ['Choir Altos', '*altos', true],
  ['Choir Altos', 'choir', false],
  ['Choir Altos', '??oir altos', true],
  ['a.b', 'a?b', true],
  ['axb', 'a.b', false],
  ['🎶', '?', true],
  ['Cafe\u0301', 'Caf\u00e9', true],
  ['two\nlines', 'two*', true],
  ['[a](b)', '[a](b)', true],
  ['a/b-c', 'a/b-c', true],
  ['', '*', true],
  ['x', '', false],
])('%j fits %j: %s', (text, pattern, fits) => {
  expect(isMatch(text, pattern)).toBe(fits);
});
