import { expect, test } from 'vitest';
import { isName, toHandle } from '../../../src/config/people/handle.ts';

test.each([
  ['ana', true],
  ['José', true],
  ['Jose\u0301', true],
  ['Дима', true],
  ['எழில்', true],
  ['5b', true],
  ['a-b_c.d', true],
  ['a'.repeat(64), true],
  ['a'.repeat(65), false],
  // No letter, so it could be a number.
  ['2024', false],
  ['4.4E11', false],
  ['4e11', false],
  ['4.4E-11', false],
  ['e11', true],
  ['-ana', false],
  ['_ana', false],
  ['ana budi', false],
  ['ana,', false],
  ['ana\u200b', false],
  ['ana\u202e', false],
  ['ana\n', false],
  ['', false],
])('%j is a name: %s', (text, expected) => {
  expect(isName(text)).toBe(expected);
});

test('a letter in two characters is the letter', () => {
  expect(toHandle('Jose\u0301')).toBe('Jos\u00e9');
});
