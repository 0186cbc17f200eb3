import { expect, test } from 'vitest';
import { ifAny, recall } from '../../../src/journal/memory/recall.ts';

test('asked by key, answered by pseudonym', () => {
  const map = new Map([['name of a', 0]]);
  const by = recall(
    (key: string) => `name of ${key}`,
    (name) => map.get(name),
  );
  expect([by.get('a'), by.has('a'), by.get('b'), by.has('b')]).toEqual([0, true, undefined, false]);
});

test('nothing is made of nothing, and of zero something is', () => {
  expect([ifAny(undefined, String), ifAny(0, String), ifAny('', () => 1)]).toEqual([undefined, '0', 1]);
});
