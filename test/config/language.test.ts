import { describe, expect, test } from 'vitest';
import { findDiagnostics, noon, toGroup, toOrganisation, toPerson, toSources, usual } from './files.ts';
import { parseSources } from '../../src/config/parse.ts';
import { resolveOrganisation } from '../../src/config/resolve.ts';

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

  test('a topic may be empty', () => {
    expect(toGroup('name: G\ntopic: ""\n').settings.topic).toBe('');
  });

  test('allow has its counts, day and reason', () => {
    const { allow } = toGroup(
      'name: G\nallow: { removals: 28, adds: 2, until: 2026-12-01, reason: class split }\n',
    );
    expect(allow).toMatchObject({
      counts: { removals: 28, adds: 2 },
      until: '2026-12-01',
      reason: 'class split',
    });
  });
});

describe('modes', () => {
  const modes = (policy: string, manage: string) =>
    toGroup(`name: G\n${manage}`, { ...usual, '_policy.yaml': `account: "+44 7700 900001"\n${policy}` })
      .manage;

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

describe('ends', () => {
  const ends = (members: string, admins = '[]', files = usual) => {
    const group = toGroup(`name: G\nmembers: ${members}\nadmins: ${admins}\n`, files);
    const { memberUntil, adminUntil } = toPerson(group, ana);
    return `${memberUntil ?? '-'} ${adminUntil ?? '-'}`;
  };
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

  test('`by: invite` on any way wins, and the latest `readd` is kept', () => {
    const group = toGroup(
      'name: G\nmembers: [{ person: ana, by: invite, readd: 2026-06-30 }, team:altos]\nadmins: [{ person: ana, readd: 2026-07-31 }]\n',
    );
    expect(toPerson(group, ana)).toMatchObject({ byInvite: true, readd: '2026-07-31' });
    expect(toPerson(group, budi).byInvite).toBe(false);
  });
});

describe('policy', () => {
  test('what is absent has the numbers of the design', () => {
    const { policy } = toOrganisation({
      '_policy.yaml': 'account: "+44 7700 900001"\n',
      'g.yaml': 'name: G\n',
    });
    expect(policy).toEqual({
      accounts: new Map([['main', '447700900001']]),
      language: 'en',
      protected: new Set(),
      limits: {
        removals: { percent: 10, floor: 3, run: 20 },
        demotions: { group: 2, run: 5 },
        promotions: { group: 2, run: 10 },
        adds: { group: 100, run: 300 },
        admins: { min: 1 },
      },
      pace: {
        addsPerDay: 40,
        lookupsPerDay: 400,
        pause: { min: 3000, max: 8000 },
        afterAdd: { min: 20_000, max: 60_000 },
        reads: { min: 300, max: 900 },
      },
    });
  });

  test('what is there counts, the rest keeps its default', () => {
    const text = [
      'accounts: { one: "+44 7700 900001", two: "07700 900009" }',
      'country: GB',
      'language: pt-BR',
      'state: .rollcall',
      'protected: [ana, "+44 7700 900010", team:altos]',
      'limits: { removals: { group: 0%, run: 0 }, admins: { min: 2 } }',
      'pace: { adds: 5/day, pause: 1s-2m, reads: 0ms-10ms }',
    ].join('\n');
    const { policy, groups } = toOrganisation({
      ...usual,
      '_policy.yaml': text,
      'g.yaml': 'name: G\naccount: two\nmembers: [caio]\n',
    });
    expect([...policy.accounts]).toEqual([
      ['one', '447700900001'],
      ['two', '447700900009'],
    ]);
    expect([...policy.protected].toSorted()).toEqual([ana, budi, '447700900010']);
    expect(policy.limits.removals).toEqual({ percent: 0, floor: 3, run: 0 });
    expect(policy.limits.admins).toEqual({ min: 2 });
    expect(policy.pace).toMatchObject({
      addsPerDay: 5,
      lookupsPerDay: 400,
      pause: { min: 1000, max: 120_000 },
      reads: { min: 0, max: 10 },
    });
    expect(policy).toMatchObject({ language: 'pt-BR', state: '.rollcall' });
    expect(groups[0]?.account).toBe('two');
  });

  test('today begins in the policy’s zone', () => {
    const codes = (timezone: string) => {
      const files = {
        ...usual,
        '_policy.yaml': `account: "+44 7700 900001"\ntimezone: ${timezone}\n`,
        '_people.yaml': 'people: {}\n',
      };
      const text = 'name: G\nallow: { adds: 1, until: 2026-06-15, reason: x }\n';
      const resolution = resolveOrganisation(parseSources(toSources({ ...files, 'g.yaml': text })), noon);
      return resolution.kind === 'organisation'
        ? resolution.organisation.warnings.map(({ code }) => code)
        : ['mistakes'];
    };
    expect(codes('Europe/London')).toEqual([]);
    expect(codes('Pacific/Kiritimati')).toEqual(['allow-expired']);
  });
});
