import { expect, test } from 'vitest';
import { groupAlike } from '../../src/render/group-alike.ts';

test('bunches and what is in them stand in the order in which they first came', () => {
  expect(groupAlike(['b1', 'a1', 'b2', 'c', 'a2'], (text) => text.slice(0, 1))).toEqual([
    ['b1', 'b2'],
    ['a1', 'a2'],
    ['c'],
  ]);
  expect(groupAlike([], String)).toEqual([]);
});
