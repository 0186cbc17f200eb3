import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { loadFiles, withOutside } from '../../src/files/load-files.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const text = 'people:\n  ana: "+44 7700 900002"\n';
const files = {
  'ours/groups/altos.yaml': 'name: Altos\n',
  'office/people.yaml': text,
  'office/b/list.CSV': 'x',
};

function open(own: Readonly<Record<string, string>> = files) {
  const folder = makeFolder(own);
  const { io, written } = createTestIo({});
  const load = (...people: string[]) =>
    loadFiles({ groups: join(folder, 'ours/groups'), people: people.map((name) => join(folder, name)) }, io);
  return { folder, load, io, written };
}

test('a file of people is read from wherever it lies, and nothing says where that is', async () => {
  const { folder, load, io, written } = open();
  const { outside = [], files: own } = await load('office/people.yaml', 'office/b/list.CSV');
  expect(own.map(({ path }) => path)).toEqual(['altos.yaml']);
  expect(outside).toEqual([
    { path: 'people.yaml', file: 'people.yaml', text, isOutside: true },
    { path: 'list.CSV', file: 'list.CSV', text: 'x', isOutside: true },
  ]);
  expect(JSON.stringify(outside)).not.toContain(folder);
  io.out('+44 7700 900002');
  expect(written.out).not.toMatch(/\d/);
});

test('without any, digits are masked as ever', async () => {
  const { load, io, written } = open();
  expect(await load()).not.toHaveProperty('outside');
  io.out('+44 7700 900002');
  expect(written.out).toContain('002');
});

test.each([
  ['office/none.yaml', '--people none.yaml: there is no such file.'],
  ['office', '--people office: People are read from files that end in'],
  ['ours/groups/altos.yaml', '--people altos.yaml: This file lies in the repository of the groups'],
])('%s is refused', async (name, words) => {
  await expect(open().load(name)).rejects.toThrow(words);
});

test('what is no text is told by its name alone', async () => {
  const { folder, load } = open({ ...files, 'office/broken.yaml': 'Jos\uFFFD' });
  symlinkSync(join(folder, 'nowhere'), join(folder, 'office/link.yaml'));
  await expect(load('office/link.yaml')).rejects.toThrow('there is no such file');
});

test('two of one name could not be told apart', async () => {
  const { load } = open({ ...files, 'second/people.yaml': text });
  await expect(load('office/people.yaml', 'second/people.yaml')).rejects.toThrow(
    'there are two of this name',
  );
  await expect(load('office/people.yaml', 'office/people.yaml')).rejects.toThrow('named twice');
});

test('a repository ends where another one begins', async () => {
  const { folder, load } = open({ ...files, 'ours/people.yaml': text, 'ours/private/people.yaml': text });
  expect((await load('ours/people.yaml')).outside).toHaveLength(1);
  mkdirSync(join(folder, 'ours/.git'));
  await expect(load('ours/people.yaml')).rejects.toThrow('lies in the repository');
  await expect(load('ours/private/people.yaml')).rejects.toThrow('lies in the repository');
  // A job of a CI can put a second, private repository nowhere else.
  mkdirSync(join(folder, 'ours/private/.git'));
  expect((await load('ours/private/people.yaml')).outside).toHaveLength(1);
});

test('a link is judged by what it leads to', async () => {
  const { folder, load } = open({ ...files, 'ours/groups/_people.yaml': text });
  symlinkSync(join(folder, 'ours/groups/_people.yaml'), join(folder, 'office/own.yaml'));
  symlinkSync(join(folder, 'office/people.yaml'), join(folder, 'ours/groups/theirs'));
  await expect(load('office/own.yaml')).rejects.toThrow('lies in the repository');
  expect((await load('ours/groups/theirs')).outside).toMatchObject([{ path: 'people.yaml', file: 'theirs' }]);
});

test('the environment names one where no flag does', async () => {
  const folder = makeFolder(files);
  const { io } = createTestIo({ env: { ROLLCALL_PEOPLE: join(folder, 'office/people.yaml') } });
  const sources = { root: join(folder, 'ours/groups'), files: [], diagnostics: [] };
  const named = await withOutside(sources, { groups: sources.root }, io);
  expect(named.outside).toMatchObject([{ file: 'people.yaml' }]);
  const other = { groups: sources.root, people: [join(folder, 'office/b/list.CSV')] };
  expect((await withOutside(sources, other, io)).outside).toMatchObject([{ file: 'list.CSV' }]);
  const { io: lost } = createTestIo({ env: { ROLLCALL_PEOPLE: join(folder, 'gone.yaml') } });
  await expect(withOutside(sources, { groups: sources.root }, lost)).rejects.toThrow(
    'ROLLCALL_PEOPLE gone.yaml: there is no such file.',
  );
});

test('a relative name stays as it was given, but for the way up', async () => {
  const folder = makeFolder(files);
  const { io } = createTestIo({});
  const file = relative(process.cwd(), join(folder, 'office/people.yaml'));
  const found = await loadFiles({ groups: join(folder, 'ours/groups'), people: [file] }, io);
  expect(found.outside).toMatchObject([{ file: 'people.yaml' }]);
});
