import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listNames } from '../../src/files/list-names.ts';
import { makeFolder } from '../support/folder.ts';

test('a name is taken whatever its ending and its capitals, by a folder too', async () => {
  const folder = makeFolder({ 'Altos.yaml': '', 'bass.yml': '', 'choir/x.yaml': '', 'photos/a.jpg': '' });
  const isTaken = await listNames(folder);
  expect(['altos', 'bass', 'choir', 'photos', 'x', 'a'].map((name) => isTaken(name))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  const isPhotoTaken = await listNames(folder, 'photos');
  expect(['a', 'altos'].map((name) => isPhotoTaken(name))).toEqual([true, false]);
  expect((await listNames(join(folder, 'none')))('altos')).toBe(false);
});
