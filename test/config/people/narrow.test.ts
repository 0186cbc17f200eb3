import { assert, constantFrom, property, subarray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDiagnostics, toGroup, toMark, usual } from '../files.ts';

const people = ['ana', 'budi', 'citra', 'dewi', 'eko'] as const;

const withTeams = (...teams: string[]) => ({
  ...usual,
  '_people.yaml': [
    'people:',
    ...people.map((name, index) => `  ${name}: "+44 7700 90000${index + 2}"`),
    'teams:',
    '  parents: [ana, budi, citra, lid:330631678702157]',
    '  board: [ana, { person: budi, from: 2026-09-01 }]',
    '  late: [{ person: budi, from: 2026-11-01 }]',
    '  early: [{ person: budi, until: 2026-09-30 }]',
    '  helpers: [{ person: budi, until: 2026-08-31 }, citra, dewi, lid:330631678702157]',
    ...teams,
    '',
  ].join('\n'),
});

/** ":2026-09-01/", where there are dates. */
const toDates = (from = '', until = '') => (from + until === '' ? '' : `:${from}/${until}`);

/** "ana budi:2026-09-01/ lid:330631678702157": who is meant, with the days. */
function meant(members: string, files = withTeams()): string {
  const group = toGroup(`name: G\nmembers: [${members}]\n`, files);
  const found = [...group.people.values()].map(
    ({ handle, phone, memberFrom, memberUntil }) => `${handle ?? phone}${toDates(memberFrom, memberUntil)}`,
  );
  return [...found.toSorted(), ...[...group.knownLids].map((lid) => `lid:${lid}`)].join(' ');
}

describe('who of a team is meant', () => {
  test.each([
    ['{ team: parents }', 'ana budi citra lid:330631678702157'],
    ['{ team: parents, except: [ana] }', 'budi citra lid:330631678702157'],
    ['{ team: parents, except: ["+44 7700 900002"] }', 'budi citra lid:330631678702157'],
    ['{ team: parents, except: [lid:330631678702157, citra] }', 'ana budi'],
    // Budi is of the board from September on, and a parent until then.
    ['{ team: parents, except: [team:board] }', 'budi:/2026-08-31 citra lid:330631678702157'],
    ['{ team: parents, except: [team:helpers] }', 'ana budi:2026-09-01/'],
    ['{ team: parents, also-in: team:helpers }', 'budi:/2026-08-31 citra lid:330631678702157'],
    ['{ team: parents, also-in: team:helpers, except: [citra] }', 'budi:/2026-08-31 lid:330631678702157'],
    ['{ team: parents, also-in: team:board, from: 2026-10-01 }', 'ana:2026-10-01/ budi:2026-10-01/'],
    // Both count, whichever stands first.
    [
      '{ team: parents, except: [team:late, team:early] }',
      'ana budi:2026-10-01/2026-10-31 citra lid:330631678702157',
    ],
    [
      '{ team: parents, except: [team:early, team:late] }',
      'ana budi:2026-10-01/2026-10-31 citra lid:330631678702157',
    ],
    // Whoever another way names is in, whatever an exception says.
    ['{ team: parents, except: [ana] }, ana', 'ana budi citra lid:330631678702157'],
  ])('%s', (members, expected) => {
    expect(meant(members)).toBe(expected);
  });

  test('in lists of teams as well', () => {
    const files = withTeams(
      '  some: [{ team: parents, except: [ana] }, dewi]',
      '  few: [{ team: some, except: [dewi] }]',
    );
    expect(meant('team:few', files)).toBe('budi citra lid:330631678702157');
  });

  test('two spellings are one person', () => {
    const files = {
      ...usual,
      '_people.yaml':
        'people: { caio: "+55 20 98765-4321", ana: "+44 7700 900002" }\nteams: { all2: [caio, ana] }\n',
    };
    expect(meant('{ team: all2, except: ["+55 20 8765-4321"] }', files)).toBe('ana');
  });

  test('nobody is in who is excepted, everybody else is, and the order does not matter', () => {
    const some = subarray([...people]);
    const order = constantFrom(false, true);
    assert(
      property(some, some, some, order, (team, out, also, isTurned) => {
        const write = (list: readonly string[]) => `[${(isTurned ? list.toReversed() : list).join(', ')}]`;
        const files = withTeams(`  t: ${write(team)}`, `  a: ${write(also)}`);
        const wanted = team.filter((name) => !out.includes(name) && also.includes(name)).toSorted();
        expect(meant(`{ team: t, except: ${write(out)}, also-in: team:a }`, files)).toBe(wanted.join(' '));
      }),
      { numRuns: 50 },
    );
  });
});

const marks = (members: string, files: Readonly<Record<string, string>> = withTeams()) =>
  findDiagnostics({ ...files, 'g.yaml': `name: G\nmembers: [${members}]\n` })
    .filter(({ code }) => !code.startsWith('unused-'))
    .map(toMark);

describe('what is said of it', () => {
  test.each([
    [
      'an exception that takes nobody out',
      '{ team: parents, except: [dewi, ana] }',
      'warning g.yaml:2:37 except-without-effect',
    ],
    [
      'a team of which nobody is in it',
      '{ team: board, except: [lid:330631678702157] }',
      'warning g.yaml:2:35 except-without-effect',
    ],
    ['nobody is left', '{ team: parents, except: [team:parents] }', 'warning g.yaml:2:11 nobody-left'],
    ['nobody is in both', '{ team: board, also-in: team:t }', 'warning g.yaml:2:11 nobody-left'],
    ['dates that leave no day', '{ team: board, until: 2026-08-01 }', 'error g.yaml:2:11 no-day'],
  ])('%s', (_what, members, mark) => {
    expect(marks(members, withTeams('  t: [eko]'))).toEqual([mark]);
  });

  test.each(['except: [team:b]', 'also-in: team:b'])('a circle: %s', (narrowing) => {
    const files = withTeams(`  a: [{ team: parents, ${narrowing} }]`, '  b: [team:a]');
    expect(marks('team:a', files)).toEqual([expect.stringContaining('team-cycle')]);
  });

  test('nothing is said of teams that nobody knows', () => {
    expect(marks('{ team: lost, except: [ana], also-in: team:board }')).toEqual([
      'error g.yaml:2:11 unknown-team',
    ]);
  });
});
