import { expect, test } from 'vitest';
import { toInviteRows } from '../../../../src/render/terminal/coming/to-invite-rows.ts';
import type { Row } from '../../../../src/render/terminal/rows.ts';
import { toView } from '../../../../src/view/to-view.ts';
import { english } from '../../../../src/words/english/english.ts';
import { linksInput } from '../../sample-links.ts';

const rows = toInviteRows(toView(linksInput()).groups, english);

const sayRow = (row: Row) =>
  row.kind === 'columns' ? `${row.sign} ${row.label}: ${row.text}` : row.kind === 'line' ? row.text : '';

test('a row for each group and reason, and nobody is called for', () => {
  expect(rows.filter(({ kind }) => kind === 'columns').map(sayRow)).toEqual([
    'item "Chess": 1 person',
    'item "Chess": 1 person',
    'refused "Readers": 3 people',
    'item "Walkers": 14 people',
  ]);
  expect(rows.some((row) => row.kind !== 'blank' && 'sign' in row && row.sign === 'needsHuman')).toBe(false);
});

test('who was approved before is folded; who would be is named, however many', () => {
  const names = rows.map(sayRow).filter((text) => text.includes('walker-'));
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(/walker-12 and 2 more$/);
  const fresh = toInviteRows(toView({ ...linksInput(), isPending: () => false }).groups, english);
  expect(fresh.map(sayRow).find((text) => text.includes('walker-'))).toMatch(/walker-14$/);
});

test('nothing where nobody is to come', () => {
  expect(toInviteRows([], english)).toEqual([]);
});
