import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { photoBytesLimit } from '../../src/domain/whatsapp-facts.ts';
import { readPhotoFile } from '../../src/photo/file.ts';
import { makeFolder } from '../support/folder.ts';

const picture = Buffer.from('a picture');

/** The groups folder of a place with secrets beside it. */
async function open(): Promise<string> {
  const folder = await makeFolder({
    'secret.png': 'a secret',
    'groups/altos.png': picture,
    'groups/photos/b.png': picture,
    'groups-of-others/c.png': 'a secret',
  });
  return join(folder, 'groups');
}

async function read(root: string, path: string, file = 'altos.yaml'): Promise<string> {
  const found = await readPhotoFile(root, file, path);
  return Buffer.isBuffer(found) ? found.toString() : `${found.code}: ${found.detail}`;
}

test.each([
  ['altos.png', 'altos.yaml'],
  ['./photos/b.png', 'altos.yaml'],
  ['photos\\b.png', 'altos.yaml'],
  ['../altos.png', 'choir/altos.yaml'],
])('%s of %s is relative to the group’s file', async (path, file) => {
  const root = await open();
  await mkdir(join(root, 'choir'));
  expect(await read(root, path, file)).toBe('a picture');
});

test.each(['../secret.png', 'photos/../../secret.png', '../groups-of-others/c.png', '/etc/passwd'])(
  '%s: nothing outside of the folder is read',
  async (path) => {
    const text = await read(await open(), path);
    expect(text).toMatch(/^photo-unreadable: /);
    expect(text).not.toContain('a secret');
  },
);

test('a link is followed inside of the folder, and not out of it', async () => {
  const root = await open();
  await symlink('altos.png', join(root, 'inside.png'));
  await symlink('../secret.png', join(root, 'outside.png'));
  await symlink('..', join(root, 'up'));
  expect(await read(root, 'inside.png')).toBe('a picture');
  expect(await read(root, 'outside.png')).toContain('lies outside');
  expect(await read(root, 'up/secret.png')).toContain('lies outside');
});

test('a name in two characters for a letter is found, unless there are two of them', async () => {
  const root = await open();
  await writeFile(join(root, 'jose\u0301.png'), picture);
  expect(await read(root, 'jos\u00e9.png')).toBe('a picture');
});

test('what is no file, too large or not there is said', async () => {
  const root = await open();
  await truncate(join(root, 'altos.png'), photoBytesLimit + 1);
  expect(await read(root, 'altos.png')).toMatch(/^photo-size: This file has 10\.0 MiB/);
  await truncate(join(root, 'altos.png'), photoBytesLimit);
  expect(await read(root, 'altos.png')).toHaveLength(photoBytesLimit);
  expect(await read(root, 'photos')).toContain('no regular file');
  expect(await read(root, 'ALTOS2.png')).toContain('There is no such file');
  expect(await read(root, 'altos.png/b.png')).toContain('There is no such file');
});
