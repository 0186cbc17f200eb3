import { expect, test } from 'vitest';
import { comparePeople } from '../../../src/domain/people/compare-people.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { singer } from '../../support/choir.ts';

const plain = (n: number): Person => ({ key: singer(n).key, phone: singer(n).phone });
const sealed = (n: number, handle: string): Person => ({ ...plain(n), handle, isSealed: true });

function sort(...people: readonly Person[]): string[] {
  return people.toSorted(comparePeople).map(({ handle, phone }) => handle ?? phone);
}

test('people stand in the order of their numbers, those with sealed ones in that of their handles', () => {
  const [four, five] = [plain(4), plain(5)];
  const own = [sealed(9, 'ana'), sealed(1, 'budi'), sealed(7, 'citra')];
  const all = ['ana', 'budi', 'citra', four.phone, five.phone];
  expect(sort(five, ...own.toReversed(), four)).toEqual(all);
  expect(sort(...own, four, five)).toEqual(all);
  expect(comparePeople(four, plain(4))).toBe(0);
});

test('another number behind a sealed handle changes nothing in the order', () => {
  for (const n of [1, 49, 51, 99])
    expect(sort(sealed(50, 'budi'), sealed(n, 'ana'))).toEqual(['ana', 'budi']);
});
