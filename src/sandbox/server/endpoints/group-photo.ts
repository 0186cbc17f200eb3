import { PlainError, toFailure, toSuccess } from '../answer.ts';
import { bindBody } from '../go/bind.ts';
import { requireClient } from '../call.ts';
import { sanitizePhone } from '../gowa-jid.ts';
import { parseMultipart } from '../go/multipart.ts';
import { checkReadable, detectFormat, processPhoto } from '../photo.ts';
import { findRecipient } from '../recipients.ts';
import { setPhotoRequest } from '../go/structs.ts';
import { required, validate } from '../go/validate.ts';
import { setPicture } from '../whatsmeow.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { HttpRequest } from '../http-request.ts';
import type { Part } from '../go/multipart.ts';

const contentTypes = ['', 'image/jpeg', 'image/jpg', 'image/png', 'image/webp'];
const photoFormats = ['jpeg', 'png', 'webp'];
/** Largest file GOWA looks at, bytes (docs/gowa.md#15-group-photo). */
const largestInput = 10 * 1024 * 1024;

/**
 * `POST /group/photo`: no file named `photo` in a multipart body *removes* the photo (docs/gowa.md#15-group-photo,
 * #t16).
 */
export async function setPhoto(call: Call): Promise<Answer> {
  const body = bindBody(call.request, setPhotoRequest);
  const groupId = sanitizePhone(body.group_id);
  const file = findPhoto(call.request);
  const complaint = file && (await findComplaint(file));
  if (complaint !== undefined) {
    return toFailure(400, 'INVALID_IMAGE_FORMAT', `Image validation failed: ${complaint}`);
  }
  validate({ group_id: required(groupId) });
  requireClient(call);
  const jid = await findRecipient(call, groupId);
  const id = await setPicture(call, jid, file && (await processPhoto(file.content)));
  const message = file === undefined ? 'Success remove group photo' : 'Success update group photo';
  return toSuccess(message, { picture_id: id, message });
}

function findPhoto(request: HttpRequest): Part | undefined {
  const contentType = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data/i.test(contentType)) return undefined;
  const parts = parseMultipart(contentType, request.body) ?? [];
  return parts.find((part) => part.name === 'photo' && part.filename !== undefined);
}

async function findComplaint(file: Part): Promise<string | undefined> {
  const contentType = file.contentType ?? '';
  if (!contentTypes.includes(contentType)) {
    return `unsupported image format: ${contentType} (supported: JPEG, PNG, WebP)`;
  }
  if (file.content.length > largestInput) {
    return `image file too large: ${file.content.length} bytes (max 10MB for processing)`;
  }
  const format = detectFormat(file.content);
  if (format === undefined) return 'invalid image file: image: unknown format';
  if (!photoFormats.includes(format)) return `unsupported image format detected: ${format}`;
  return await checkReadable(file.content).then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof PlainError)) throw error;
      return `invalid image file: ${error.message}`;
    },
  );
}
