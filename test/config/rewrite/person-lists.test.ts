import { expect, test } from 'vitest';
import {
  findPersonLists,
  findWord,
  readItem,
  toTargetKey,
  toTerms,
} from '../../../src/config/rewrite/person-lists.ts';
import { readYamlFiles } from '../../../src/config/rewrite/read-yaml-files.ts';
import { read } from '../edit/meaning.ts';

test('every list of people is found, each before those within its entries', () => {
  const root = read(
    'members: [{ team: a, except: [ana] }]\nadmins: []\nprotected: [budi]\nteams: { b: [citra], c: 1 }\ntopic: [x]\n',
  );
  expect(findPersonLists(root).map(({ name, within }) => [name, within?.pair.key])).toEqual([
    ['members', undefined],
    ['except', 'except'],
    ['admins', undefined],
    ['protected', undefined],
    ['team:b', undefined],
  ]);
});

test('an item is read as its file is: the word, whom it means, and what is said of them', () => {
  const text =
    'members: [ana, { person: ana }, { until: 2027-01-01, by: invite, person: "07700 900002" }, { by: invite, person: "+447700900002", until: 2027-01-01 }, lid:330631678702157, team:a, "?"]\n';
  const sources = {
    root: 'groups',
    files: [
      { path: '_policy.yaml', file: 'groups/_policy.yaml', text: 'country: GB\n' },
      { path: 'a.yaml', file: 'groups/a.yaml', text },
      { path: 'b.yaml', file: 'groups/b.yaml', text: 'members: [\n' },
      { path: 'c.csv', file: 'groups/c.csv', text: 'name,phone\n' },
    ],
    diagnostics: [],
  };
  const files = readYamlFiles(sources);
  expect(files.map(({ source }) => source.path)).toEqual(['_policy.yaml', 'a.yaml']);
  const file = files[1];
  const items = file ? (findPersonLists(file.root)[0]?.list.items ?? []) : [];
  const entries = items.map((item) => file && readItem(item, file.desk));
  expect(entries.map((entry) => entry && toTargetKey(entry.target))).toEqual([
    'ana',
    'ana',
    '447700900002',
    '447700900002',
    'lid:330631678702157',
    'team:a',
    undefined,
  ]);
  const terms = entries.map((entry) => entry && toTerms(entry));
  expect(terms[0]).toBe(terms[1]);
  expect(terms[2]).toBe(terms[3]);
  expect(terms[0]).not.toBe(terms[2]);
  const word = items[2] && findWord(items[2]);
  expect(text.slice(word?.start, word?.end)).toBe('"07700 900002"');
});
