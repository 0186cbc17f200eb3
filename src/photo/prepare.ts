import { createHash } from 'node:crypto';
import type { FilePicture } from '../domain/picture.ts';
import {
  findFormat,
  fromSquare,
  largestSide,
  readSize,
  toPicture,
  toSquare,
  UnreadablePictureError,
} from './picture.ts';

/** The shorter side of a photo at least: WhatsApp refuses much smaller ones (contract 1.5). Pixels. */
const smallestSide = 192;

/** Why a file cannot be a group's photo. */
export interface PhotoMistake {
  /** "photo-unreadable", "photo-format" or "photo-size". */
  readonly code: 'photo-unreadable' | 'photo-format' | 'photo-size';
  /** What is wrong and what to do, full sentences. */
  readonly detail: string;
}

/** The picture that a file's bytes come to, or what is wrong with them. */
export async function parsePhoto(bytes: Uint8Array): Promise<FilePicture | PhotoMistake> {
  if (!findFormat(bytes)) return { code: 'photo-format', detail: formatText };
  try {
    const { width, height } = await readSize(bytes);
    if (Math.min(width, height) < smallestSide || Math.max(width, height) > largestSide) {
      return { code: 'photo-size', detail: toSizeText(width, height) };
    }
    return { ...(await toPicture(await toSquare(bytes))), sha256: toSha256(bytes) };
  } catch (error) {
    if (!(error instanceof UnreadablePictureError)) throw error;
    const detail = `This picture cannot be read: ${error.message}. Open it in a program for pictures and save it anew.`;
    return { code: 'photo-unreadable', detail };
  }
}

/** True for what is wrong, false for a picture. */
export function isPhotoMistake(result: FilePicture | PhotoMistake): result is PhotoMistake {
  return 'code' in result;
}

/**
 * What is sent for a file: a PNG of the very square that was compared and shown, so that GOWA, which ignores EXIF
 * orientation, colour profiles and transparency (contract 1.5), has nothing to decide. Throws `UnreadablePictureError`.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<Buffer> {
  const image = await fromSquare(await toSquare(bytes));
  return image.png().toBuffer();
}

/** The same as a JPEG, much as WhatsApp would give it back. Throws `UnreadablePictureError`. */
export async function encodeJpeg(bytes: Uint8Array): Promise<Buffer> {
  const image = await fromSquare(await toSquare(bytes));
  return image.jpeg({ quality: 75 }).toBuffer();
}

/** 64 hex digits. */
export function toSha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const formatText =
  'A photo must be a JPEG, a PNG or a WebP, and this file is none of them, whatever its name says. Save it as one.';

function toSizeText(width: number, height: number): string {
  const limits = `at least ${smallestSide} px on its shorter side and at most ${largestSide} px on its longer one`;
  return `This picture has ${width} × ${height} px, and a photo must have ${limits}. Make it ${Math.min(width, height) < smallestSide ? 'larger' : 'smaller'}.`;
}
