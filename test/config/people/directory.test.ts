import { expect, test } from 'vitest';
import { groupCapacity } from '../../../src/domain/whatsapp-facts.ts';
import { findDiagnostics, toGroup, toLine, toMark, usual } from '../files.ts';

const withTeams = (...teams: string[]) => ({
  ...usual,
  '_people.yaml': `${usual['_people.yaml']}${teams.map((team) => `  ${team}\n`).join('')}`,
});

/** "ana, caio by invitation, lid:33…": whom a list means. */
function meant(members: string, files = withTeams()): string {
  const { people, knownLids } = toGroup(`name: G\nmembers: [${members}]\n`, files);
  const found = [...people.values()].map(
    ({ handle, phone, byInvite, memberUntil }) =>
      `${handle ?? phone}${byInvite ? ' by invitation' : ''}${memberUntil === undefined ? '' : ` until ${memberUntil}`}`,
  );
  return [...found, ...[...knownLids].map((lid) => `lid:${lid}`)].join(', ');
}

const nested = withTeams('all: [team:altos, { person: caio, by: invite }, lid:330631678702157]');

test.each([
  ['team:all', 'ana, budi, caio by invitation, lid:330631678702157'],
  [
    '{ person: team:all, by: invite }',
    'ana by invitation, budi by invitation, caio by invitation, lid:330631678702157',
  ],
  ['"+44 7700 900002"', 'ana'],
  // An older spelling is the same person, in the spelling of the list.
  ['"+55 20 8765-4321"', 'caio'],
  ['"+44 7700 900009"', '447700900009'],
])('%s', (members, expected) => {
  expect(meant(members, nested)).toBe(expected);
});

test('a person whom a team has in two ways is one, for as long as the longer way', () => {
  const files = withTeams(
    'all: [{ person: ana, until: 2026-08-31 }, team:some]',
    'some: [{ person: ana, until: 2026-09-30 }]',
  );
  expect(meant('team:all', files)).toBe('ana until 2026-09-30');
  expect(meant('{ person: team:all, until: 2026-07-31 }', files)).toBe('ana until 2026-07-31');
});

test('unknown names are told at each place, with what may be meant; others of the list stay', () => {
  const found = findDiagnostics({
    ...withTeams('x: [buddi]'),
    'g.yaml': 'name: G\nmembers: [ana, buddi, altos, team:alto, team:x]\n',
  });
  expect(found.map(toLine)).toEqual([
    expect.stringMatching(/people.yaml:7:7 unknown-handle .*`_people.yaml`, .*Did you mean `budi`/),
    expect.stringMatching(/g.yaml:2:16 unknown-handle .*Did you mean `budi`/),
    expect.stringMatching(/g.yaml:2:23 unknown-handle .*write `team:altos`/),
    expect.stringMatching(/g.yaml:2:30 unknown-team .*Did you mean `team:altos`/),
  ]);
});

test('where there is a folder of people, it is named as well', () => {
  const [found] = findDiagnostics({
    ...usual,
    '_people/a.yaml': 'people: {}\n',
    'g.yaml': 'name: G\nmembers: [team:altos, caio, eko]\n',
  });
  expect(found?.detail).toContain('in `_people.yaml` and `_people/`');
});

test('a handle with a number that does not fit is told there, and not where it is named', () => {
  const found = findDiagnostics({
    ...usual,
    '_people.yaml': 'people: { ana: "+44 7" }\n',
    'g.yaml': 'name: G\nmembers: [ana]\n',
  });
  expect(found.map(toMark)).toEqual(['error _people.yaml:1:16 bad-phone']);
});

test('dates that leave nobody of a team a day are told once', () => {
  const found = findDiagnostics({
    ...withTeams('late: [{ person: ana, from: 2026-09-01 }, { person: budi, from: 2026-10-01 }]'),
    'g.yaml': 'name: G\nmembers: [team:altos, caio, { person: team:late, until: 2026-08-31 }]\n',
  });
  expect(found.map(toLine)).toEqual([
    expect.stringMatching(
      /error g.yaml:2:29 no-day .*`ana` no day: the first is 2026-09-01, the last 2026-08-31/,
    ),
  ]);
});

test('a team of more people than any group takes is told at the team', () => {
  const numbers = Array.from({ length: groupCapacity }, (_, index) => `"+62 812 ${1_000_000 + index}"`);
  const found = findDiagnostics({
    ...withTeams(`big: [${numbers.join(', ')}]`),
    'g.yaml': 'name: G\nmembers: [team:altos, caio, team:big]\n',
  });
  expect(found.map(toMark)).toContain('error _people.yaml:7:3 too-many-people');
});
