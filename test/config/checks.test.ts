import { expect, test } from 'vitest';
import { allowanceReach } from '../../src/domain/defaults.ts';
import { addDays, toDay } from '../../src/domain/day.ts';
import { groupCapacity, nameBytesLimit } from '../../src/domain/whatsapp-facts.ts';
import { findDiagnostics, noon, toMark, usual } from './files.ts';
import type { Files } from './files.ts';

/** What the checks say of groups, in a file each; everybody of `usual` is in the first. */
const find = (files: Files) =>
  findDiagnostics({ ...usual, 'a.yaml': 'name: A\nmembers: [team:altos, caio]\n', ...files }).map(toMark);

const id = 'id: 120363025982934543@g.us\n';
const twoAccounts =
  'accounts: { main: "+44 7700 900001", youth: "+44 7700 900009" }\ntimezone: Europe/London\n';
const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => `"+62 812 ${1_000_000 + index}"`).join(', ');
const allow = (until: string) => `name: G\nallow: { adds: 1, until: ${until}, reason: x }\n`;
const today = toDay(noon, 'Europe/London');

test.each<[what: string, files: Files, marks: readonly string[]]>([
  [
    'two files of one group',
    { 'g.yaml': id, 'h.yaml': id },
    ['error g.yaml:1:5 duplicate-id', 'error h.yaml:1:5 duplicate-id'],
  ],
  ['neither id nor name', { 'g.yaml': 'topic: x\n' }, ['error g.yaml:1:1 no-name']],
  ['an id and no name', { 'g.yaml': id }, []],
  ['an account that is none', { 'g.yaml': 'name: G\naccount: min\n' }, ['error g.yaml:2:10 unknown-account']],
  [
    'one of two accounts',
    { '_policy.yaml': twoAccounts, 'a.yaml': 'name: A\naccount: youth\nmembers: [team:altos, caio]\n' },
    [],
  ],
  ['none of two accounts', { '_policy.yaml': twoAccounts }, ['error a.yaml:1:1 no-account']],
  ['the longest name', { 'g.yaml': `name: ${'x'.repeat(nameBytesLimit)}\n` }, []],
  [
    'a longer one, in bytes',
    { 'g.yaml': `name: é${'x'.repeat(nameBytesLimit - 1)}\n` },
    ['warning g.yaml:1:7 long-name'],
  ],
  ['a full group', { 'g.yaml': `name: G\nmembers: [${numbers(groupCapacity - 1)}]\n` }, []],
  [
    'a group that is full with the account',
    { 'g.yaml': `name: G\nmembers: [${numbers(groupCapacity - 1)}, "+44 7700 900001"]\n` },
    [],
  ],
  [
    'one too many',
    { 'g.yaml': `name: G\nmembers: [${numbers(groupCapacity)}]\n` },
    ['error g.yaml:1:1 too-many-people'],
  ],
  [
    'one too many, by LID',
    { 'g.yaml': `name: G\nmembers: [${numbers(groupCapacity - 1)}, lid:330631678702157]\n` },
    ['error g.yaml:1:1 too-many-people'],
  ],
  ['an allowance that ends today', { 'g.yaml': allow(today) }, []],
  ['one that ended yesterday', { 'g.yaml': allow(addDays(today, -1)) }, ['warning g.yaml:2:8 allow-expired']],
  ['the longest allowance', { 'g.yaml': allow(addDays(today, allowanceReach)) }, []],
  [
    'one that is open too long',
    { 'g.yaml': allow(addDays(today, allowanceReach + 1)) },
    ['error g.yaml:2:8 allow-too-far'],
  ],
])('%s', (_, files, marks) => {
  expect(find(files)).toEqual(marks);
});

test.each([
  ['an entry', 'members: [{ person: ana, until: 2026-12-31 }]\n'],
  ['an allowance', 'allow: { adds: 1, until: 2026-07-01, reason: x }\n'],
])('the first date without a time zone is told, once: %s', (_, text) => {
  const files = {
    '_policy.yaml': 'account: "+44 7700 900001"\n',
    'g.yaml': `name: G\n${text}`,
    'h.yaml': `name: H\n${text}`,
  };
  expect(find(files).filter((mark) => mark.includes('no-timezone'))).toEqual([
    expect.stringContaining('error g.yaml:2'),
  ]);
});

test('a folder without a group is told', () => {
  expect(findDiagnostics(usual).map(toMark)).toContain('warning - no-groups');
});

test('other places of an id are named, a few of them', () => {
  const files = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`g${index}.yaml`, id]));
  const [first] = findDiagnostics({ ...usual, ...files }).filter(({ code }) => code === 'duplicate-id');
  expect(first?.detail).toContain('groups/g1.yaml:1, groups/g2.yaml:1, groups/g3.yaml:1 and 2 more');
});
