import { expect, test } from 'vitest';
import { isOwn } from '../../src/render/is-own.ts';

test('what no other commit is compared with is all of this pull request', () => {
  expect(isOwn({})).toBe(true);
  expect(isOwn({ origin: 'pull-request' })).toBe(true);
});

test.each(['phone', 'date', 'earlier-merge'] as const)('what comes by %s is none of it', (origin) => {
  expect(isOwn({ origin })).toBe(false);
});
