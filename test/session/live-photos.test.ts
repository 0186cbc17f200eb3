import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPhotoLoader, recallPhotos } from '../../src/session/live-photos.ts';
import type { PhotoChange } from '../../src/domain/plan/change.ts';
import { oneDay } from '../../src/domain/day.ts';
import type { SeenPhoto } from '../../src/domain/past.ts';
import { noPast, noPhoto } from '../../src/domain/past.ts';
import type { DesiredPhoto, LivePhoto, Signature } from '../../src/domain/picture.ts';
import { isPhotoMistake } from '../../src/photo/check.ts';
import { parsePhoto } from '../../src/photo/prepare.ts';
import { drawPicture } from '../photo/pictures.ts';
import { altos, desiredGroup, liveGroup, organisation } from '../support/choir.ts';

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

const asked: LivePhoto = { kind: 'none' };
const start = Date.UTC(2026, 10, 26);

/** What planning takes for the photo of a group that the memory saw at `start`. */
async function recall(age: number, desired: DesiredPhoto, seen: Partial<SeenPhoto> = { id: '17' }) {
  const isOf = (id: string, sha256: string) =>
    `${id} ${sha256}` === `${seen.id} ${seen.id === noPhoto ? noPhoto : 'aa'}`;
  const past = { ...noPast, photos: new Map([[altos, { at: start, isOf, ...seen }]]) };
  const recalled: number[] = [];
  const read = recallPhotos(
    async () => asked,
    past,
    start + age,
    (at) => recalled.push(at),
  );
  return { photo: await read(liveGroup(), desired), recalled };
}

const file = (sha256: string): DesiredPhoto => ({
  kind: 'file',
  path: 'photos/altos.png',
  picture: { signature: '' as Signature, thumbnail: '', sha256 },
});

test.each<[string, number, DesiredPhoto, Partial<SeenPhoto> | undefined, LivePhoto]>([
  ['the file that it was', 0, file('aa'), undefined, { kind: 'picture', id: '17', verified: 'aa' }],
  ['within the day', oneDay - 1, file('aa'), undefined, { kind: 'picture', id: '17', verified: 'aa' }],
  ['a day later', oneDay, file('aa'), undefined, asked],
  ['a time that is still to come', -1, file('aa'), undefined, asked],
  ['another file', 0, file('bb'), undefined, asked],
  ['a file that was not read', 0, { kind: 'file', path: 'photos/altos.png' }, undefined, asked],
  ['none any more', 0, { kind: 'none' }, undefined, asked],
  ['none, as it was', 0, { kind: 'none' }, { id: noPhoto }, { kind: 'none' }],
  ['a file where there was none', 0, file('aa'), { id: noPhoto }, asked],
  ['what an earlier version remembered, without an id', 0, file('aa'), {}, asked],
])('a photo that was seen is recalled, or asked for: %s', async (_, age, desired, seen, expected) => {
  const isAsked = expected === asked;
  expect(await recall(age, desired, seen)).toEqual({ photo: expected, recalled: isAsked ? [] : [start] });
});
