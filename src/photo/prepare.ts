import { createHash } from 'node:crypto';
import type { FilePicture } from '../domain/picture.ts';
import { checkPhoto, toUnreadable } from './check.ts';
import type { PhotoMistake } from './check.ts';
import { fromSquare, toPicture, toSquare, UnreadablePictureError } from './picture.ts';

/** The picture that a file's bytes come to, or what is wrong with them. */
export async function parsePhoto(bytes: Uint8Array): Promise<FilePicture | PhotoMistake> {
  const mistake = checkPhoto(bytes);
  if (mistake) return mistake;
  try {
    return { ...(await toPicture(await toSquare(bytes))), sha256: toSha256(bytes) };
  } catch (error) {
    if (error instanceof UnreadablePictureError) return toUnreadable(error.message);
    throw error;
  }
}

/**
 * What is sent for a file: a PNG of the very square that was compared and shown, so that GOWA, which ignores EXIF
 * orientation, colour profiles and transparency (docs/gowa.md#15-group-photo), has nothing to decide. Throws
 * `UnreadablePictureError`.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<Buffer> {
  const image = await fromSquare(await toSquare(bytes));
  return image.png().toBuffer();
}

/**
 * The picture that would be sent for a file, as a JPEG much as WhatsApp would give it back. Throws
 * `UnreadablePictureError`.
 */
export async function encodeJpeg(bytes: Uint8Array): Promise<Buffer> {
  const image = await fromSquare(await toSquare(bytes));
  return image.jpeg({ quality: 75 }).toBuffer();
}

/** The SHA-256 of a file's bytes as 64 hex digits. */
export function toSha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
