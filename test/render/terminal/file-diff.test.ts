import { expect, test } from 'vitest';
import { renderFileDiffs } from '../../../src/render/terminal/file-diff.ts';

const plain = { colour: false, ascii: false };

test('lines that go and come, with their neighbours, all numbers masked and nothing that a terminal obeys', () => {
  const before = 'a\nb: "+447700900002"\r\nc \u001b[2J\n::error::d\ne\nf\ng\nh';
  const after = before.replace('+447700900002', '+44 7700 900002').replace('\nh', '\ni');
  expect(renderFileDiffs([{ file: 'groups/a.yaml', before, after }], plain)).toBe(
    [
      'groups/a.yaml',
      '@ line 1',
      ' a',
      '-b: "+•••••••••002"',
      '+b: "+•• •••• •••002"',
      ' c \\u{1b}[2J',
      '@ line 7',
      ' g',
      '-h',
      '+i',
      '',
      '',
    ].join('\n'),
  );
});

test('nothing of nothing', () => {
  expect(renderFileDiffs([], plain)).toBe('');
});

const many = Array.from({ length: 30_000 }, (_, index) => `line ${index}`);

test('a file that changes in every line is compared line by line', () => {
  const after = many.map((line) => `${line}!`);
  const text = renderFileDiffs([{ file: 'a', before: many.join('\n'), after: after.join('\n') }], plain);
  expect(text.split('\n').slice(0, 7)).toEqual([
    'a',
    '@ line 1',
    '-line 0',
    '+line 0!',
    '@ line 2',
    '-line 1',
    '+line 1!',
  ]);
});

test('and where lines were added as well, all between the first and the last that differ are shown', () => {
  const after = ['line 0', ...many.slice(1, -2).map((line) => `${line}!`), ...many.slice(-1)];
  const text = renderFileDiffs([{ file: 'a', before: many.join('\n'), after: after.join('\n') }], plain);
  const lines = text.split('\n');
  expect(lines.slice(0, 3)).toEqual(['a', '@ line 2', '-line 1']);
  expect([
    lines.filter((line) => line.startsWith('-')).length,
    lines.filter((line) => line.startsWith('+')).length,
  ]).toEqual([29_998, 29_997]);
  expect(text).not.toContain('line 29999');
});
