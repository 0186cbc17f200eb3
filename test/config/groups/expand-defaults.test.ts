import { expect, test } from 'vitest';
import { groupCapacity } from '../../../src/domain/whatsapp-facts.ts';
import { findDiagnostics, toMark, toOrganisation, usual } from '../files.ts';

const groups = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`g${index}.yaml`, `name: G${index}\nmembers: []\n`]),
);
/** So many numbers, each another. */
const many = (count: number) =>
  `members:\n${Array.from({ length: count }, (_, index) => `  - "+62 812 3456 ${String(index).padStart(4, '0')}"\n`).join('')}`;

test('whom defaults name is looked up once, and is in every group', () => {
  const { groups: found } = toOrganisation({ ...usual, ...groups, '_defaults.yaml': 'members: [team:altos]\n' });
  expect(new Set(found.map(({ people }) => people.size))).toEqual(new Set([2]));
});

const marks = (count: number) =>
    findDiagnostics({ ...usual, ...groups, '_defaults.yaml': many(count) })
      .filter(({ severity }) => severity === 'error')
      .map(toMark);

test('a list that no group has room for is one mistake, and of the defaults', () => {
  expect(marks(groupCapacity - 1)).toEqual([]);
  expect(marks(groupCapacity + 500)).toEqual(['error _defaults.yaml:1:1 too-many-people']);
});
