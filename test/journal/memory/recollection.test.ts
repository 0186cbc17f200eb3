import { expect, test } from 'vitest';
import { createRecollection, toInner, toTriedName } from '../../../src/journal/memory/recollection.ts';

test('no two share anything', () => {
  const one = createRecollection();
  one.adds.push({ at: 0, count: 1 });
  one.seen.set('a', { last: new Set(), times: new Map() });
  one.pairs.byLid.set('a', new Map());
  expect(createRecollection()).toEqual(createRecollection());
  expect(createRecollection().adds).toEqual([]);
  expect(createRecollection().pairs.byLid.size).toBe(0);
});

test('the map behind a key is the same each time', () => {
  const outer = new Map<string, Map<string, number>>();
  toInner(outer, 'a').set('x', 1);
  toInner(outer, 'a').set('y', 2);
  expect([...toInner(outer, 'a')]).toEqual([
    ['x', 1],
    ['y', 2],
  ]);
  expect(toInner(outer, 'b').size).toBe(0);
});

test('what was tried of a person is told apart by the action', () => {
  expect(toTriedName('add', 'abc')).not.toBe(toTriedName('remove', 'abc'));
});
