import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findKnown, findSealed, toEverybody } from '../../../src/domain/people/everybody.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { singer } from '../../support/choir.ts';

const byKey = (people: readonly Person[]) => new Map(people.map((person) => [person.key, person]));
const ana: Person = { ...singer(2), handle: 'ana' };
const sealed: Person = { ...singer(3), handle: 'budi', isSealed: true };

describe('everybody', () => {
  test('is not gone through for whoever is known, nor for what only those can be', () => {
    const people = toEverybody(byKey([ana, sealed]), () => {
      throw new Error('Somebody looked.');
    });
    expect(people.get(ana.key)).toBe(ana);
    expect(people.has(sealed.key)).toBe(true);
    expect(findSealed(people)).toEqual([sealed]);
    expect([...findKnown(people).keys()]).toEqual([ana.key, sealed.key]);
    expect(() => people.get(singer(4).key)).toThrow('Somebody looked.');
  });

  test('is looked for once, and a known person stays who they are', () => {
    let looks = 0;
    const people = toEverybody(byKey([ana]), () => {
      looks += 1;
      return [singer(2), singer(4)];
    });
    expect([people.get(singer(4).key), people.size, people.get(ana.key)]).toEqual([singer(4), 2, ana]);
    expect(looks).toBe(1);
  });

  test('is a map like any other, whatever is asked of it first', () => {
    const asks: ((map: ReadonlyMap<Person['key'], Person>) => unknown)[] = [
      (map) => [...map],
      (map) => [...map.keys()],
      (map) => [...map.values()],
      (map) => [...map.entries()],
      (map) => map.size,
      (map) => map.get(singer(5).key),
      (map) => map.has(singer(9).key),
      (map) => new Map(map),
      (map) => {
        const told: unknown[] = [];
        map.forEach((person, key) => told.push([key, person]));
        return told;
      },
      findSealed,
    ];
    const some = fc.uniqueArray(fc.integer({ min: 2, max: 9 }));
    fc.assert(
      fc.property(
        some,
        some,
        fc.shuffledSubarray(asks, { minLength: asks.length }),
        (known, others, order) => {
          const book = byKey(known.map((number) => ({ ...singer(number), handle: `h${number}` })));
          const strangers = others.map(singer);
          const plain = new Map([...byKey(strangers), ...book]);
          const inOrder = new Map([...book, ...[...plain].filter(([key]) => !book.has(key))]);
          const people = toEverybody(book, () => strangers);
          for (const ask of order) expect(ask(people)).toEqual(ask(inOrder));
        },
      ),
    );
  });
});
