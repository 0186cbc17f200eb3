import { describe, expect, test } from 'vitest';
import { findDiagnostics, toGroup, toPerson, usual } from '../files.ts';

const ana = '447700900002';
const budi = '447700900003';

const withTeams = (...lines: string[]) => ({
  ...usual,
  '_people.yaml': [
    'people:',
    '  ana: "+44 7700 900002"',
    '  budi: "+44 7700 900003"',
    'teams:',
    ...lines,
    '',
  ].join('\n'),
});

/** The ends of Ana's membership and of her role. */
const ends = (members: string, admins = '[]', files = usual) => {
  const group = toGroup(`name: G\nmembers: ${members}\nadmins: ${admins}\n`, files);
  const { memberUntil, adminUntil } = toPerson(group, ana);
  return `${memberUntil ?? '-'} ${adminUntil ?? '-'}`;
};

/** The first days of Ana's membership and of her role. */
const begins = (members: string, admins: string, files = usual) => {
  const { memberFrom, adminFrom } = toPerson(
    toGroup(`name: G\nmembers: ${members}\nadmins: ${admins}\n`, files),
    ana,
  );
  return `${memberFrom ?? '-'} ${adminFrom ?? '-'}`;
};

describe('ends', () => {
  const may = '{ person: ana, until: 2026-05-31 }';
  const june = '{ person: ana, until: 2026-06-30 }';

  test.each([
    [`[${may}]`, '[]', '2026-05-31 -'],
    [`[${may}, team:altos]`, '[]', '- -'],
    [`[${may}]`, `[${june}]`, '2026-06-30 2026-06-30'],
    [`[${june}]`, `[${may}]`, '2026-06-30 2026-05-31'],
    [`[${may}]`, '[ana]', '- -'],
    ['[ana]', `[${may}]`, '- 2026-05-31'],
    [`[${may}, { person: team:altos, until: 2026-06-30 }]`, '[]', '2026-06-30 -'],
  ])('%s and admins %s', (members, admins, expected) => {
    expect(ends(members, admins)).toBe(expected);
  });

  test.each([
    [
      'the earliest on one way',
      ['  a: [{ person: ana, until: 2026-07-31 }, budi]'],
      '[{ person: team:a, until: 2026-06-30 }]',
      '2026-06-30 -',
    ],
    [
      'the earliest on a long way',
      ['  a: [{ person: team:b, until: 2026-04-30 }]', '  b: [ana, budi]'],
      '[team:a]',
      '2026-04-30 -',
    ],
    [
      'the latest of all ways',
      [
        '  a: [{ person: team:b, until: 2026-04-30 }, { person: ana, until: 2026-05-31 }]',
        '  b: [ana, budi]',
      ],
      '[team:a]',
      '2026-05-31 -',
    ],
    [
      'none, where one way has none',
      ['  a: [{ person: team:b, until: 2026-04-30 }, ana]', '  b: [ana, budi]'],
      '[team:a]',
      '- -',
    ],
  ])('in teams: %s', (_what, teams, members, expected) => {
    expect(ends(members, '[]', withTeams(...teams))).toBe(expected);
  });

  const july = '{ person: ana, from: 2026-07-01 }';
  const august = '{ person: ana, from: 2026-08-01 }';

  test.each([
    ['the earliest of all ways', `[${august}]`, `[${july}]`, '2026-07-01 2026-07-01'],
    ['the role by its own ways', `[${july}]`, `[${august}]`, '2026-07-01 2026-08-01'],
    ['none, where one way has none', `[${july}, team:altos]`, '[]', '- -'],
    ['a member for good, an admin from a day on', '[ana]', `[${august}]`, '- 2026-08-01'],
    ['the latest on one way', '[{ person: team:late, from: 2026-07-01 }]', '[]', '2026-08-01 -'],
    [
      'the latest on one way, whichever it is',
      '[{ person: team:late, from: 2026-09-01 }]',
      '[]',
      '2026-09-01 -',
    ],
    ['what lies between two ways is bridged', `[{ person: ana, until: 2026-06-30 }, team:late]`, '[]', '- -'],
  ])('a beginning: %s', (_what, members, admins, expected) => {
    const late = withTeams('  altos: [ana, budi]', `  late: [${august}]`);
    expect(begins(members, admins, late)).toBe(expected);
  });

  test('`by: invite` on any way wins, and the latest `readd` is kept', () => {
    const group = toGroup(
      'name: G\nmembers: [{ person: ana, by: invite, readd: 2026-06-30 }, team:altos]\nadmins: [{ person: ana, readd: 2026-07-31 }]\n',
    );
    expect(toPerson(group, ana)).toMatchObject({ byInvite: true, readd: '2026-07-31' });
    expect(toPerson(group, budi).byInvite).toBe(false);
  });
});

describe('ways', () => {
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
});

test('what defaults and spreadsheets add says where it comes from, after the file’s own', () => {
  const group = toGroup('name: G\nmembers: [team:altos]\n', {
    ...usual,
    '_defaults.yaml': 'members: [ana, caio]\nadmins: [budi]\n',
    '_people/5b.csv': 'name;phone;teams\nDewi;+44 7700 900004;altos\n',
  });
  expect(toPerson(group, ana)).toMatchObject({ role: 'member', via: ['ana (_defaults.yaml)', 'team:altos'] });
  expect(toPerson(group, ana).ways.map(({ defaults, team }) => defaults ?? team)).toEqual(['altos', '_defaults.yaml']);
  // No list of admins in the file, so none of the defaults either.
  expect(toPerson(group, budi).role).toBe('member');
  expect(group.lists.admins).toBe(false);
});

describe('a way that stands twice', () => {
  const files = withTeams('  both: [ana, budi]', '  one: [ana]', '  nobody: []');

  test.each([
    ['ana, ana', ['listed-twice']],
    ['ana, "+44 7700 900009", ana', ['listed-twice']],
    // As many people as entries, one of whom stands there twice.
    ['team:both, cara, cara', ['listed-twice', 'unknown-handle', 'unknown-handle']],
    ['team:both, "+44 7700 900009", "+44 7700 900009"', ['listed-twice']],
    ['lid:330631678702157, lid:330631678702157, team:both', ['listed-twice']],
    ['team:one, team:one', ['listed-twice']],
    ['team:nobody, team:nobody, team:both', ['listed-twice']],
    ['ana, { person: ana, until: 2027-12-31 }', ['conflicting-entries']],
    ['ana, budi, "+44 7700 900009"', []],
    ['ana, team:both', []],
    // By handle and by number: one person, and two ways.
    ['ana, "+44 7700 900002"', []],
  ])('%s', (entries, codes) => {
    for (const list of ['members', 'admins']) {
      const found = findDiagnostics({ ...files, 'g.yaml': `name: G\n${list}: [${entries}]\n` });
      const told = ['listed-twice', 'conflicting-entries', 'unknown-handle'];
      expect(found.map(({ code }) => code).filter((code) => told.includes(code)).toSorted()).toEqual(codes);
    }
  });
});
