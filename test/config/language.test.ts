import { describe, expect, test } from 'vitest';
import { findDiagnostics, toGroup, toOrganisation, toPerson, usual } from './files.ts';

const ana = '447700900002';
const budi = '447700900003';

describe('keys', () => {
  test('what is absent is unmanaged', () => {
    const group = toGroup('id: 120363025982934543@g.us\n');
    expect(group).toMatchObject({
      id: '120363025982934543@g.us',
      file: 'g.yaml',
      account: 'main',
      settings: {},
    });
    expect(group.lists).toEqual({ members: false, admins: false });
    expect(group.people.size).toBe(0);
  });

  test('an empty list is managed', () => {
    const group = toGroup('name: G\nmembers: []\n');
    expect(group.lists).toEqual({ members: true, admins: false });
  });

  test('settings are in the form in which they are compared', () => {
    const text = 'name: Cafe\u0301\ntopic: |\n  a\n  b\n\nannounce: true\nlocked: false\ndisappearing: 90d\n';
    const group = toGroup(text);
    expect(group.settings).toEqual({
      name: 'Café',
      topic: 'a\nb',
      announce: true,
      locked: false,
      disappearing: 7_776_000,
    });
    expect(group.settingSpans.announce).toEqual({
      file: 'groups/g.yaml',
      line: 6,
      column: 11,
      endLine: 6,
      endColumn: 15,
    });
  });

  test.each([
    ['2024', '2024'],
    ['007', '007'],
    ['1.10', '1.10'],
    ['"2024"', '2024'],
  ])('a name %s is a text', (text, name) => {
    expect(toGroup(`name: ${text}\n`).settings.name).toBe(name);
  });

  test.each([
    ['none', { kind: 'none' }],
    ['"none"', { kind: 'none' }],
    ['photos/altos.jpg', { kind: 'file', path: 'photos/altos.jpg' }],
    // As it is written: the file may be called so.
    ['../photos/cafe\u0301.png', { kind: 'file', path: '../photos/cafe\u0301.png' }],
  ])('photo: %s', (text, photo) => {
    const group = toGroup(`name: G\nphoto: ${text}\n`);
    expect(group.photo).toEqual(photo);
    expect(group.settingSpans.photo).toMatchObject({ line: 2, column: 8 });
  });

  test('without photo the photo is no matter of Rollcall', () => {
    expect(toGroup('name: G\n')).not.toHaveProperty('photo');
  });

  test('a topic may be empty', () => {
    expect(toGroup('name: G\ntopic: ""\n').settings.topic).toBe('');
  });

  test('allow has its counts, day and reason', () => {
    const { allow } = toGroup(
      'name: G\nallow: { removals: 28, adds: 2, until: 2026-09-01, reason: class split }\n',
    );
    expect(allow).toMatchObject({
      counts: { removals: 28, adds: 2 },
      until: '2026-09-01',
      reason: 'class split',
    });
  });
});

/** The modes of a group under a policy. */
const modes = (policy: string, manage: string) =>
  toGroup(`name: G\n${manage}`, { ...usual, '_policy.yaml': `account: "+44 7700 900001"\n${policy}` }).manage;

describe('modes', () => {
  test.each([
    ['', '', 'additive additive additive'],
    ['manage: exact\n', '', 'exact exact exact'],
    ['manage: exact\n', 'manage: observe\n', 'observe observe observe'],
    ['manage: observe\n', 'manage: exact\n', 'exact exact exact'],
    ['manage: observe\n', 'manage: { members: exact }\n', 'exact observe observe'],
    ['manage: exact\n', 'manage: { members: additive, admins: observe }\n', 'additive observe exact'],
  ])('%s %s', (policy, manage, expected) => {
    const { members, admins, settings } = modes(policy, manage);
    expect(`${members} ${admins} ${settings}`).toBe(expected);
  });
});

describe('people', () => {
  test('every way of naming somebody', () => {
    const text =
      'name: G\nmembers:\n  - ana\n  - "+44 7700 900009"\n  - +447700900010\n  - +44 7700 900011\n  - lid:330631678702157\n  - { person: budi, by: invite }\n';
    const group = toGroup(text);
    expect([...group.people.keys()].toSorted()).toEqual([
      ana,
      budi,
      '447700900009',
      '447700900010',
      '447700900011',
    ]);
    expect([...group.knownLids]).toEqual(['330631678702157']);
    expect(toPerson(group, budi)).toMatchObject({ name: 'Budi Santoso', byInvite: true, role: 'member' });
    expect(toPerson(group, ana).span).toEqual({
      file: 'groups/g.yaml',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 8,
    });
  });

  test('one person, several ways: all are shown, never with a whole number', () => {
    const group = toGroup('name: G\nmembers: [ana, team:altos, "+44 7700 900002"]\nadmins: [ana]\n');
    expect(toPerson(group, ana)).toMatchObject({
      via: ['+44 •••• ••• 002', 'ana', 'team:altos'],
      role: 'admin',
      handle: 'ana',
    });
  });

  test('a number has the handle of whoever has it, and keeps its spelling', () => {
    const group = toGroup('name: G\nmembers: ["+55 20 8765-4321"]\n');
    expect(toPerson(group, '552087654321')).toMatchObject({ handle: 'caio', key: '552087654321' });
  });

  test('admins are members, and only `members` without `admins` says nothing about roles', () => {
    const group = toGroup('name: G\nadmins: [ana]\n');
    expect(group.lists).toEqual({ members: false, admins: true });
    expect(toPerson(group, ana).role).toBe('admin');
  });

  test('two spellings in two lists of a group are one mistake', () => {
    const found = findDiagnostics({
      ...usual,
      'g.yaml': 'name: G\nmembers: [team:altos, caio]\nadmins: ["+55 20 8765-4321"]\n',
    });
    expect(found.map(({ code, detail }) => `${code} ${detail.includes('line 2')}`)).toEqual([
      'two-spellings true',
    ]);
  });

  test('everybody in the people file and everybody named by number is known', () => {
    const { people } = toOrganisation({
      ...usual,
      'g.yaml': 'name: G\nmembers: ["+44 7700 900009", team:altos, caio]\n',
    });
    expect([...people.values()].map(({ handle }) => handle ?? '-').toSorted()).toEqual([
      '-',
      'ana',
      'budi',
      'caio',
    ]);
  });
});
