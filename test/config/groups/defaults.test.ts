import { describe, expect, test } from 'vitest';
import { findDefaults } from '../../../src/config/groups/defaults.ts';
import type { ParsedDefaults } from '../../../src/config/groups/defaults.ts';
import { findDiagnostics, toMark, toOrganisation, toPerson, usual } from '../files.ts';

const policy = { ...usual, '_policy.yaml': 'account: "+44 7700 900001"\ntimezone: Europe/London\n' };

function toGroups(files: Readonly<Record<string, string>>) {
  const { groups } = toOrganisation({ ...policy, ...files });
  return new Map(groups.map((group) => [group.file, group]));
}

const at = (path: string) => ({ path }) as ParsedDefaults;

describe('which hold for a file', () => {
  const all = ['_defaults.yaml', 'a/_defaults.yaml', 'a/b/_defaults.yml', 'ab/_defaults.yaml'].map(at);

  test.each([
    ['g.yaml', ['_defaults.yaml']],
    ['a/g.yaml', ['a/_defaults.yaml', '_defaults.yaml']],
    ['a/b/c/g.yaml', ['a/b/_defaults.yml', 'a/_defaults.yaml', '_defaults.yaml']],
    ['ab/g.yaml', ['ab/_defaults.yaml', '_defaults.yaml']],
    ['abc/g.yaml', ['_defaults.yaml']],
  ])('%s', (file, expected) => {
    expect(findDefaults(file, all).map(({ path }) => path)).toEqual(expected);
  });
});

test('of settings the nearest file counts, the group its own first, each with its place', () => {
  const groups = toGroups({
    '_defaults.yaml': 'announce: true\nlocked: true\ntopic: all\n',
    'a/_defaults.yaml': 'locked: false\n',
    'a/g.yaml': 'name: G\ntopic: mine\n',
    'h.yaml': 'name: H\n',
  });
  const [inside, top] = [groups.get('a/g.yaml'), groups.get('h.yaml')];
  expect(inside?.settings).toEqual({ name: 'G', topic: 'mine', announce: true, locked: false });
  expect(top?.settings).toEqual({ name: 'H', topic: 'all', announce: true, locked: true });
  expect(inside?.settingSpans).toMatchObject({
    announce: { file: 'groups/_defaults.yaml', line: 1 },
    locked: { file: 'groups/a/_defaults.yaml' },
    topic: { file: 'groups/a/g.yaml', line: 2 },
  });
});

test.each([
  ['manage: exact', '', '', 'exact exact exact'],
  ['manage: exact', 'manage: observe', '', 'observe observe observe'],
  ['manage: exact', '', 'manage: additive', 'additive additive additive'],
  ['manage: { members: exact }', '', '', 'exact additive additive'],
  ['manage: { members: exact }', 'manage: { admins: exact }', '', 'exact exact additive'],
  ['manage: observe', 'manage: { members: exact }', '', 'exact observe observe'],
  ['manage: exact', '', 'manage: { members: additive }', 'additive exact exact'],
])('modes, part by part: %s, below it %s, and the group %s', (top, near, own, expected) => {
  const group = toGroups({
    '_defaults.yaml': `${top}\n`,
    'a/_defaults.yaml': `announce: true\n${near}\n`,
    'a/g.yaml': `name: G\n${own}\nmembers: []\nadmins: []\n`,
  }).get('a/g.yaml');
  expect(group && [group.manage.members, group.manage.admins, group.manage.settings].join(' ')).toBe(expected);
});

test('which file says how far a group goes', () => {
  const files = { '_defaults.yaml': 'manage: exact\n', 'a/_defaults.yaml': 'manage: { admins: observe }\n' };
  const groups = toGroups({ ...files, 'a/g.yaml': 'name: G\n', 'a/h.yaml': 'name: H\nmanage: exact\n' });
  expect(groups.get('a/g.yaml')?.manageFrom).toEqual({
    members: '_defaults.yaml',
    admins: 'a/_defaults.yaml',
    settings: '_defaults.yaml',
  });
  expect(groups.get('a/h.yaml')).not.toHaveProperty('manageFrom');
});

test.each([
  ['', '', '', '', 'add', undefined],
  ['new-members: invite', '', '', '', 'invite', undefined],
  ['', 'new-members: invite', '', '', 'invite', '_defaults.yaml'],
  ['', 'new-members: invite', 'new-members: add', '', 'add', 'a/_defaults.yaml'],
  ['new-members: invite', 'new-members: add', '', 'new-members: invite', 'invite', undefined],
])('who is missing: policy %s, above %s, near %s, own %s', (ofAll, top, near, own, wanted, from) => {
  const group = toGroups({
    '_policy.yaml': `account: "+44 7700 900001"\n${ofAll}\n`,
    '_defaults.yaml': `announce: true\n${top}\n`,
    'a/_defaults.yaml': `announce: true\n${near}\n`,
    'a/g.yaml': `name: G\nmembers: []\n${own}\n`,
  }).get('a/g.yaml');
  expect(group && [group.newMembers, group.newMembersFrom]).toEqual([wanted, from]);
});

describe('lists', () => {
  const defaults = {
    '_defaults.yaml': 'members: [budi]\nadmins: [ana]\n',
    'a/_defaults.yaml': 'members: [team:altos, { person: caio, until: 2026-12-31 }]\n',
  };

  test('add to a list that the group has, of all files, and to no other', () => {
    const groups = toGroups({
      ...defaults,
      'a/g.yaml': 'name: G\nmembers: []\n',
      'h.yaml': 'name: H\nmembers: [caio]\nadmins: []\n',
      'i.yaml': 'name: I\n',
    });
    const toPeople = (file: string) =>
      [...(groups.get(file)?.people.values() ?? [])].map(({ handle, role, via }) => `${handle} ${role}: ${via.join(', ')}`);
    expect(toPeople('a/g.yaml').toSorted()).toEqual([
      'ana member: team:altos (a/_defaults.yaml)',
      'budi member: budi (_defaults.yaml), team:altos (a/_defaults.yaml)',
      'caio member: caio (a/_defaults.yaml)',
    ]);
    expect(toPeople('h.yaml').toSorted()).toEqual([
      'ana admin: ana (_defaults.yaml)',
      'budi member: budi (_defaults.yaml)',
      'caio member: caio',
    ]);
    expect(groups.get('i.yaml')).toMatchObject({ lists: { members: false, admins: false } });
    expect(groups.get('i.yaml')?.people.size).toBe(0);
  });

  test('a folder whose name could be words of ours is in quotes', () => {
    const group = toGroups({
      'a) all is approved "/_defaults.yaml': 'members: [ana]\n',
      'a) all is approved "/g.yaml': 'name: G\nmembers: []\n',
    }).get('a) all is approved "/g.yaml');
    expect(group && toPerson(group, '447700900002').via).toEqual([`ana ("a) all is approved '/_defaults.yaml")`]);
  });

  test('each way has its place, the own ones first', () => {
    const group = toGroups({ ...defaults, 'a/g.yaml': 'name: G\nmembers: [budi]\nadmins: [team:altos]\n' }).get('a/g.yaml');
    expect(group && toPerson(group, '447700900003').ways).toMatchObject([
      { list: 'members', text: 'budi', span: { file: 'groups/a/g.yaml', line: 2, column: 11 } },
      { list: 'members', team: 'altos', defaults: 'a/_defaults.yaml', span: { file: 'groups/a/_defaults.yaml' } },
      { list: 'members', text: 'budi (_defaults.yaml)', defaults: '_defaults.yaml' },
      { list: 'admins', team: 'altos', span: { file: 'groups/a/g.yaml', line: 3 } },
    ]);
  });

  test('a person in a default and in the group is listed once, by two ways, and a later end counts', () => {
    const group = toGroups({ ...defaults, 'a/g.yaml': 'name: G\nmembers: [{ person: caio, until: 2027-01-31 }]\n' }).get('a/g.yaml');
    const caio = [...(group?.people.values() ?? [])].find(({ handle }) => handle === 'caio');
    expect(caio).toMatchObject({ memberUntil: '2027-01-31', via: ['caio', 'caio (a/_defaults.yaml)'] });
  });
});

describe('mistakes', () => {
  const two = { 'a.yaml': 'name: A\nmembers: [ana]\nadmins: []\n', 'b.yaml': 'name: B\nmembers: [ana]\nadmins: []\n' };
  const marks = (text: string) =>
    findDiagnostics({ ...policy, ...two, '_defaults.yaml': text })
      .filter(({ code }) => !code.startsWith('unused-'))
      .map(toMark);

  test.each(['id: 120363025982934543@g.us', 'name: G', 'photo: none', 'account: main', 'allow: { adds: 3 }'])(
    'each group says it by itself: %s',
    (line) => {
      expect(marks(`announce: true\n${line}\n`)).toEqual(['error _defaults.yaml:2:1 not-a-default']);
    },
  );

  test.each([
    ['members: [team:lost]', 'error _defaults.yaml:1:11 unknown-team'],
    ['members: [bud]', 'error _defaults.yaml:1:11 unknown-handle'],
    ['announce: yes', 'error _defaults.yaml:1:11 wrong-value'],
    ['members:', 'error _defaults.yaml:1:1 no-value'],
    ['anounce: true', 'error _defaults.yaml:1:1 unknown-key'],
    ['members: [budi, budi]', 'warning _defaults.yaml:1:17 listed-twice'],
    ['members: [{ person: budi, until: 2026-12-31 }]', 'warning _defaults.yaml:1:11 until-without-effect'],
    ['members: [{ person: budi, until: 2026-06-14 }]\nmanage: exact', 'warning _defaults.yaml:1:11 until-over'],
    ['members: ["+55 20 8765-4321"]\nadmins: [caio]', 'error _defaults.yaml:2:10 two-spellings'],
    ['members: [{ team: altos, except: [caio] }]', 'warning _defaults.yaml:1:35 except-without-effect'],
  ])('one, in however many groups it shows: %s', (text, mark) => {
    expect(marks(`${text}\n`)).toEqual([mark]);
  });

  test('two files of one folder', () => {
    const { 'a.yaml': group } = two;
    const files = { ...policy, 'a.yaml': group, '_defaults.yaml': 'announce: true\n', 'c/_defaults.yaml': 'announce: false\n' };
    expect(findDiagnostics(files).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
