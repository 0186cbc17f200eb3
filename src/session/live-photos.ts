import type { RecordEvent } from '../domain/event.ts';
import type { ReadPhoto } from '../domain/gateway.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { toPhotoKey } from '../domain/past.ts';
import type { DesiredPhoto, LivePhoto, Picture } from '../domain/picture.ts';
import { isSamePhoto } from '../domain/picture.ts';
import type { Avatar } from '../gowa/avatar.ts';
import type { LoadPhoto } from '../gowa/write.ts';
import { readPhotoFile } from '../photo/file.ts';
import { toPicture, toSquare, UnreadablePictureError } from '../photo/picture.ts';
import { preparePhoto, toSha256 } from '../photo/prepare.ts';
import type { Line } from './connect.ts';

/**
 * Reads photos for planning: one query each, and the picture itself only where neither an earlier run nor this one has
 * seen under this very id that it is the file's. What was seen is recorded.
 */
export function createPhotoReader(line: Line, past: Past, record: RecordEvent): ReadPhoto {
  const seen = new Set<string>();
  return async (live, desired) => {
    const avatar = await line.reader.readAvatar(live.id, live.kind === 'community');
    if (avatar.kind === 'failed') return { kind: 'unread', text: avatar.text };
    if (avatar.kind !== 'picture') return avatar;
    const key = toKey(live, avatar, desired);
    if (key && (seen.has(key.name) || past.photos.has(key.name))) {
      return { kind: 'picture', id: avatar.id, verified: key.sha256 };
    }
    const photo = await fetchPhoto(avatar, line.client.connection, desired);
    if (key && isSamePhoto(desired, photo)) {
      seen.add(key.name);
      await record({ type: 'photo-verified', group: live.id, id: avatar.id, sha256: key.sha256 });
    }
    return photo;
  };
}

type FoundAvatar = Extract<Avatar, { kind: 'picture' }>;

function toKey({ id: group }: LiveGroup, { id }: FoundAvatar, desired: DesiredPhoto) {
  const sha256 = desired.kind === 'file' ? desired.picture?.sha256 : undefined;
  return sha256 === undefined ? undefined : { name: toPhotoKey(group, id, sha256), sha256 };
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
  const picture = Buffer.isBuffer(bytes) ? await look(bytes) : bytes;
  if (!('failed' in picture)) return { kind: 'picture', id, picture };
  return desired.kind === 'none' ? { kind: 'picture', id } : { kind: 'unread', text: picture.failed };
}

async function look(bytes: Buffer): Promise<Picture | { readonly failed: string }> {
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
    const bytes = await readPhotoFile(root, file, after.path);
    if (!Buffer.isBuffer(bytes))
      return { refused: `the photo's file cannot be read any more: ${bytes.detail}` };
    if (toSha256(bytes) !== after.picture.sha256) {
      return { refused: "the photo's file is not the one that was approved: it has changed since" };
    }
    return preparePhoto(bytes);
  };
}
