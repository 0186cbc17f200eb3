import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkPhoto } from '../../src/photo/check.ts';
import { findFormat, inspectPicture } from '../../src/photo/inspect.ts';
import { drawPicture } from './pictures.ts';

/** One way to write a picture down. */
type Encode = (image: Sharp) => Sharp;

const encodings: readonly (readonly [name: string, encode: Encode])[] = [
  ['a JPEG', (image) => image.jpeg()],
  ['a progressive JPEG', (image) => image.jpeg({ progressive: true })],
  ['a JPEG with data of a camera', (image) => image.withMetadata({ orientation: 6, icc: 'p3' }).jpeg()],
  ['a grey JPEG', (image) => image.greyscale().jpeg()],
  ['a PNG', (image) => image.png()],
  ['a PNG with a palette', (image) => image.png({ palette: true })],
  ['a PNG in two passes', (image) => image.png({ progressive: true })],
  ['a lossy WebP', (image) => image.webp()],
  ['a lossless WebP', (image) => image.webp({ lossless: true })],
  ['a WebP with transparency', (image) => image.ensureAlpha(0.5).webp()],
  ['a WebP with data of a camera', (image) => image.withMetadata({ orientation: 6 }).webp()],
];

async function write(encode: Encode, width = 300, height = 200): Promise<Buffer> {
  return encode(sharp(await drawPicture(width, height))).toBuffer();
}

function inspect(bytes: Uint8Array) {
  const format = findFormat(bytes);
  return format && inspectPicture(bytes, format);
}

test('a format is told by its first bytes', async () => {
  const png = await drawPicture(200);
  expect(findFormat(png)).toBe('png');
  expect(findFormat(await sharp(png).jpeg().toBuffer())).toBe('jpeg');
  expect(findFormat(await sharp(png).webp().toBuffer())).toBe('webp');
  expect(findFormat(await sharp(png).gif().toBuffer())).toBeUndefined();
  expect(findFormat(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
  expect(findFormat(Buffer.alloc(0))).toBeUndefined();
});

describe.each(encodings)('%s', (_, encode) => {
  test('has the size that the library finds', async () => {
    for (const [width, height] of [
      [300, 200],
      [193, 1],
      [1, 257],
    ] as const) {
      const bytes = await write(encode, width, height);
      const { width: storedWidth, height: storedHeight } = await sharp(bytes).metadata();
      expect(inspect(bytes)).toEqual({ width: storedWidth, height: storedHeight });
    }
  });

  test('is one with something behind its end, as phones put it there', async () => {
    const bytes = await write(encode);
    expect(inspect(Buffer.concat([bytes, Buffer.from('\xff\xdamotion\xff\xd9', 'latin1')]))).toEqual(
      inspect(bytes),
    );
  });

  test('is none where it is cut off, wherever that is', async () => {
    const bytes = await write(encode);
    for (let length = 0; length < bytes.length - 16; length += 1 + Math.floor(bytes.length / 300)) {
      expect(inspect(bytes.subarray(0, length)), `${length} of ${bytes.length} bytes`).toBeUndefined();
    }
  });

  test('never hangs or throws, whatever stands in it', async () => {
    const bytes = await write(encode);
    for (let at = 4; at < Math.min(bytes.length, 400); at += 1) {
      for (const byte of [0x00, 0xff]) {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        expect(() => inspect(changed)).not.toThrow();
      }
    }
  });
});

test('a thumbnail in a photo is not taken for the photo, nor its end for the end', async () => {
  const bytes = await write((image) => image.jpeg());
  const thumbnail = await write((image) => image.jpeg(), 20, 10);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(thumbnail.length + 2);
  const embedded = Buffer.concat([Buffer.from([0xff, 0xe1]), length, thumbnail]);
  const photo = Buffer.concat([bytes.subarray(0, 2), embedded, bytes.subarray(2)]);
  expect(inspect(photo)).toEqual({ width: 300, height: 200 });
  expect(inspect(photo.subarray(0, photo.length - 200))).toBeUndefined();
});

test('more pixels than are looked at are a mistake before anything is decoded', async () => {
  const bytes = await sharp({ create: { width: 9_000, height: 8_000, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  expect(checkPhoto(bytes)).toMatchObject({ code: 'photo-size' });
});
