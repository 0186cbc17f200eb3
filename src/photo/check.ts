import type { FilePicture } from '../domain/picture.ts';
import { smallestPhotoSide } from '../domain/whatsapp-facts.ts';
import { findFormat, inspectPicture, isMoving } from './inspect.ts';
import { cutOffText, largestSide } from './picture.ts';

/** Why a file cannot be a group's photo. */
export interface PhotoMistake {
  /** "photo-unreadable", "photo-format" or "photo-size". */
  readonly code: 'photo-unreadable' | 'photo-format' | 'photo-size';
  /** What is wrong and what to do, full sentences. */
  readonly detail: string;
}

/** True for what is wrong, false for a picture. */
export function isPhotoMistake(result: FilePicture | PhotoMistake): result is PhotoMistake {
  return 'code' in result;
}

/** What is wrong with a photo, as far as it can be told without a look at its pixels. */
export function checkPhoto(bytes: Uint8Array): PhotoMistake | undefined {
  const format = findFormat(bytes);
  if (!format) return { code: 'photo-format', detail: formatText };
  const size = inspectPicture(bytes, format);
  if (!size) return toUnreadable(cutOffText);
  if (isMoving(bytes, format)) return { code: 'photo-format', detail: movingText };
  const { width, height } = size;
  const fits = Math.min(width, height) >= smallestPhotoSide && Math.max(width, height) <= largestSide;
  return fits ? undefined : { code: 'photo-size', detail: toSizeText(width, height) };
}

/** A photo that is one by its first bytes and cannot be used all the same. */
export function toUnreadable(reason: string): PhotoMistake {
  const detail = `This picture cannot be read: ${reason}. Open it in a program for pictures and save it anew.`;
  return { code: 'photo-unreadable', detail };
}

const formatText =
  'A photo must be a JPEG, a PNG or a WebP, and this file is none of them, whatever its name says. Save it as one.';

const movingText =
  'This picture moves. WhatsApp shows a still, and whoever looks at the file sees other pictures than that. Save the one that is meant as a picture that stands still.';

function toSizeText(width: number, height: number): string {
  const limits = `at least ${smallestPhotoSide} px on its shorter side and at most ${largestSide} px on its longer one`;
  return `This picture has ${width} × ${height} px, and a photo must have ${limits}. Make it ${Math.min(width, height) < smallestPhotoSide ? 'larger' : 'smaller'}.`;
}
