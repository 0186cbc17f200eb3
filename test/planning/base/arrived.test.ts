import { expect, test } from 'vitest';
import type { DesiredGroup, GroupId } from '../../../src/domain/group.ts';
import { findArrived } from '../../../src/planning/base/arrived.ts';
import { altos, desiredGroup, organisation } from '../../support/choir.ts';

const basses = '120363000000000002@g.us' as GroupId;
const file = (path: string, id?: GroupId): DesiredGroup => {
  const { id: _, ...group } = desiredGroup();
  return { ...group, file: path, settings: { name: 'Choir' }, ...(id && { id }) };
};
const nobody = new Set<string>();

test('a group is new here with its file, or with its file’s first id', () => {
  const base = organisation([file('a.yaml')]);
  const head = organisation([file('b.yaml', basses), file('a.yaml', altos)]);
  expect(findArrived(head, base, [], nobody)).toEqual([
    { file: 'a.yaml', name: 'Choir', how: 'first-id' },
    { file: 'b.yaml', name: 'Choir', how: 'new-file' },
  ]);
});

test('nothing arrives that was there, has no id, is refused, or may have been there', () => {
  const base = organisation([file('a.yaml', altos), file('c.yaml')]);
  const moved = organisation([file('z.yaml', altos), file('c.yaml')]);
  expect(findArrived(moved, base, [], nobody)).toEqual([]);
  const head = organisation([file('a.yaml', altos), file('c.yaml', basses)]);
  expect(findArrived(head, base, [], new Set(['c.yaml']))).toEqual([]);
  expect(findArrived(head, base, [{ file: 'c.yaml', what: 'id' }], nobody)).toEqual([]);
});

test('where there was no group at all there is nothing to tell apart', () => {
  expect(findArrived(organisation([file('a.yaml', altos)]), organisation([]), [], nobody)).toEqual([]);
});
