import type { GroupId, LiveGroup } from '../domain/group.ts';
import type { LivePhotoFile } from '../importing/plan-import.ts';
import { checkPhoto } from '../photo/check.ts';
import { findFormat } from '../photo/inspect.ts';
import type { Line } from './connect.ts';

/** The photos of these groups, one query each and the pause that reads keep; those that have one alone. */
export async function fetchPhotos(
  groups: readonly LiveGroup[],
  line: Line,
): Promise<ReadonlyMap<GroupId, LivePhotoFile>> {
  const photos = new Map<GroupId, LivePhotoFile>();
  for (const group of groups) {
    const photo = await fetchPhoto(group, line);
    if (photo) photos.set(group.id, photo);
  }
  return photos;
}

async function fetchPhoto(
  { id, kind }: LiveGroup,
  { reader, client }: Line,
): Promise<LivePhotoFile | undefined> {
  const avatar = await reader.readAvatar(id, kind === 'community');
  if (avatar.kind === 'none') return undefined;
  if (avatar.kind === 'hidden') return { reason: 'WhatsApp hides it' };
  if (avatar.kind === 'failed') return { reason: avatar.text };
  const { downloadPicture } = await import('../gowa/line/download.ts');
  const bytes = await downloadPicture(avatar.url, client.connection);
  if (!Buffer.isBuffer(bytes)) return { reason: bytes.failed };
  const mistake = checkPhoto(bytes);
  return mistake ? { reason: mistake.detail } : { bytes, ending: endings[findFormat(bytes) ?? 'jpeg'] };
}

const endings = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const;
