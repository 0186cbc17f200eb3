import { expect, test } from 'vitest';
import { parseInTurns, parsePeopleAlone, parsePolicyAlone } from '../../src/config/parse.ts';
import type { Parsed } from '../../src/config/parse.ts';
import type { Sources } from '../../src/config/sources.ts';
import { toMistake } from '../../src/config/mistake.ts';
import { parseFiles, toMark, toSources, usual } from './files.ts';

/** Files that need every table and library: an anchor, a national number, a spreadsheet, letters that look alike. */
const files = {
  ...usual,
  '_policy.yaml': 'account: "+44 7700 900001"\ncountry: ID\n',
  '_defaults.yaml': 'locked: true\n',
  '_people/5b.csv': 'name;phone\nДеви;0812 3456 7890\n',
  'b.yaml': 'name: B\nmembers: [&a ana]\n',
  'a.yaml': 'name: A\nmembers: ["0812 3456 7891"]\n',
};

const toPlain = ({ policy, people, peopleComplete, defaults, groups, diagnostics }: Parsed) => ({
  country: policy?.country,
  handles: [...people.people.keys()],
  peopleComplete,
  defaults: defaults.map(({ path }) => path),
  groups: groups.map(({ path, members = [] }) => [path, members.map(({ target }) => target)]),
  marks: diagnostics.map(toMark),
});

test('the country of the policy says what a number means, wherever its file stands', () => {
  const parsed = toPlain(parseFiles(toSources(files)));
  expect(parsed).toMatchObject({
    country: 'ID',
    peopleComplete: true,
    defaults: ['_defaults.yaml'],
    groups: [['a.yaml', [{ kind: 'phone', phone: '6281234567891' }]]],
    marks: ['error b.yaml:2:14 yaml-anchor'],
  });
  expect(parsed.handles).toHaveLength(4);
});

test('in turns, with what is needed loaded on the way, they come to the same', async () => {
  expect(toPlain(await parseInTurns(toSources(files)))).toEqual(toPlain(parseFiles(toSources(files))));
});

test('the policy alone, and the people alone', async () => {
  expect((await parsePolicyAlone(toSources(files)))?.country).toBe('ID');
  expect(await parsePolicyAlone(toSources({ 'g.yaml': 'name: G\n' }))).toBeUndefined();
  const {
    people: { people, teams },
  } = await parsePeopleAlone(toSources(files));
  expect([people.size, [...teams.keys()]]).toEqual([4, ['altos']]);
});

/** Sources in which reading this file failed. */
const unreadable = (file: string): Sources => ({
  ...toSources({ 'g.yaml': 'name: G\n' }),
  diagnostics: [toMistake('unreadable-file', 'x', { file, line: 1, column: 1, endLine: 1, endColumn: 1 })],
});

test.each([
  ['there is no policy', toSources({ 'g.yaml': 'name: G\n' }), ['error - no-policy'], true],
  [
    'it could not be read, which has been said',
    unreadable('groups/_policy.yaml'),
    ['error _policy.yaml:1:1 unreadable-file'],
    true,
  ],
  ['nor could people', unreadable('groups/_people/5b.csv'), [expect.any(String), 'error - no-policy'], false],
  ['another file could not', unreadable('groups/h.yaml'), [expect.any(String), 'error - no-policy'], true],
  [
    'people with a mistake',
    toSources({ ...usual, '_people.yaml': 'people: [\n' }),
    ['error _people.yaml:2:1 yaml-syntax'],
    false,
  ],
])('%s', (_, sources, marks, peopleComplete) => {
  const parsed = parseFiles(sources);
  expect({ marks: parsed.diagnostics.map(toMark), peopleComplete: parsed.peopleComplete }).toEqual({
    marks,
    peopleComplete,
  });
});
