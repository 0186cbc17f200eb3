import { PlainError } from './answer.ts';
import type { PictureUpload } from '../whatsapp/queries/pictures.ts';
import type { Sharp } from 'sharp';

/** GOWA's own bounds (docs/gowa.md#15-group-photo): pixels, bytes. */
const largestSide = 640;
const largestFile = 100 * 1024;
/** What a picture is at least, once it is made smaller to fit. */
const smallestSide = 100;
/** With this quality WhatsApp encodes again (recordings README). */
const whatsappQuality = 75;

/** Returns the name of an image format by its first bytes, as Go's image package has them registered. */
export function detectFormat(file: Buffer): string | undefined {
  const head = file.toString('latin1', 0, 16);
  if (head.startsWith('\xff\xd8')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBPVP8/.test(head)) return 'webp';
  if (head.startsWith('BM')) return 'bmp';
  if (head.startsWith('II\x2a\x00') || head.startsWith('MM\x00\x2a')) return 'tiff';
  return undefined;
}

/**
 * Goes through GOWA's steps (docs/gowa.md#15-group-photo): centre crop to a square, at most 640 px, JPEG of quality
 * 80 and 10 less as long as it is over 100 KiB, then smaller. Transparency becomes black, EXIF
 * orientation is ignored. Then WhatsApp's: it encodes what it gets once more.
 */
export async function processPhoto(file: Buffer): Promise<PictureUpload> {
  const { default: sharp } = await import('sharp');
  const size = await readSize(sharp(file));
  const side = Math.min(size.width, size.height);
  const square = sharp(file)
    .flatten({ background: 'black' })
    .extract({
      left: Math.floor((size.width - side) / 2),
      top: Math.floor((size.height - side) / 2),
      width: side,
      height: side,
    });
  const pixels = await resize(square, Math.min(side, largestSide), side)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const uploaded = await compress((width) => resize(sharp(pixels), width, side), Math.min(side, largestSide));
  const reencoded = await sharp(uploaded.jpeg).jpeg({ quality: whatsappQuality }).toBuffer();
  return { width: uploaded.side, height: uploaded.side, reencoded };
}

/** Throws what GOWA says of a file that it cannot read. */
export async function checkReadable(file: Buffer): Promise<void> {
  const { default: sharp } = await import('sharp');
  await readSize(sharp(file));
}

async function readSize(image: Sharp): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await image.metadata();
    return { width, height };
  } catch {
    throw new PlainError('unexpected EOF');
  }
}

function resize(image: Sharp, wanted: number, present: number): Sharp {
  return wanted === present ? image : image.resize(wanted, wanted, { kernel: 'lanczos3' });
}

async function compress(at: (side: number) => Sharp, start: number): Promise<{ jpeg: Buffer; side: number }> {
  let side = start;
  let quality = 80;
  for (;;) {
    const jpeg = await at(side).jpeg({ quality }).toBuffer();
    if (jpeg.length <= largestFile) return { jpeg, side };
    if (quality > 10) quality -= 10;
    else side = Math.floor(side * 0.8);
    if (side < smallestSide) {
      const limit = `max ${largestFile} bytes`;
      throw new PlainError(`image cannot be compressed enough to meet WhatsApp requirements (${limit})`);
    }
  }
}
