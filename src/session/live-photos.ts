import type { RecordEvent } from '../domain/event.ts';
import type { ReadPhoto } from '../domain/gateway.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { noPhoto, toPhotoKey } from '../domain/past.ts';
import { photoServes } from '../domain/patience.ts';
import type { DesiredPhoto, LivePhoto, Picture } from '../domain/picture.ts';
import { isSamePhoto } from '../domain/picture.ts';
import type { Avatar } from '../gowa/avatar.ts';
import type { LoadPhoto } from '../gowa/write.ts';
import { readPhotoFile } from '../photo/file.ts';
import { toPicture, toSquare, UnreadablePictureError } from '../photo/picture.ts';
import { preparePhoto, toSha256 } from '../photo/prepare.ts';
import type { Line } from './connect.ts';

/**
 * Asks for photos: one query each, and the picture itself only where neither an earlier run nor this one has seen under this
 * very id that it is the file's. What was seen to be what the file wants is recorded.
 */
export function createPhotoReader(line: Line, past: Past, record: RecordEvent): ReadPhoto {
  const seen = new Set<string>();
  return async (live, desired) => {
    const avatar = await line.reader.readAvatar(live.id, live.kind === 'community');
    if (avatar.kind === 'failed') return { kind: 'unread', text: avatar.text };
    const [id, sha256] = [avatar.kind === 'picture' ? avatar.id : noPhoto, toWanted(desired)];
    const key = toPhotoKey(live.id, id, sha256);
    const isSeen = seen.has(key) || past.photos.get(live.id)?.isOf(id, sha256) === true;
    const photo = isSeen ? toSeen(id, sha256) : await look(avatar, line.client.connection, desired);
    if (isSamePhoto(desired, photo) === true) {
      seen.add(key);
      await record({ type: 'photo-verified', group: live.id, id, sha256 });
    }
    return photo;
  };
}

/**
 * Reads photos for planning: what was asked for within the last day, and was what the file wants still, is not asked for, and
 * `onRecall` is told when it was.
 */
export function recallPhotos(
  read: ReadPhoto,
  { photos }: Past,
  now: number,
  onRecall: (askedAt: number) => void,
): ReadPhoto {
  return async (live, desired) => {
    const known = photos.get(live.id);
    const age = now - (known?.at ?? 0);
    const sha256 = toWanted(desired);
    if (known?.id === undefined || age < 0 || age >= photoServes) return read(live, desired);
    if (!known.isOf(known.id, sha256)) return read(live, desired);
    onRecall(known.at);
    return toSeen(known.id, sha256);
  };
}

/** The file's sha256, `noPhoto` where it wants none, nothing where it was not read. */
function toWanted(desired: DesiredPhoto): string {
  return desired.kind === 'none' ? noPhoto : (desired.picture?.sha256 ?? '');
}

function toSeen(id: string, sha256: string): LivePhoto {
  return sha256 === noPhoto ? { kind: 'none' } : { kind: 'picture', id, verified: sha256 };
}

type FoundAvatar = Extract<Avatar, { kind: 'picture' }>;

async function look(
  avatar: Exclude<Avatar, { readonly kind: 'failed' }>,
  gowa: Line['client']['connection'],
  desired: DesiredPhoto,
): Promise<LivePhoto> {
  return avatar.kind === 'picture' ? fetchPhoto(avatar, gowa, desired) : avatar;
}

/** For a photo that is to go, its picture is for the reports only, so it may be missing. */
async function fetchPhoto(
  { id, url }: FoundAvatar,
  gowa: Line['client']['connection'],
  desired: DesiredPhoto,
): Promise<LivePhoto> {
  // Brings undici along, which nobody needs who looks at files alone: a third of the time of `validate`.
  const { downloadPicture } = await import('../gowa/line/download.ts');
  const bytes = await downloadPicture(url, gowa);
  const picture = Buffer.isBuffer(bytes) ? await parse(bytes) : bytes;
  if (!('failed' in picture)) return { kind: 'picture', id, picture };
  return desired.kind === 'none' ? { kind: 'picture', id } : { kind: 'unread', text: picture.failed };
}

async function parse(bytes: Buffer): Promise<Picture | { readonly failed: string }> {
  try {
    return await toPicture(await toSquare(bytes));
  } catch (error) {
    if (error instanceof UnreadablePictureError) return { failed: error.message };
    throw error;
  }
}

/** Prepares what is sent from the file, which must still hold the bytes that were approved. */
export function createPhotoLoader(root: string, { groups }: Organisation): LoadPhoto {
  const files = new Map(groups.map(({ id, file }) => [id, file]));
  return async ({ group, after }) => {
    const file = files.get(group);
    if (file === undefined || after.kind === 'none' || !after.picture)
      return { refused: 'there is no photo to send' };
    const bytes = readPhotoFile(root, file, after.path);
    if (!Buffer.isBuffer(bytes))
      return { refused: `the photo's file cannot be read any more: ${bytes.detail}` };
    if (toSha256(bytes) !== after.picture.sha256) {
      return { refused: "the photo's file is not the one that was approved: it has changed since" };
    }
    return preparePhoto(bytes);
  };
}
