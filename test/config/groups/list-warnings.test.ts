import { describe, expect, test } from 'vitest';
import { findDiagnostics, toMark, usual } from '../files.ts';

const marks = (files: Readonly<Record<string, string>>) =>
  findDiagnostics({ ...usual, ...files })
    .filter(({ code }) => !code.startsWith('unused-'))
    .map(toMark);

const group = (members: string, admins: string) => ({ 'g.yaml': `name: G\nmembers: ${members}\nadmins: ${admins}\n` });

describe('an admin who is in `admins` alone', () => {
  test.each([
    ['where the others are in both', '[ana, budi]', '[ana, caio]', ['warning g.yaml:3:15 admin-not-member']],
    ['by number', '[ana, budi]', '[ana, "+55 20 98765-4321"]', ['warning g.yaml:3:15 admin-not-member']],
    ['where it is the custom', '[budi]', '[ana, caio]', []],
    ['where there is one admin', '[budi]', '[ana]', []],
    ['who is a member by a team', '[team:altos, caio]', '[ana, caio]', []],
    ['by a team', '[caio]', '[team:altos, caio]', []],
  ])('%s', (_what, members, admins, expected) => {
    expect(marks(group(members, admins))).toEqual(expected);
  });

  test('is not one for a handle beside it that stands for a LID: nothing of its role is managed', () => {
    const hidden = `${usual['_people.yaml']?.replace('people:\n', 'people:\n  eko: { lid: "330631678702157" }\n') ?? ''}`;
    expect(marks({ '_people.yaml': hidden, ...group('[budi]', '[ana, eko]') })).toEqual([]);
  });

  test('is told what happens', () => {
    const found = findDiagnostics({ ...usual, ...group('[ana, budi]', '[ana, caio]') });
    const warning = found.find(({ code }) => code === 'admin-not-member');
    expect(warning?.detail).toMatch(/they stay in the group, and its admin.*take them out of `admins` as well/s);
  });
});

test('a last day that is over, wherever it stands', () => {
  const people = usual['_people.yaml']?.replace('[ana, budi]', '[ana, { person: budi, until: 2026-06-14 }]') ?? '';
  const files = {
    '_people.yaml': people,
    '_defaults.yaml': 'members: [{ person: ana, until: 2026-06-01 }]\n',
    ...group('[team:altos, { person: caio, until: 2026-06-15 }]', '[{ person: ana, until: 2025-12-31 }]'),
  };
  expect(marks(files)).toEqual([
    'warning _defaults.yaml:1:11 until-over',
    'warning _people.yaml:6:16 until-over',
    'warning g.yaml:3:10 until-over',
  ]);
});

test('an end in defaults does something where one group takes people away', () => {
  const additive = 'account: "+44 7700 900001"\ntimezone: Europe/London\n';
  const defaults = { '_policy.yaml': additive, '_defaults.yaml': 'members: [{ person: ana, until: 2026-12-31 }]\n' };
  const [a, b] = [group('[budi]', '[]')['g.yaml'], group('[caio]', '[]')['g.yaml']];
  expect(marks({ ...defaults, 'a.yaml': a, 'b.yaml': b })).toEqual(['warning _defaults.yaml:1:11 until-without-effect']);
  expect(marks({ ...defaults, 'a.yaml': a, 'b.yaml': `manage: exact\n${b}` })).toEqual([]);
  expect(marks({ ...defaults, 'a.yaml': 'name: A\n' })).toEqual([]);
});
