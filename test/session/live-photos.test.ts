import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPhotoLoader } from '../../src/session/live-photos.ts';
import type { PhotoChange } from '../../src/domain/plan/change.ts';
import type { DesiredPhoto } from '../../src/domain/picture.ts';
import { isPhotoMistake, parsePhoto } from '../../src/photo/prepare.ts';
import { drawPicture } from '../photo/pictures.ts';
import { altos, desiredGroup, organisation } from '../support/choir.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-loader-'));
  await writeFile(join(folder, 'altos.png'), await drawPicture());
});
afterEach(() => rm(folder, { recursive: true }));

/** The change that sets the photo as the file is now. */
async function plan(): Promise<PhotoChange> {
  const picture = await parsePhoto(await drawPicture());
  if (isPhotoMistake(picture)) throw new Error(picture.detail);
  const after: DesiredPhoto = { kind: 'file', path: 'altos.png', picture };
  return {
    group: altos,
    action: 'set',
    setting: 'photo',
    before: { kind: 'none' },
    after,
    why: { kind: 'differs' },
  };
}

function createLoader() {
  return createPhotoLoader(folder, organisation([desiredGroup()]));
}

test('what is sent is made from the file that was approved', async () => {
  const sent = await createLoader()(await plan());
  if ('refused' in sent) throw new Error(sent.refused);
  expect(await sharp(sent).metadata()).toMatchObject({ format: 'png', width: 640, height: 640 });
});

test('a file that has changed since is not sent, however much alike it looks', async () => {
  const change = await plan();
  await writeFile(
    join(folder, 'altos.png'),
    await sharp(await drawPicture())
      .png({ compressionLevel: 1 })
      .toBuffer(),
  );
  expect(await createLoader()(change)).toEqual({
    refused: "the photo's file is not the one that was approved: it has changed since",
  });
});

test('nor one that is gone', async () => {
  const change = await plan();
  await rm(join(folder, 'altos.png'));
  expect(await createLoader()(change)).toMatchObject({ refused: expect.stringContaining('no such file') });
});

test('nor anything for a group that nobody knows, or for a photo that is to go', async () => {
  const change = await plan();
  expect(await createPhotoLoader(folder, organisation([]))(change)).toHaveProperty('refused');
  expect(await createLoader()({ ...change, after: { kind: 'none' } })).toHaveProperty('refused');
});
