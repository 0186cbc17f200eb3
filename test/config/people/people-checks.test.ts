import { expect, test } from 'vitest';
import { findDiagnostics, toMark } from '../files.ts';

/** What is said of these people, in a group of one of them. */
const find = (people: string, list: string, sheet = 'name;phone\n') =>
  findDiagnostics({
    '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\ntimezone: Europe/London\n',
    '_people.yaml': people,
    '_people/5b.csv': sheet,
    'g.yaml': `name: G\nmembers: ${list}\n`,
  });

test('whoever has the number or the LID of somebody before is told, with the first one’s place', () => {
  const people =
    'people:\n  ana: "+55 20 98765-4321"\n  bo: { lid: "3306" }\n  ben: { lid: "33063" }\n  cy: { lid: "33063" }\n';
  const found = find(people, '[ana, ben, cy, ana-2]', 'name;phone\nAna 2;+55 20 8765-4321\n');
  expect(found.map(toMark)).toEqual([
    'error _people.yaml:3:14 wrong-value',
    'error _people.yaml:5:3 duplicate-lid',
    'error _people/5b.csv:2:1 duplicate-phone',
    'error g.yaml:2:25 two-spellings',
  ]);
  expect(found.find(({ code }) => code === 'duplicate-phone')?.detail).toContain('(groups/_people.yaml:2)');
  expect(found.find(({ code }) => code === 'duplicate-lid')?.detail).toContain('(groups/_people.yaml:4)');
});

test('unused is whom no list has by handle, number or LID; the account never', () => {
  const people =
    'people:\n  me-too: "+44 7700 900001"\n  ana: "+44 7700 900002"\n  bo: { lid: "33063" }\n  cy: { lid: "33064" }\nteams:\n  b5: [dan]\n  c5: []\n';
  const found = find(people, '["+44 7700 900002", lid:33063]', 'name;phone\nDan;+44 7700 900003\n');
  expect(found.filter(({ code }) => code.startsWith('unused')).map(toMark)).toEqual([
    'warning _people.yaml:5:3 unused-handle',
    'warning _people.yaml:7:3 unused-team',
    'warning _people.yaml:8:3 unused-team',
  ]);
});

test('rows of a spreadsheet whom nobody names are one line', () => {
  const rows = Array.from({ length: 12 }, (_, index) => `P${index};+44 7700 9000${20 + index}`);
  const found = find('people: {}\n', '[p0]', ['name;phone', ...rows, ''].join('\n'));
  expect(found.map(toMark)).toEqual(['warning _people/5b.csv:3:1 unused-handle']);
  expect(found[0]?.detail).toContain('3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 1 more');
});

test('a date does nothing for whom WhatsApp hides, in a team neither', () => {
  const people = 'people:\n  bo: { lid: "33063" }\nteams:\n  b5: [{ person: bo, until: 2026-12-31 }]\n';
  expect(find(people, '[team:b5, { person: bo, by: invite }]').map(toMark)).toEqual([
    'error _people.yaml:4:8 bad-entry',
    'error g.yaml:2:20 bad-entry',
  ]);
});
