import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { cutDiagnostics, shownInFile, sortDiagnostics, toMistake } from '../../src/config/mistake.ts';

const at = (file: string, line: number, column = 1) => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column,
});

test('severity and summary are the code’s', () => {
  expect(toMistake('unknown-key', 'Why.', at('a', 1))).toEqual({
    severity: 'error',
    code: 'unknown-key',
    summary: 'Unknown key',
    detail: 'Why.',
    span: at('a', 1),
  });
  expect(toMistake('unused-team', 'Why.')).toMatchObject({ severity: 'warning' });
  expect(toMistake('unused-team', 'Why.')).not.toHaveProperty('span');
});

test('sorted by place, what has none first, whatever the order in which they were found', () => {
  const sorted = [
    toMistake('no-policy', 'x'),
    toMistake('unknown-key', 'x', at('B', 9)),
    toMistake('unknown-key', 'x', at('a', 2, 5)),
    toMistake('bad-entry', 'x', at('a', 10, 1)),
    toMistake('unknown-key', 'a', at('a', 10, 1)),
    toMistake('unknown-key', 'b', at('a', 10, 1)),
  ];
  expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted);
});

const many = (file: string, count: number, code: 'unknown-key' | 'unused-team'): Diagnostic[] =>
  Array.from({ length: count }, (_, n) => toMistake(code, 'x', at(file, n + 1)));

test('of a file gone wrong the first errors and the first warnings are shown, and that there are more', () => {
  const whole = many('a', shownInFile, 'unknown-key');
  expect(cutDiagnostics(whole)).toEqual(whole);
  const cut = cutDiagnostics([
    ...many('a', shownInFile + 50, 'unknown-key'),
    ...many('a', 2, 'unused-team'),
    ...many('b', 2, 'unknown-key'),
  ]);
  expect(cut).toHaveLength(shownInFile + 1 + 2 + 2);
  expect(cut[shownInFile]).toMatchObject({
    code: 'more-mistakes',
    severity: 'error',
    span: { line: shownInFile + 1 },
  });
  const warned = cutDiagnostics(many('a', shownInFile + 1, 'unused-team'));
  expect(warned.at(-1)).toMatchObject({ code: 'more-mistakes', severity: 'warning' });
});
