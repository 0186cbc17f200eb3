import { describe, expect, test } from 'vitest';
import { toGroup, toPerson, usual } from './files.ts';

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
