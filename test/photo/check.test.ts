import sharp from 'sharp';
import { expect, test } from 'vitest';
import { smallestPhotoSide } from '../../src/domain/whatsapp-facts.ts';
import { checkPhoto, toUnreadable } from '../../src/photo/check.ts';
import { largestSide } from '../../src/photo/picture.ts';
import { drawPicture } from './pictures.ts';

/** A PNG's first bytes, which hold its size, and its end; there are no pixels between them. */
function toPng(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.write('IEND', 56);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** One whose header is followed by what says that it is animated, whose own picture no browser shows. */
function toMovingPng(): Buffer {
  const control = Buffer.from('000000086163544c00000002000000000badc0de', 'hex');
  const whole = toPng(640, 640);
  return Buffer.concat([whole.subarray(0, 33), control, whole.subarray(33)]);
}

const [least, most] = [smallestPhotoSide, largestSide];

test.each<[string, Uint8Array, string | undefined, string]>([
  ['as small as may be', toPng(least, least), undefined, ''],
  ['as large as may be', toPng(least, most), undefined, ''],
  ['too small on one side', toPng(least - 1, 640), 'photo-size', 'larger.'],
  ['too large on one side', toPng(640, most + 1), 'photo-size', 'smaller.'],
  [
    'no picture, whatever it is called',
    Buffer.from('GIF89a not a picture at all'),
    'photo-format',
    'none of them',
  ],
  ['a PNG that moves', toMovingPng(), 'photo-format', 'stands still'],
  ['nothing', Buffer.alloc(0), 'photo-format', 'none of them'],
  ['cut off', toPng(640, 640).subarray(0, 12), 'photo-unreadable', 'save it anew'],
])('%s', (_, bytes, code, words) => {
  const mistake = checkPhoto(bytes);
  expect(mistake?.code).toBe(code);
  expect(mistake?.detail ?? '').toContain(words);
});

test('a picture is fine', async () => {
  expect(checkPhoto(await drawPicture(200))).toBeUndefined();
});

test('a WebP that moves is none, and one that stands still is', async () => {
  const [red, blue] = ['#f00', '#00f'].map((background) => ({
    create: { width: 200, height: 200, channels: 3 as const, background },
  }));
  const still = await sharp(red).webp().toBuffer();
  const frames = await Promise.all([red, blue].map((frame) => sharp(frame).png().toBuffer()));
  const moving = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
  expect(checkPhoto(still)).toBeUndefined();
  expect(checkPhoto(moving)).toMatchObject({ code: 'photo-format' });
});

test('why one cannot be read is said with what to do', () => {
  expect(toUnreadable('it is cut off')).toMatchObject({
    code: 'photo-unreadable',
    detail: expect.stringMatching(/: it is cut off\. Open it/),
  });
});
