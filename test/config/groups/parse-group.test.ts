import { describe, expect, test } from 'vitest';
import { findDiagnostics, parseFiles, toGroup, toSources, usual } from '../files.ts';

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

const parse = (text: string) => parseFiles(toSources({ ...usual, 'g.yaml': text })).groups[0];

test('an account is a name as policies write it, and what has a wrong value is there all the same', () => {
  expect(parse('name: G\naccount: cafe\u0301\n')?.account?.value).toBe('caf\u00e9');
  expect(parse('id: 12\nnaem: G\n')).toMatchObject({ has: { id: true, name: true }, settings: {} });
  expect(parse('id: 12\nnaem: G\n')?.id).toBeUndefined();
  expect(parse('name: G\nallow: { adds: 2, until: 2026-09-01 }\n')?.allow).toBeUndefined();
});

test('what `allow` lacks is told: a number, an end, a reason', () => {
  const found = findDiagnostics({ ...usual, 'g.yaml': 'name: G\nmembers: [team:altos, caio]\nallow: {}\n' });
  expect(found.map(({ detail }) => /no end|no reason|what it allows/.exec(detail)?.[0])).toEqual([
    'what it allows',
    'no end',
    'no reason',
  ]);
});
