import { expect, test } from 'vitest';
import { whyAdmin, whyListed, whyReadd, whyUnlisted } from '../../src/planning/why.ts';
import { listed, today, tomorrow, yesterday } from '../support/choir.ts';

const via = ['ana'];

test('what has a first day says so', () => {
  expect(whyListed(listed(2, { via }), undefined)).toEqual({ kind: 'listed', via });
  expect(whyListed(listed(2, { via }), today)).toEqual({ kind: 'begun', from: today, via });
  expect(whyReadd(listed(2, { via }), tomorrow)).toEqual({ kind: 'readd', readd: tomorrow, via });
  expect(whyReadd(listed(2, { via, memberFrom: today }), tomorrow)).toMatchObject({ from: today });
});

const at = (file: string, line: number) => ({ file, line, column: 1, endLine: line, endColumn: 2 });

test('an admin is one by an entry of the list of admins, wherever that stands', () => {
  const ways = [
    { list: 'members', text: 'ana', span: at('groups/a.yaml', 3) },
    { list: 'admins', text: 'team:board (_defaults.yaml)', span: at('groups/_defaults.yaml', 1) },
  ] as const;
  expect(whyAdmin(listed(2, { role: 'admin', ways, via: ['ana', 'team:board (_defaults.yaml)'] }))).toEqual({
    why: { kind: 'listed', via: ['team:board (_defaults.yaml)'] },
    span: at('groups/_defaults.yaml', 1),
  });
});

test.each([
  [undefined, 'remove', 'unlisted'],
  [listed(2), 'demote', 'unlisted'],
  [listed(2, { memberUntil: yesterday }), 'remove', 'ended'],
  [listed(2, { memberUntil: today, memberFrom: today }), 'remove', 'unlisted'],
  [listed(2, { memberFrom: tomorrow }), 'remove', 'early'],
  [listed(2, { memberFrom: tomorrow }), 'demote', 'unlisted'],
  [listed(2, { role: 'admin', adminFrom: tomorrow }), 'demote', 'early'],
  [listed(2, { role: 'admin', adminUntil: yesterday }), 'demote', 'ended'],
] as const)('%j, %s: %s', (person, action, kind) => {
  expect(whyUnlisted(person, action, today).kind).toBe(kind);
});
