import { describe, expect, test } from 'vitest';
import { findRoster, Shelf } from '../../../src/domain/lazy/made-map.ts';
import type { PersonKey } from '../../../src/domain/people/person.ts';

/** A map of these words, and how often it was made. */
function make(shelf: Shelf, ...words: readonly string[]) {
  const counted = { made: 0 };
  const keys = words as readonly PersonKey[];
  const roster = { keys, admins: [], isDated: false, hasLids: false };
  const made = shelf.toMap(roster, () => {
    counted.made += 1;
    return new Map(keys.map((key, place) => [key, place]));
  });
  // Any word is a key here.
  return { map: made as ReadonlyMap<string, number>, made, roster, counted };
}

describe('a map that is made when somebody looks', () => {
  test('is what it is made of', () => {
    const { map, counted } = make(new Shelf(10), 'ana', 'budi');
    expect([map.size, counted.made]).toEqual([2, 0]);
    expect([map.get('budi'), map.get('caio'), map.has('ana'), map.has('caio')]).toEqual([
      1,
      undefined,
      true,
      false,
    ]);
    const all = [
      ['ana', 0],
      ['budi', 1],
    ];
    const told: unknown[] = [];
    map.forEach((value, key, whole) => told.push([key, value, whole === map]));
    expect([[...map], [...map.entries()]]).toEqual([all, all]);
    expect([[...map.keys()], [...map.values()]]).toEqual([
      ['ana', 'budi'],
      [0, 1],
    ]);
    expect(told).toEqual(all.map((pair) => [...pair, true]));
    expect([...new Map(map)]).toEqual(all);
    // Whoever goes through data of any kind, to compare or to write it, must not take it for nothing.
    expect(map).toBeInstanceOf(Map);
    expect(map).not.toEqual(new Map());
  });

  test('tells how many there are, their keys and its roster without being made', () => {
    const { made, roster, counted } = make(new Shelf(10), 'ana', 'budi');
    expect([made.size, [...made.keys()], findRoster(made), counted.made]).toEqual([
      2,
      ['ana', 'budi'],
      roster,
      0,
    ]);
    expect(findRoster(new Map(made))).toBeUndefined();
  });

  test('is made once as long as there is room for it', () => {
    const shelf = new Shelf(4);
    const [one, two] = [make(shelf, 'a', 'b'), make(shelf, 'c', 'd')];
    for (const { map } of [one, two, one, two]) map.get('a');
    expect([one.counted.made, two.counted.made]).toEqual([1, 1]);
  });

  test('gives way to the next, the oldest first, and is the same when it is made anew', () => {
    const shelf = new Shelf(4);
    const [one, two, three] = [make(shelf, 'a', 'b'), make(shelf, 'c', 'd'), make(shelf, 'e')];
    for (const { map } of [one, two, three]) map.get('a');
    expect([two.map.get('d'), three.map.get('e'), one.map.get('b')]).toEqual([1, 0, 1]);
    expect([one, two, three].map(({ counted }) => counted.made)).toEqual([2, 1, 1]);
  });

  test('has room on an empty shelf, however large it is', () => {
    const { map, counted } = make(new Shelf(1), 'a', 'b', 'c');
    expect([map.get('c'), map.get('a'), counted.made]).toEqual([2, 0, 1]);
  });
});
