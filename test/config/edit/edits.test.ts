import { expect, test } from 'vitest';
import {
  applyEdits,
  isFlow,
  findLineEnd,
  findNewline,
  findNextLine,
  insertLinesAfter,
} from '../../../src/config/edit/edits.ts';

test('edits are made in any order, and those of one place in theirs', () => {
  const edits = [
    { start: 4, end: 5, text: 'E' },
    { start: 1, end: 1, text: 'x' },
    { start: 1, end: 1, text: 'y' },
    { start: 1, end: 2, text: '' },
  ];
  expect(applyEdits('abcde', edits)).toBe('axycdE');
});

test('edits that overlap are refused', () => {
  const overlap = [
    { start: 0, end: 2, text: '' },
    { start: 1, end: 3, text: '' },
  ];
  expect(() => applyEdits('abcd', overlap)).toThrow('overlap');
});

test.each([
  ['a\r\nb\r\n', '\r\n', 1, 3],
  ['a\nb\n', '\n', 1, 2],
  ['a', '\n', 1, 1],
])('the lines of %j end with %j', (text, newline, end, next) => {
  expect([findNewline(text), findLineEnd(text, 0), findNextLine(text, 0)]).toEqual([newline, end, next]);
});

test.each([
  ['a\nb\n', 'a\nX\nY\nb\n'],
  ['a\r\nb', 'a\r\nX\r\nY\r\nb'],
  ['a', 'a\nX\nY'],
  ['a\n', 'a\nX\nY\n'],
])('lines behind the first of %j: %j', (text, wanted) => {
  expect(applyEdits(text, [insertLinesAfter(text, 0, ['X', 'Y'])])).toBe(wanted);
});

test.each([
  ['a: [ana]', 3, true],
  ['a: { b: 1 }', 3, true],
  ['a:\n  - [ana]', 5, false],
  ['a: 1', 0, false],
])('what begins in %j at %i is written in brackets or braces: %s', (text, start, is) => {
  expect(isFlow(text, { start, end: text.length })).toBe(is);
});
