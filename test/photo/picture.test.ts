import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isSamePhoto, isSamePicture, measureDistance, signatureSide } from '../../src/domain/picture.ts';
import type { DesiredPhoto, FilePicture, LivePhoto, Picture } from '../../src/domain/picture.ts';
import { readSize, toPicture, toSquare, UnreadablePictureError } from '../../src/photo/picture.ts';
import { drawPicture, encodeAgain } from './pictures.ts';

async function look(bytes: Buffer): Promise<Picture> {
  return toPicture(await toSquare(bytes));
}

describe('a picture as plain data', () => {
  test('is 80 × 80 cells of three bytes and a thumbnail of a few kilobytes', async () => {
    const picture = await look(await drawPicture());
    expect(Buffer.from(picture.signature, 'base64').length).toBe(signatureSide ** 2 * 3);
    expect(picture.thumbnail).toMatch(/^data:image\/jpeg;base64,/);
    expect(picture.thumbnail.length).toBeLessThan(60_000);
  });

  test('is the same for the same bytes', async () => {
    const bytes = await drawPicture();
    expect(await look(bytes)).toEqual(await look(bytes));
  });

  test('is the square in the middle, at most 640 px', async () => {
    expect((await toSquare(await drawPicture(1000, 700))).side).toBe(640);
    expect((await toSquare(await drawPicture(1000, 300))).side).toBe(300);
    const wide = await sharp(await drawPicture(640))
      .extend({ left: 200, right: 200, background: '#000000' })
      .png()
      .toBuffer();
    expect(measureDistance(await look(wide), await look(await drawPicture(640)))).toBe(0);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'stands upright whatever its EXIF orientation %i',
    async (orientation) => {
      const upright = await drawPicture(400, 400);
      const turned = await sharp(upright).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
      const shown = await sharp(turned).autoOrient().png().toBuffer();
      expect(isSamePicture(await look(turned), await look(shown))).toBe(true);
      expect(isSamePicture(await look(turned), await look(upright))).toBe(orientation === 1);
    },
  );

  test('has transparency on white', async () => {
    const hole = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><circle cx="200" cy="200" r="90" fill="#7b241c"/></svg>',
    );
    const clear = await sharp(hole).png().toBuffer();
    const white = await sharp(hole).flatten({ background: '#ffffff' }).png().toBuffer();
    const black = await sharp(hole).flatten({ background: '#000000' }).png().toBuffer();
    expect(measureDistance(await look(clear), await look(white))).toBe(0);
    expect(isSamePicture(await look(clear), await look(black))).toBe(false);
  });

  test.each([
    ['greyscale', (bytes: Buffer) => sharp(bytes).greyscale().toColourspace('b-w').png().toBuffer()],
    ['16 bits', (bytes: Buffer) => sharp(bytes).toColourspace('rgb16').png().toBuffer()],
    ['CMYK', (bytes: Buffer) => sharp(bytes).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
    ['WebP', (bytes: Buffer) => sharp(bytes).webp({ quality: 90 }).toBuffer()],
    ['palette', (bytes: Buffer) => sharp(bytes).png({ palette: true }).toBuffer()],
  ])('is read from %s', async (_, encode) => {
    const square = await toSquare(await encode(await drawPicture()));
    expect(square.pixels.length).toBe(square.side ** 2 * 3);
  });
});

describe('distance', () => {
  test.each([640, 320].flatMap((side) => [40, 60, 90].map((quality) => [side, quality] as const)))(
    'is small to the same picture at %i px and quality %i',
    async (side, quality) => {
      const bytes = await drawPicture();
      expect(isSamePicture(await look(bytes), await look(await encodeAgain(bytes, side, quality)))).toBe(
        true,
      );
    },
  );

  test.each([
    ['another colour', () => drawPicture(640, 640, '#a93226')],
    [
      'mirrored',
      async () =>
        sharp(await drawPicture())
          .flop()
          .png()
          .toBuffer(),
    ],
    [
      'turned',
      async () =>
        sharp(await drawPicture())
          .rotate(90)
          .png()
          .toBuffer(),
    ],
    [
      'moved',
      async () =>
        sharp(await drawPicture())
          .extend({ left: 12, background: '#f5eef8' })
          .extract({ left: 0, top: 0, width: 640, height: 640 })
          .png()
          .toBuffer(),
    ],
  ])('is great to %s', async (_, draw) => {
    const [one, other] = [
      await look(await drawPicture()),
      await look(await encodeAgain(await draw(), 320, 40)),
    ];
    expect(isSamePicture(one, other)).toBe(false);
    expect(measureDistance(one, other)).toBe(measureDistance(other, one));
    expect(measureDistance(one, other)).toBeLessThanOrEqual(1);
  });
});

const table = async () => {
  const bytes = await drawPicture();
  const picture: FilePicture = { ...(await look(bytes)), sha256: 'a'.repeat(64) };
  const again = await look(await encodeAgain(bytes));
  const other = await look(await drawPicture(640, 640, '#145a32'));
  return { file: { kind: 'file', path: 'a.jpg', picture } satisfies DesiredPhoto, again, other, picture };
};
const none = { kind: 'none' } as const;
const live = (more: Partial<LivePhoto & { kind: 'picture' }>): LivePhoto => ({
  kind: 'picture',
  id: '17',
  ...more,
});

describe('what a photo is, in words', () => {
  test('is the same as wanted, not the same, or unknown', async () => {
    const { file, again, other, picture } = await table();
    expect(isSamePhoto(none, none)).toBe(true);
    expect(isSamePhoto(none, live({ picture: again }))).toBe(false);
    expect(isSamePhoto(file, none)).toBe(false);
    expect(isSamePhoto(file, live({ picture: again }))).toBe(true);
    expect(isSamePhoto(file, live({ picture: other }))).toBe(false);
    expect(isSamePhoto(file, live({ verified: picture.sha256 }))).toBe(true);
    expect(isSamePhoto(file, live({ verified: 'b'.repeat(64), picture: other }))).toBe(false);
    expect(isSamePhoto(file, live({}))).toBeUndefined();
    expect(isSamePhoto(file, { kind: 'hidden' })).toBeUndefined();
    expect(isSamePhoto(none, { kind: 'unread', text: 'timeout' })).toBeUndefined();
    expect(isSamePhoto({ kind: 'file', path: 'a.jpg' }, live({ picture: again }))).toBeUndefined();
  });
});

describe('what is no picture', () => {
  test.each([
    ['an empty file', async () => Buffer.alloc(0), 'it is no JPEG, PNG or WebP'],
    ['a text', async () => Buffer.from('not an image'), 'it is no JPEG, PNG or WebP'],
    ['half a PNG', async () => (await drawPicture()).subarray(0, 900), 'it is cut off or damaged'],
    [
      'half a JPEG',
      async () => (await encodeAgain(await drawPicture())).subarray(0, 3_000),
      'it is cut off or damaged',
    ],
    ['the beginning alone', async () => (await drawPicture()).subarray(0, 20), 'it is cut off or damaged'],
  ])('%s cannot be read', async (_, make, message) => {
    const bytes = await make();
    await expect(toSquare(bytes)).rejects.toThrow(new UnreadablePictureError(message));
  });

  test('a picture of too many pixels is not decoded', async () => {
    const bytes = await sharp({ create: { width: 9_000, height: 8_000, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    await expect(readSize(bytes)).rejects.toThrow('it has more than 8000 × 8000 pixels');
  });
});
