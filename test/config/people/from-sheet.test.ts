import { expect, test } from 'vitest';
import { toPeople } from '../../../src/config/people/from-sheet.ts';
import { toSheet } from '../sheet/sheets.ts';

test('people with their names, and a team for each that a row names', () => {
  const rows = 'Ana;+44 7700 900002;altos b5;shy\nBudi;+12;b5;\n';
  const sheet = toSheet(`name;phone;teams;note\n${rows}`);
  const { people, teams, isSheet } = toPeople(sheet, '_people/5b.csv');
  expect(isSheet).toBe(true);
  expect(
    [...people.values()].map(({ handle, phone, name, span }) => [handle, phone, name, span.cell?.row]),
  ).toEqual([
    ['ana', '447700900002', 'Ana', 2],
    ['budi', undefined, 'Budi', 3],
  ]);
  const lists = [...teams.values()].map(({ name, entries, span }) => [
    name,
    span.cell?.row,
    ...entries.map(({ target }) => target.kind === 'handle' && target.name),
  ]);
  expect(lists).toEqual([
    ['altos', 2, 'ana'],
    ['b5', 2, 'ana', 'budi'],
  ]);
});
