import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAdopted } from '../../src/files/write-adopted.ts';
import { makeFolder } from '../support/folder.ts';

function begin() {
  const folder = makeFolder({ 'a.yaml': '\ufeffname: A\n' });
  const source = { path: 'a.yaml', file: join(folder, 'a.yaml'), text: 'name: A\n' };
  return { source, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

test('a picture and the file that names it, its byte order mark kept', async () => {
  const { source, read } = begin();
  const photo = { path: 'photos/a.jpg', bytes: Buffer.from('jpeg') };
  expect(await writeAdopted({ source, text: 'name: B\n', photo })).toEqual({ kind: 'written' });
  expect([read('a.yaml'), read('photos/a.jpg')]).toEqual(['\ufeffname: B\n', 'jpeg']);
});

test('a picture alone leaves the file as it is', async () => {
  const { source, read } = begin();
  const photo = { path: 'a.jpg', bytes: Buffer.from('jpeg') };
  expect(await writeAdopted({ source, text: source.text, photo })).toEqual({ kind: 'written' });
  expect([read('a.yaml'), read('a.jpg')]).toEqual(['\ufeffname: A\n', 'jpeg']);
});

test('where the picture cannot be written the file does not name it', async () => {
  const { source, read } = begin();
  writeFileSync(join(source.file, '..', 'photos'), '');
  const photo = { path: 'photos/a.jpg', bytes: Buffer.from('jpeg') };
  expect(await writeAdopted({ source, text: 'name: B\n', photo })).toMatchObject({ kind: 'not-written' });
  expect(read('a.yaml')).toBe('\ufeffname: A\n');
});
