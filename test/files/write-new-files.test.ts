import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeNewFiles } from '../../src/files/write-new-files.ts';
import { makeFolder } from '../support/folder.ts';

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

test('files are written in their order, a folder for photos made where there is none', async () => {
  const folder = makeFolder({ '_people.yaml': '\ufeffpeople: {}\r\n' });
  const files = [
    { path: '_people.yaml', content: 'people: { a: "+1" }\r\n', before: 'people: {}\r\n' },
    { path: 'photos/a.jpg', content: Buffer.from([1]) },
    { path: 'a.yaml', content: 'a\n' },
  ];
  expect(await writeNewFiles(folder, files)).toEqual({ written: files.map(({ path }) => path) });
  expect(read(folder, '_people.yaml')).toBe('\ufeffpeople: { a: "+1" }\r\n');
  expect(readdirSync(folder).toSorted()).toEqual(['_people.yaml', 'a.yaml', 'photos']);
});

test('nothing is overwritten, and what comes after it is not written', async () => {
  const folder = makeFolder({ '_people.yaml': 'changed', 'b.yaml': 'mine' });
  const { written, fault } = await writeNewFiles(folder, [
    { path: 'a.yaml', content: 'a' },
    { path: 'b.yaml', content: 'b' },
    { path: 'c.yaml', content: 'c' },
  ]);
  expect(written).toEqual(['a.yaml']);
  expect(fault?.message).toMatch(/b\.yaml has appeared meanwhile/);
  expect([read(folder, 'b.yaml'), existsSync(join(folder, 'c.yaml'))]).toEqual(['mine', false]);
  const people = await writeNewFiles(folder, [{ path: '_people.yaml', content: 'x', before: 'people: {}' }]);
  expect(people.written).toEqual([]);
  expect(people.fault?.message).toMatch(/_people\.yaml/);
  expect(read(folder, '_people.yaml')).toBe('changed');
});

test('a link leads nowhere: neither to a file nor to a folder elsewhere', async () => {
  const [folder, elsewhere] = [makeFolder(), makeFolder({ 'x.yaml': 'mine' })];
  symlinkSync(elsewhere, join(folder, 'photos'));
  symlinkSync(join(elsewhere, 'x.yaml'), join(folder, 'a.yaml'));
  symlinkSync(join(elsewhere, 'new.yaml'), join(folder, 'b.yaml'));
  for (const path of ['photos/a.jpg', 'photos/more/a.jpg', 'a.yaml', 'b.yaml'])
    expect((await writeNewFiles(folder, [{ path, content: 'x' }])).fault).toBeDefined();
  // Nor what is there already behind such a folder, though its text is known.
  const known = { path: 'photos/x.yaml', content: 'x', before: 'mine' };
  expect((await writeNewFiles(folder, [known])).fault?.message).toMatch(/photos is no folder of its own/);
  expect(readdirSync(elsewhere)).toEqual(['x.yaml']);
  expect(read(elsewhere, 'x.yaml')).toBe('mine');
});

test('a place that cannot be written to is told', async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'a.yaml'));
  expect((await writeNewFiles(folder, [{ path: 'a.yaml', content: 'x' }])).fault?.message).toMatch(/a\.yaml/);
  expect(
    (await writeNewFiles(join(folder, 'none'), [{ path: 'b.yaml', content: 'x' }])).fault?.message,
  ).toMatch(/ENOENT/);
});
