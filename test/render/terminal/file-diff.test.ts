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
