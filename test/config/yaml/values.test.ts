import { expect, test } from 'vitest';
import { choice, count, day, flag, map, sequence, text } from '../../../src/config/yaml/values.ts';

test.each([
  ['2026-12-31', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['31.12.2026', false],
  ['2026-12-31T00:00:00Z', false],
  [' 2026-12-31', false],
  [20_261_231, false],
])('%j is a day: %s', (value, expected) => {
  expect(day.safeParse(value).success).toBe(expected);
});

test.each([
  [0, true],
  [7, true],
  [-1, false],
  [1.5, false],
  ['7', false],
  [Number.NaN, false],
])('%j is a whole number from 0: %s', (value, expected) => {
  expect(count(0).safeParse(value).success).toBe(expected);
});

test('a number is a text as well, what is neither is none', () => {
  expect(text('a text').parse(2024)).toBe('2024');
  expect(text('a text').safeParse(true).error?.issues[0]?.message).toBe('a text');
  expect(text('a text').safeParse('\ud83d').success).toBe(false);
});

const messageOf = (schema: {
  safeParse(value: unknown): { error?: { issues: { message: string }[] } | undefined };
}) => schema.safeParse({}).error?.issues[0]?.message;

test('what may stand there is worded, so that it follows “must be”', () => {
  expect(messageOf(choice(['a', 'b', 'c']))).toBe('a, b or c');
  expect(messageOf(choice(['a']))).toBe('a');
  expect(messageOf(flag)).toBe('true or false, without quotes');
  expect(messageOf(count(3))).toBe('a whole number, 3 or more');
});

test('maps and lists are handed on as the nodes they are', () => {
  const [list, pairs] = [
    { kind: 'list', items: [] },
    { kind: 'map', pairs: [] },
  ];
  expect(sequence.parse(list)).toBe(list);
  expect(map.parse(pairs)).toBe(pairs);
  expect([
    sequence.safeParse(pairs).success,
    map.safeParse(list).success,
    map.safeParse(null).success,
  ]).toEqual([false, false, false]);
  expect(sequence.safeParse([]).success).toBe(false);
});
