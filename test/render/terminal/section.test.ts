import { expect, test } from 'vitest';
import { toSection } from '../../../src/render/terminal/section.ts';
import { english } from '../../../src/words/english/english.ts';

const rows = (count: number) => Array.from({ length: count }, () => ({ kind: 'blank' }) as const);

test('no heading over nothing', () => {
  expect(toSection('To create', [], english)).toEqual([]);
});

test('a dozen lines, and how many more there are', () => {
  expect(toSection('To create', rows(12), english)).toHaveLength(13);
  const cut = toSection('To create', rows(15), english);
  expect(cut).toHaveLength(14);
  expect(cut.at(-1)).toMatchObject({ kind: 'line', text: expect.stringContaining('3') });
  expect(toSection('To create', rows(15), english, 99)).toHaveLength(16);
});
