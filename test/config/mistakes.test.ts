import { expect, test } from 'vitest';
import { entriesAndNumbersCases } from './cases-entries-and-numbers.ts';
import { peopleAndPolicyCases } from './cases-people-and-policy.ts';
import { peopleFilesCases } from './cases-people-files.ts';
import { yamlAndKeysCases } from './cases-yaml-and-keys.ts';
import { findDiagnostics, toLine, toMark, usual } from './files.ts';
import type { Files } from './files.ts';
import { tooManyArguments, withLittleStack } from '../support/little-stack.ts';
import { group, members, quiet } from './mistake-cases.ts';

const cases = [
  ...yamlAndKeysCases,
  ...entriesAndNumbersCases,
  ...peopleAndPolicyCases,
  ...peopleFilesCases,
].map((one) => ({ ...one, found: findDiagnostics({ ...usual, ...one.files }) }));

test.each(cases)('$what', ({ found, marks }) => {
  expect(found.map(toMark)).toEqual(marks);
});

/** What all of the cases come to. */
const all = cases.flatMap(({ found }) => found);

test('no detail and no summary holds a whole number', () => {
  const details = all.map(toLine);
  const allowed = /lid:\d+|120363025982934543/g;
  expect(
    details.filter((detail) =>
      /\d(?:[ ().-]{0,2}\d){6,}/.test(
        detail.replace(allowed, '').replace(/\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}/g, ''),
      ),
    ),
  ).toEqual([]);
});

test('a summary is constant for its code', () => {
  const summaries = new Map(all.map(({ code, summary }) => [code, summary]));
  expect(all.filter(({ code, summary }) => summaries.get(code) !== summary)).toEqual([]);
});

/** The text of the first diagnostic. */
const detailOf = (files: Files) => findDiagnostics({ ...usual, ...files })[0]?.detail;

test('hints name what was probably meant', () => {
  expect(detailOf({ ...quiet, ...group('topics: x') })).toContain('Did you mean `topic`?');
  expect(detailOf({ ...quiet, ...group('description: x') })).toContain('Did you mean `topic`?');
  expect(detailOf(members('bud'))).toContain('Did you mean `budi`?');
  expect(detailOf(members('team:alto'))).toContain('Did you mean `team:altos`?');
  expect(detailOf(members('altos'))).toContain('write `team:altos`');
  expect(detailOf(members('nobody-at-all'))).not.toContain('Did you mean');
});

test('a mistake in one file hides none in another, and unknown handles are no news without the people', () => {
  const files = {
    ...usual,
    '_people.yaml': 'people: [\n',
    'g.yaml': 'name: G\nmembers: [ana]\n',
    'h.yaml': 'nam: H\n',
  };
  expect(findDiagnostics(files).map(toMark)).toEqual([
    'error _people.yaml:2:1 yaml-syntax',
    'error h.yaml:1:1 unknown-key',
  ]);
});

test('of a file gone wrong, the first hundred mistakes are shown', () => {
  const keys = Array.from({ length: 5000 }, (_, index) => `key${index}: 1`);
  const found = findDiagnostics({ ...usual, ...quiet, ...group(...keys) });
  expect(found).toHaveLength(101);
  expect(found.at(-1)?.code).toBe('more-mistakes');
});

/** More than fit on the stack as arguments of one call, where little of it is left. */
const many = tooManyArguments;
const lines = (toLine: (index: number) => string, length = many) =>
  Array.from({ length }, (_, index) => toLine(index));
/** So many that what takes each with each other one does not come to an end. */
const some = 13_000;

test.each([
  ['duplicate keys', lines((index) => `k: ${index}`).join('\n')],
  ['unknown keys', lines((index) => `k${index}: 1`, some).join('\n')],
  ['anchors in no map', `[${lines(() => '&a 1').join(', ')}]`],
  ['tags', lines((index) => `k${index}: !t 1`).join('\n')],
  ['odd keys', lines(() => '? [a]', some).join('\n')],
  ['members that are nothing', `name: G\nmembers:\n${lines(() => '  - "!"', some).join('\n')}`],
  ['unknown handles', `name: G\nmembers:\n${lines((index) => `  - x${index}`, some).join('\n')}`],
  ['bad numbers', `name: G\nmembers:\n${lines(() => '  - "+0"', some).join('\n')}`],
  ['unfinished lists', lines((index) => `k${index}: [`, some).join('\n')],
])('a file with very many %s is a file with mistakes, and no bug', (_, text) => {
  const found = withLittleStack(() => findDiagnostics({ ...usual, 'g.yaml': `${text}\n` }));
  expect(found.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(300);
});

test('of very many people with mistakes, a hundred are shown', () => {
  const files = {
    'handles.yaml': `people:\n${lines((index) => `  a${index}!: "+44"`, some).join('\n')}\n`,
    'same.yaml': `people:\n${lines((index) => `  a${index}: "+44 7700 900002"`, some).join('\n')}\n`,
  };
  for (const text of Object.values(files)) {
    const found = findDiagnostics({ ...usual, '_people.yaml': text, 'g.yaml': 'name: G\n' });
    expect(found.filter(({ span }) => span?.file.endsWith('_people.yaml')).length).toBeLessThan(203);
  }
});
