import { expect, test } from 'vitest';
import { parseFiles, toMark, toSources, usual } from '../files.ts';

const parse = (...lines: string[]) =>
  parseFiles(
    toSources({ '_policy.yaml': usual['_policy.yaml'] ?? '', '_people.yaml': `${lines.join('\n')}\n` }),
  );

/** What becomes of somebody. */
function parsePerson(value: string) {
  const { people, diagnostics } = parse('people:', `  ana: ${value}`);
  const { span: _span, ...person } = people.people.get('ana') ?? {};
  return { person, marks: diagnostics.map(toMark) };
}

test.each([
  ['"+44 7700 900002"', { phone: '447700900002' }],
  ['+447700900002', { phone: '447700900002' }],
  [
    '{ phone: "+44 7700 900002", name: Ana Silva, note: plays }',
    { phone: '447700900002', name: 'Ana Silva' },
  ],
  ['{ lid: "lid:330631678702157" }', { lid: '330631678702157' }],
])('%s', (value, expected) => {
  expect(parsePerson(value)).toEqual({ person: { handle: 'ana', ...expected }, marks: [] });
});

test.each([
  ['', {}, '2:3 no-value'],
  ['~', {}, '2:3 no-value'],
  ['{ name: Ana }', { name: 'Ana' }, '2:3 missing-key'],
  // Of two that may differ the number counts, for a comparison.
  ['{ phone: "+44 7700 900002", lid: "330631" }', { phone: '447700900002' }, '2:41 conflicting-entries'],
  ['{ phone: "+44 77", lid: "330631" }', {}, '2:32 conflicting-entries'],
  ['[x]', {}, '2:8'],
])('%s is a mistake, and the handle is known all the same', (value, expected, mark) => {
  const { person, marks } = parsePerson(value);
  expect(person).toEqual({ handle: 'ana', ...expected });
  expect(marks.join()).toContain(`error _people.yaml:${mark}`);
});

test.each([
  ['people: { "a na": "+44 7700 900002" }', '1:11 bad-handle'],
  ['people: { “ana”: "+44 7700 900002" }', '1:11 bad-handle'],
  ['people: { everyone: "+44 7700 900002" }', '1:11 bad-handle'],
  ['people: { caf\u00e9: "+44 7700 900002", cafe\u0301: "+44 7700 900003" }', '1:36 duplicate-key'],
  ['teams: { altos: ana }', '1:17 wrong-value'],
  ['teams: { altos: [{ person: "+44 7700 900002", readd: 2026-08-01 }] }', '1:18 bad-entry'],
  ['teams: { altos: [] }', ''],
  ['groups: {}', '1:1 unknown-key'],
])('%s', (text, mark) => {
  expect(parse(text).diagnostics.map(toMark).join()).toBe(mark && `error _people.yaml:${mark}`);
});

test('handles are compared as they look: accents are one letter', () => {
  const { people } = parse(
    'people:',
    '  cafe\u0301: "+44 7700 900002"',
    'teams:',
    '  time\u0301: [cafe\u0301]',
  ).people;
  expect([...people.keys()]).toEqual(['caf\u00e9']);
});
