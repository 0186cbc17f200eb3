import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseInTurns } from '../../src/config/parse.ts';
import type { ParsedGroup } from '../../src/config/groups/parse-group.ts';
import { loadSources } from '../../src/config/sources.ts';
import {
  addPictures,
  checkPhotos,
  encodePhotos,
  readPhotos,
  withoutPhotos,
} from '../../src/files/read-photos.ts';
import { drawPicture } from '../photo/pictures.ts';
import { desiredGroup, organisation } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';

let folder = '';
let groups: readonly ParsedGroup[] = [];

/** A group of each kind: a picture, none, no word of one, and three that cannot be used. */
beforeEach(async () => {
  folder = makeFolder({
    '_policy.yaml': 'account: "+44 7700 900001"\n',
    'altos.yaml': 'name: Altos\nphoto: altos.png\n',
    'bare.yaml': 'name: Altos\nphoto: none\n',
    'deep/basses.yaml': 'name: Altos\nphoto: ../small.png\n',
    'missing.yaml': 'name: Altos\nphoto: missing.png\n',
    'silent.yaml': 'name: Altos\n',
    'text.yaml': 'name: Altos\nphoto: text.png\n',
    'altos.png': await drawPicture(200),
    'small.png': await drawPicture(100),
    'text.png': 'no picture',
  });
  ({ groups } = await parseInTurns(await loadSources(folder)));
});

/** "<file> <line> <code>" of what is wrong. */
function toMistakes({ diagnostics }: Awaited<ReturnType<typeof readPhotos>>): string[] {
  return diagnostics.map(({ code, span }) => `${span?.file.slice(folder.length + 1)} ${span?.line} ${code}`);
}

describe('the photos of group files', () => {
  const mistakes = [
    'deep/basses.yaml 2 photo-size',
    'missing.yaml 2 photo-unreadable',
    'text.yaml 2 photo-format',
  ];

  test('are pictures by the group’s file, and mistakes at the line that names them', async () => {
    const photos = await readPhotos(folder, groups);
    expect([...photos.pictures.keys()]).toEqual(['altos.yaml']);
    expect(toMistakes(photos)).toEqual(mistakes);
  });

  test('have the same mistakes where their pixels are not looked at', async () => {
    const photos = await checkPhotos(folder, groups);
    expect([...photos.pictures.keys()]).toEqual([]);
    expect(toMistakes(photos)).toEqual(mistakes);
  });
});

describe('an organisation', () => {
  const photo = { kind: 'file', path: 'altos.png' } as const;
  const files = organisation([
    desiredGroup({ file: 'altos.yaml', photo }),
    desiredGroup({ file: 'bare.yaml', photo: { kind: 'none' } }),
    desiredGroup({ file: 'basses.yaml', photo }),
  ]);

  test('gets the pictures of those files that have a photo, and of no other', async () => {
    const { pictures } = await readPhotos(folder, groups);
    const picture = pictures.get('altos.yaml');
    if (!picture) throw new Error('it has one');
    const all = new Map(['altos.yaml', 'bare.yaml'].map((file) => [file, picture]));
    expect(addPictures(files, { pictures: all, diagnostics: [] }).groups.map((group) => group.photo)).toEqual(
      [{ ...photo, picture }, { kind: 'none' }, photo],
    );
  });

  test('says nothing of photos where they are left out, not even that there is none', () => {
    for (const group of withoutPhotos(files).groups) expect(group).not.toHaveProperty('photo');
  });

  test('has JPEGs for a sandbox, only of what was looked at', async () => {
    const withPictures = addPictures(files, await readPhotos(folder, groups));
    const encoded = await encodePhotos(folder, withPictures);
    expect([...encoded.keys()]).toEqual(['altos.yaml']);
    const jpeg = Buffer.from(encoded.get('altos.yaml')?.jpeg ?? '', 'base64');
    expect(jpeg.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(jpeg.equals(await readFile(join(folder, 'altos.png')))).toBe(false);
  });
});
