import { array, assert as check, boolean, constantFrom, property, string, subarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBlockLines, toCommentText, toScalarText } from '../../../src/config/edit/scalar-text.ts';
import { anyLetter } from '../../support/any-letter.ts';
import { read, toMeaning } from './meaning.ts';

describe('scalars', () => {
  const anyText = string({ unit: anyLetter });
  const tricky = subarray([...' \t\n\r:#-\'"[]{},|>&*!?%@`~0aé\u202e\u200b\u0085\u2028\ufeff👋'], {
    minLength: 1,
  }).map((letters) => letters.join(''));
  test.each([
    ['any text', anyText],
    ['what means something to YAML', tricky],
    [
      'words',
      constantFrom(
        'null',
        'no',
        'True',
        '007',
        '1e3',
        '~',
        '',
        ' a',
        'a ',
        'a  b',
        'café',
        '2026-12-31',
        '<<',
        '-',
      ),
    ],
  ])('%s reads back as it was, in lines, brackets and braces', (_, texts) => {
    check(
      property(texts, boolean(), (value, isQuoted) => {
        const written = toScalarText(value, isQuoted);
        expect(written).not.toMatch(/[\p{Cc}\u2028\u2029\u202e\u200b]/u);
        const root = read(`a: ${written}\nb: [${written}]\nc: { d: ${written} }\n`);
        expect(toMeaning(root)).toEqual([
          ['a', value],
          ['b', [value]],
          ['c', [['d', value]]],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  test('texts of several lines read back byte for byte, or are not written so', () => {
    const line = constantFrom('', 'a', ' b', 'c ', '- d', '# e', 'f: g', '|', '👋', '\u200bh', '"i"');
    check(
      property(array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const value = lines.join('\n');
        const written = toBlockLines(value, '  ');
        const isHard = /^\s|\s$|\n\s|\s\n|\u200b|^$|\n$/.test(value);
        const text = written?.join('\n') ?? JSON.stringify(value);
        expect([written !== undefined || isHard, toMeaning(read(`a: ${text}\nb: 1\n`))]).toEqual([
          true,
          [
            ['a', value],
            ['b', 1],
          ],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a\nb', 'a\\nb'],
    ['a\r\u2028\u202eb', 'a\\u000d\\u2028\\u202eb'],
    ['x'.repeat(300), `${'x'.repeat(200)}…`],
  ])('%j is %j in a comment', (text, wanted) => {
    expect(toCommentText(text)).toBe(wanted);
  });
});
