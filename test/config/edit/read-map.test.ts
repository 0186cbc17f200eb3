import { expect, test } from 'vitest';
import { readList, readMap } from '../../../src/config/edit/read-map.ts';

test('a text is read as files are, plain or not', () => {
  expect(readMap('a: 1\nb: [x]\n').pairs.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(readMap('? a\n: 1\n').pairs.map(({ key }) => key)).toEqual(['a']);
  expect(readList('a: [x, y]\n', 'a')?.items).toHaveLength(2);
});

test('what is no map is none, and what is no list is none', () => {
  expect(() => readMap('- a\n')).toThrow('no map');
  expect(readList('- a\n', 'a')).toBeUndefined();
  expect(readList('a: b\n', 'a')).toBeUndefined();
});
