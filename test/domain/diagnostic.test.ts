import { expect, test } from 'vitest';
import { tellPlace, tellPosition, toStart } from '../../src/domain/diagnostic.ts';

test('a place is told as an editor counts, and in a spreadsheet as that counts', () => {
  const span = { file: 'groups/altos.yaml', line: 12, column: 5, endLine: 12, endColumn: 9 };
  expect([tellPlace(span), tellPosition(span)]).toEqual(['groups/altos.yaml:12', 'groups/altos.yaml:12:5']);
  const cell = { ...span, file: 'groups/_people/5b.csv', cell: { row: 3, column: 2 } };
  expect([tellPlace(cell), tellPosition(cell)]).toEqual([
    'groups/_people/5b.csv:3',
    'groups/_people/5b.csv:3:2',
  ]);
  expect(tellPosition(toStart('a'))).toBe('a:1:1');
});
