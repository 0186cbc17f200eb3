import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractFolder } from '../../src/git/extract-folder.ts';
import { UsageError } from '../../src/errors.ts';
import { makeFolder } from '../support/folder.ts';
import { createRepository } from '../support/repository.ts';

test('a folder whose name begins and ends with a space is found', async () => {
  const [root, target] = [makeFolder(), makeFolder()];
  const repository = await createRepository(root);
  const groups = join(root, ' groups ');
  await mkdir(groups);
  await writeFile(join(groups, 'altos.yaml'), 'name: Altos\n');
  await symlink('altos.yaml', join(groups, 'link.yaml'));
  await repository.commit();
  expect(await extractFolder('HEAD', groups, target)).toEqual(['link.yaml']);
  expect(await readdir(target)).toEqual(['altos.yaml']);
  expect(await readFile(join(target, 'altos.yaml'), 'utf8')).toBe('name: Altos\n');
});

test('a file that the repository lacks is an error, and never another file’s text', async () => {
  const [root, target] = [makeFolder(), makeFolder()];
  const repository = await createRepository(root);
  await writeFile(join(root, 'altos.yaml'), 'name: Altos\n');
  await writeFile(join(root, 'basses.yaml'), 'name: Basses\n');
  await repository.commit();
  const object = await repository.git('rev-parse', 'HEAD:basses.yaml');
  await rm(join(root, '.git/objects', object.slice(0, 2), object.slice(2)));
  await expect(extractFolder('HEAD', root, target)).rejects.toThrow(UsageError);
});

test('a link in the place of the folder is not taken for a commit without one', async () => {
  const [root, target] = [makeFolder(), makeFolder()];
  const repository = await createRepository(root);
  await symlink('elsewhere', join(root, 'groups'));
  await repository.commit();
  await rm(join(root, 'groups'));
  await mkdir(join(root, 'groups'));
  await expect(extractFolder('HEAD', join(root, 'groups'), target)).rejects.toThrow(UsageError);
});

test('nor is a commit that had no such folder an error', async () => {
  const [root, target] = [makeFolder(), makeFolder()];
  await (await createRepository(root)).commit();
  await mkdir(join(root, 'groups'));
  expect(await extractFolder('HEAD', join(root, 'groups'), target)).toBeUndefined();
});
