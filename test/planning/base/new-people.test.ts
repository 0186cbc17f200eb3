import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/people/person.ts';
import { findNewPeople } from '../../../src/planning/base/new-people.ts';
import { toSkeleton } from '../../../src/safe/lookalikes.ts';
import { singer } from '../../support/choir.ts';

const ana: Person = { ...singer(2), handle: 'ana', name: 'Ana Pereira' };
const budi: Person = { ...singer(3), handle: 'budi' };

function toPeople(people: readonly Person[]) {
  return { people: new Map(people.map((each) => [each.key, each])) };
}

function find(now: readonly Person[], before: readonly Person[]) {
  return findNewPeople(toPeople(now), toPeople(before), toSkeleton);
}

const nobody = { arrived: [], renamed: [], alike: [] };

describe('findNewPeople', () => {
  it('finds nobody where all are called as before, and none of those who have no handle', () => {
    expect(find([ana, singer(9)], [ana, budi])).toEqual(nobody);
  });

  it('finds who is new; another number behind a handle is nobody new', () => {
    expect(find([ana, budi], [ana])).toEqual({ ...nobody, arrived: [budi] });
    expect(find([{ ...ana, ...singer(8) }], [ana])).toEqual(nobody);
  });

  it('finds who is called something else, by name or by handle', () => {
    const wed = { ...ana, name: 'Ana Costa' };
    expect(find([wed], [ana])).toEqual({ ...nobody, renamed: [{ person: wed, before: 'Ana Pereira' }] });
    const moved = { ...ana, handle: 'ana-pereira' };
    expect(find([moved], [ana])).toEqual({ ...nobody, renamed: [{ person: moved, before: 'ana' }] });
  });

  it('finds who stands in another one’s place, with a name and a number that are both others', () => {
    const mallory = { ...singer(8), handle: 'ana', name: 'Mallory' };
    const inPlace = { ...nobody, renamed: [{ person: mallory, before: 'Ana Pereira', isOther: true }] };
    expect(find([mallory, budi], [ana, budi])).toEqual(inPlace);
    expect(find([mallory, budi], [ana, budi, singer(8)])).toEqual(inPlace);
    const twin = { ...singer(8), handle: 'ana', name: 'B\u03c5di' };
    expect(find([twin, budi], [ana, budi]).alike).toEqual([{ person: twin, other: budi }]);
  });

  it('finds who of them looks like somebody else, whatever the letters are', () => {
    const twin = { ...singer(8), handle: 'a-p', name: '\u0410na Pereira' };
    expect(find([ana, twin], [ana])).toEqual({
      ...nobody,
      arrived: [twin],
      alike: [{ person: twin, other: ana }],
    });
  });
});
