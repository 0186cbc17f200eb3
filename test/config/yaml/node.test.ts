import { expect, test } from 'vitest';
import { isCutAt, toBlockEnd } from '../../../src/config/yaml/node.ts';

test.each([
  ['name: A #1', 7, true],
  ['name: A # a comment', 7, false],
  ['name: A #', 7, false],
  ['name: A', 7, false],
  ['name: A\n#1', 7, false],
])('the rest of %j behind %i looks like a part of the value: %s', (text, end, is) => {
  expect(isCutAt(text, end)).toBe(is);
});

test('blank lines behind a text are no part of its place', () => {
  const text = '|\n  a\n\n  b\n\n\nname: x';
  expect(text.slice(0, toBlockEnd(text, 0, text.indexOf('name')))).toBe('|\n  a\n\n  b');
});
