import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { measureDistance } from '../../src/domain/picture.ts';
import { readPhotoFile } from '../../src/photo/file.ts';
import { isPhotoMistake } from '../../src/photo/check.ts';
import { parsePhoto, preparePhoto, toSha256 } from '../../src/photo/prepare.ts';
import { processPhoto } from '../../src/sandbox/server/photo.ts';
import { drawPicture } from './pictures.ts';

describe('what a file comes to', () => {
  test('a picture with the sha256 of the file', async () => {
    const bytes = await drawPicture();
    const picture = await parsePhoto(bytes);
    expect(picture).toMatchObject({ sha256: toSha256(bytes) });
    expect(toSha256(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test.each([
    [191, 400, 'photo-size'],
    [192, 400, undefined],
    [8_000, 192, undefined],
    [8_001, 192, 'photo-size'],
  ])('of %i × %i px', async (width, height, code) => {
    const result = await parsePhoto(
      await sharp({ create: { width, height, channels: 3, background: '#456' } })
        .png()
        .toBuffer(),
    );
    expect(isPhotoMistake(result) ? result.code : undefined).toBe(code);
  });

  test.each([
    [
      'a GIF',
      async () =>
        sharp(await drawPicture(200))
          .gif()
          .toBuffer(),
      'photo-format',
    ],
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'),
      'photo-format',
    ],
    ['a text', async () => Buffer.from('photo'), 'photo-format'],
    ['half a picture', async () => (await drawPicture()).subarray(0, 900), 'photo-unreadable'],
  ])('%s is a mistake that says what to do', async (_, make, code) => {
    const result = await parsePhoto(await make());
    expect(result).toMatchObject({ code });
    expect(isPhotoMistake(result) && result.detail).toMatch(/\. \S.*\.$/);
  });
});

describe('what is sent', () => {
  test('is the square that was compared: GOWA and WhatsApp have nothing left to decide', async () => {
    const turned = await sharp(await drawPicture(900, 600))
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const sent = await preparePhoto(turned);
    const [planned, kept] = [
      await parsePhoto(turned),
      await parsePhoto((await processPhoto(sent)).reencoded),
    ];
    if (isPhotoMistake(planned) || isPhotoMistake(kept)) throw new Error('a picture was expected');
    expect(measureDistance(planned, kept)).toBeLessThan(0.1);
    expect(await sharp(sent).metadata()).toMatchObject({
      format: 'png',
      width: 600,
      height: 600,
      hasAlpha: false,
    });
  });
});

describe('where a photo may lie', () => {
  let folder = '';
  const inGroups = (name: string) => join(folder, 'groups', name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-photo-'));
    await mkdir(inGroups('photos'), { recursive: true });
    await mkdir(inGroups('choir'));
    await writeFile(inGroups('photos/altos.png'), 'inside');
    await writeFile(join(folder, 'secret.png'), 'outside');
    await mkdir(join(folder, 'groups-of-others'));
    await writeFile(join(folder, 'groups-of-others/a.png'), 'outside');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = async (file: string, path: string) => {
    const result = await readPhotoFile(join(folder, 'groups'), file, path);
    return Buffer.isBuffer(result) ? result.toString() : result.detail.replaceAll(folder, '…');
  };

  test('beside the group, below it, or above it inside the folder', async () => {
    expect(await read('altos.yaml', 'photos/altos.png')).toBe('inside');
    expect(await read('choir/altos.yaml', '../photos/altos.png')).toBe('inside');
  });

  test('a name whose accents are stored in two characters, here or there', async () => {
    await mkdir(inGroups('fe\u0301vrier'));
    await writeFile(inGroups('fe\u0301vrier/cafe\u0301.png'), 'in two');
    await writeFile(inGroups('photos/caf\u00e9.png'), 'in one');
    expect(await read('altos.yaml', 'f\u00e9vrier/caf\u00e9.png')).toBe('in two');
    expect(await read('f\u00e9vrier/altos.yaml', 'cafe\u0301.png')).toBe('in two');
    expect(await read('altos.yaml', 'photos/cafe\u0301.png')).toBe('in one');
    await writeFile(inGroups('photos/cafe\u0301.png'), 'in two');
    expect(await read('altos.yaml', 'photos/cafe\u0301.png')).toBe('in two');
    expect(await read('altos.yaml', 'photos/caf\u00e9.png')).toBe('in one');
  });

  test('a link that stays inside is followed', async () => {
    await symlink('altos.png', inGroups('photos/link.png'));
    expect(await read('altos.yaml', 'photos/link.png')).toBe('inside');
  });

  test.each([
    ['dots', '../secret.png'],
    ['dots to a folder whose name begins alike', '../groups-of-others/a.png'],
    ['a link', 'photos/out.png'],
    ['a linked folder', 'photos/others/a.png'],
  ])('%s do not lead out', async (_, path) => {
    await symlink(join(folder, 'secret.png'), inGroups('photos/out.png'));
    await symlink(join(folder, 'groups-of-others'), inGroups('photos/others'));
    expect(await read('altos.yaml', path)).toMatch(/^It lies outside of `…\/groups`/);
  });

  test('a folder, nothing, a file too large: each says what it is', async () => {
    await writeFile(inGroups('large.png'), Buffer.alloc(10 * 1024 * 1024 + 1));
    await writeFile(inGroups('full.png'), Buffer.alloc(10 * 1024 * 1024));
    expect(await read('altos.yaml', 'photos')).toMatch(/no regular file/);
    expect(await read('altos.yaml', 'photos/tenors.png')).toMatch(/no such file/);
    expect(await read('altos.yaml', 'large.png')).toMatch(/10\.0 MiB/);
    expect((await read('altos.yaml', 'full.png')).length).toBe(10 * 1024 * 1024);
  });
});
