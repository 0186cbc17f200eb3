import { expect, test } from 'vitest';
import { spellDay } from '../../../src/words/spelling/spell-day.ts';

const months =
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ');
const calendar = { months, between: ' de ', first: 'º' };

test.each([
  ['2026-01-01', '1º de janeiro de 2026'],
  ['2026-12-31', '31 de dezembro de 2026'],
  ['2026-09-02', '2 de setembro de 2026'],
  ['2026-11-11', '11 de novembro de 2026'],
])('%s is %s', (day, text) => {
  expect(spellDay(day, calendar)).toBe(text);
});

test('a language that has no word for the first writes its number alone', () => {
  expect(spellDay('2026-01-01', { months, between: ' ' })).toBe('1 janeiro 2026');
});
