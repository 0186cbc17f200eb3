import type { Sharp } from 'sharp';
import { photoSide } from '../domain/whatsapp-facts.ts';
import type { Picture } from '../domain/picture.ts';
import { findFormat } from './inspect.ts';
import { loadSharp } from './load-sharp.ts';
import type { Square } from './signature.ts';
import { toSignature } from './signature.ts';

/** The largest side of a picture that is looked at. Pixels. */
export const largestSide = 8_000;

/** Half of what WhatsApp keeps: large enough to compare two side by side, small enough for a page of forty. Pixels. */
const thumbnailSide = 320;

/** Why most files that are no whole picture are not, as the end of a sentence about them. */
export const cutOffText = 'it is cut off or damaged';

/** Thrown for bytes that are no picture, are cut off, or have more pixels than are looked at; the message says which. */
export class UnreadablePictureError extends Error {
  override readonly name = 'UnreadablePictureError';
}

/** A picture's width and height as they are seen, EXIF orientation applied. Throws `UnreadablePictureError`. */
export async function readSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const image = await open(bytes);
  const { autoOrient } = await reading(image.metadata());
  return autoOrient;
}

/**
 * The one form in which pictures are compared and sent: upright, on white, in sRGB, the square in the middle, at most
 * 640 px, nothing but pixels. Throws `UnreadablePictureError`.
 */
export async function toSquare(bytes: Uint8Array): Promise<Square> {
  const { width, height } = await readSize(bytes);
  const side = Math.min(width, height, photoSide);
  const image = (await open(bytes))
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(side, side, { fit: 'cover', position: 'centre', kernel: 'lanczos3', fastShrinkOnLoad: false })
    .toColourspace('srgb')
    .removeAlpha();
  return { side, pixels: await reading(image.raw().toBuffer()) };
}

/** A square as plain data that can be compared and shown. */
export async function toPicture(square: Square): Promise<Picture> {
  const small = (await fromSquare(square)).resize(thumbnailSide, thumbnailSide);
  const jpeg = await small.jpeg({ quality: 70 }).toBuffer();
  return {
    signature: toSignature(square),
    thumbnail: `data:image/jpeg;base64,${jpeg.toString('base64')}`,
  };
}

/** A square as an image of the library. */
export async function fromSquare({ side, pixels }: Square): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } });
}

async function open(bytes: Uint8Array): Promise<Sharp> {
  if (!findFormat(bytes)) throw new UnreadablePictureError('it is no JPEG, PNG or WebP');
  const sharp = await loadSharp();
  return sharp(bytes, { failOn: 'error', limitInputPixels: largestSide * largestSide });
}

/** Whatever the library says of a file is about the file. */
async function reading<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UnreadablePictureError(toReason(error), { cause: error });
  }
}

function toReason({ message }: Error): string {
  if (/pixel limit/i.test(message)) return `it has more than ${largestSide} × ${largestSide} pixels`;
  return cutOffText;
}
