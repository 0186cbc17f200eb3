import { describe, expect, test } from 'vitest';
import { makeHandle } from '../../src/config/people/made-handle.ts';
import { toAscii } from '../../src/config/people/to-ascii.ts';
import { createHandles } from '../../src/importing/handles.ts';
import type { NameSources } from '../../src/importing/name-people.ts';
import { namePeople } from '../../src/importing/name-people.ts';
import type { SheetPerson } from '../../src/importing/new-person.ts';
import { toSkeleton } from '../../src/safe/lookalikes.ts';
import { byKey, living, singer } from '../support/choir.ts';

function row(n: number, more: Partial<SheetPerson> = {}): SheetPerson {
  return { ...singer(n), teams: [], place: `members.csv:${n}`, ...more };
}

function name(members: readonly number[], more: Partial<NameSources> = {}): string[] {
  const named = namePeople(byKey(members.map((n) => living(n))), {
    people: new Map(),
    sheet: [],
    contacts: new Map(),
    makeHandle: (text) => makeHandle(text, toAscii),
    handles: createHandles(['ana'], toSkeleton),
    isWritable: () => true,
    ...more,
  });
  return [...named.values()].map(({ handle, phone }) => `${handle} ${phone.slice(-1)}`);
}

describe('who gets a handle', () => {
  test('the row whose number is theirs names them, first of all by its own handle', () => {
    const sheet = [
      row(3, { handle: 'bud', name: 'Budi' }),
      row(2, { name: 'Citra S.' }),
      row(4, { name: 'Dewi' }),
    ];
    expect(name([2, 3], { sheet })).toEqual(['bud 3', 'citra-s 2']);
  });

  test('people of one name, and whoever is called like somebody in the files, get a number', () => {
    const sheet = [row(2, { name: 'Ana' }), row(3, { name: 'Ana' })];
    expect(name([2, 3], { sheet })).toEqual(['ana-2 2', 'ana-3 3']);
  });

  test('of two rows with one number the first counts', () => {
    expect(name([2], { sheet: [row(2, { name: 'Budi' }), row(2, { name: 'Citra' })] })).toEqual(['budi 2']);
  });

  test('a contact is believed where the spreadsheet says nothing', () => {
    const contacts = new Map([2, 3].map((n) => [singer(n).key, `Contact ${n}`]));
    expect(name([2, 3], { contacts, sheet: [row(2, { name: 'Budi' })] })).toEqual(['budi 2', 'contact-3 3']);
  });

  test('nobody who has a handle, whose number cannot be written, or whose name is none', () => {
    const sheet = [2, 3, 4].map((n) => row(n, { name: n === 4 ? '🎶' : `P ${n}` }));
    const people = byKey([{ ...singer(2), handle: 'old' }]);
    expect(name([2, 3, 4], { sheet, people, isWritable: (phone) => !phone.endsWith('3') })).toEqual([]);
  });
});
