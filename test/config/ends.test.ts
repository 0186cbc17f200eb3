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

  test('`by: invite` on any way wins, and the latest `readd` is kept', () => {
    const group = toGroup(
      'name: G\nmembers: [{ person: ana, by: invite, readd: 2026-06-30 }, team:altos]\nadmins: [{ person: ana, readd: 2026-07-31 }]\n',
    );
    expect(toPerson(group, ana)).toMatchObject({ byInvite: true, readd: '2026-07-31' });
    expect(toPerson(group, budi).byInvite).toBe(false);
  });
});
