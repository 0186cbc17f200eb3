import { expect, test } from 'vitest';
import { addFrames, toLocator } from '../../../src/config/yaml/locate.ts';

const text = 'name: A\r\ntopic: |\n  👋 b\nid: 1';
const source = { path: 'a.yaml', file: 'groups/a.yaml', text };
const locate = toLocator(source);

test.each([
  ['name', 1, 1],
  ['topic', 2, 1],
  ['b', 3, 6],
  ['1', 4, 5],
])('%s stands in line %i, column %i, as editors count', (word, line, column) => {
  const start = text.indexOf(word);
  const span = locate.spanOf({ start, end: start + word.length });
  expect(span).toEqual({
    file: 'groups/a.yaml',
    line,
    column,
    endLine: line,
    endColumn: column + word.length,
  });
});

test('places can be asked for in any order', () => {
  expect([text.length, 0, text.indexOf('b')].map((at) => locate.spanAt(at, at).line)).toEqual([4, 1, 3]);
});

test('a frame is the line and its neighbours, without their ends', () => {
  const span = locate.spanAt(text.indexOf('topic'), text.indexOf('topic'));
  const [framed] = addFrames([{ severity: 'error', code: 'x', summary: 'X', detail: 'x', span }], [source]);
  expect(framed?.frame).toEqual({ firstLine: 1, lines: ['name: A', 'topic: |', '  👋 b'] });
});
