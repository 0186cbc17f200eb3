import type { ParsedGroup } from '../config/group.ts';
import { toMistake } from '../config/mistake.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { RecordEvent } from '../domain/event.ts';
import type { ReadPhoto } from '../domain/gateway.ts';
import type { DesiredGroup, LiveGroup } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Past } from '../domain/past.ts';
import { toPhotoKey } from '../domain/past.ts';
import type { DesiredPhoto, FilePicture, LivePhoto, Picture } from '../domain/picture.ts';
import { isSamePhoto } from '../domain/picture.ts';
import { UsageError } from '../errors.ts';
import type { Avatar } from '../gowa/avatar.ts';
import type { LoadPhoto } from '../gowa/write.ts';
import type { PhotoMistake } from '../photo/check.ts';
import { checkPhoto } from '../photo/check.ts';
import { readPhotoFile } from '../photo/file.ts';
import { NoSharpError } from '../photo/load-sharp.ts';
import { toPicture, toSquare, UnreadablePictureError } from '../photo/picture.ts';
import { encodeJpeg, isPhotoMistake, parsePhoto, preparePhoto, toSha256 } from '../photo/prepare.ts';
import type { Line } from './connect.ts';

/** The pictures of group files, by their path below the groups folder, and what is wrong with the others. */
export interface Photos {
  readonly pictures: ReadonlyMap<string, FilePicture>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at the photo of each of these groups that has one. Throws `UsageError` where sharp cannot be loaded. */
export function readPhotos(root: string, groups: readonly ParsedGroup[]): Promise<Photos> {
  return lookAt(root, groups, (bytes) => withSharp(() => parsePhoto(bytes)));
}

/** The same without pictures: their pixels are not looked at, so this is as quick as reading the files. */
export function checkPhotos(root: string, groups: readonly ParsedGroup[]): Promise<Photos> {
  return lookAt(root, groups, async (bytes) => checkPhoto(bytes));
}

async function lookAt(
  root: string,
  groups: readonly ParsedGroup[],
  look: (bytes: Buffer) => Promise<FilePicture | PhotoMistake | undefined>,
): Promise<Photos> {
  const pictures = new Map<string, FilePicture>();
  const diagnostics: Diagnostic[] = [];
  for (const { path: file, photo, settingSpans } of groups) {
    if (photo?.kind !== 'file') continue;
    const bytes = await readPhotoFile(root, file, photo.path);
    const result = Buffer.isBuffer(bytes) ? await look(bytes) : bytes;
    if (result && isPhotoMistake(result)) {
      diagnostics.push(toMistake(result.code, result.detail, settingSpans.photo));
    } else if (result) pictures.set(file, result);
  }
  return { pictures, diagnostics };
}

/** The organisation with the pictures of its photos. */
export function addPictures(organisation: Organisation, { pictures }: Photos): Organisation {
  const withPicture = (group: DesiredGroup): DesiredGroup => {
    const picture = pictures.get(group.file);
    return picture && group.photo?.kind === 'file' ? { ...group, photo: { ...group.photo, picture } } : group;
  };
  return { ...organisation, groups: organisation.groups.map(withPicture) };
}

/** The organisation as if no file said anything of photos. */
export function withoutPhotos(organisation: Organisation): Organisation {
  return { ...organisation, groups: organisation.groups.map(withoutPhoto) };
}

function withoutPhoto(group: DesiredGroup): DesiredGroup {
  const { photo: _, ...rest } = group;
  return rest;
}

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
    const photo = await fetchPhoto(avatar, line.client.connection.origin, desired);
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
  origin: string,
  desired: DesiredPhoto,
): Promise<LivePhoto> {
  // Brings undici along, which nobody needs who looks at files alone: a third of the time of `validate`.
  const { downloadPicture } = await import('../gowa/download.ts');
  const bytes = await downloadPicture(url, origin);
  const picture = Buffer.isBuffer(bytes) ? await look(bytes) : bytes;
  if (!('failed' in picture)) return { kind: 'picture', id, picture };
  return desired.kind === 'none' ? { kind: 'picture', id } : { kind: 'unread', text: picture.failed };
}

async function look(bytes: Buffer): Promise<Picture | { readonly failed: string }> {
  try {
    return await withSharp(async () => toPicture(await toSquare(bytes)));
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
    return withSharp(() => preparePhoto(bytes));
  };
}

/** The photos of files as a sandbox's world has them, by the path of the group's file; only those that were looked at. */
export async function encodePhotos(
  root: string,
  { groups }: Organisation,
): Promise<ReadonlyMap<string, { readonly id: string; readonly jpeg: string }>> {
  const encoded = new Map<string, { id: string; jpeg: string }>();
  for (const { file, photo } of groups) {
    if (photo?.kind !== 'file' || !photo.picture) continue;
    const bytes = await readPhotoFile(root, file, photo.path);
    if (!Buffer.isBuffer(bytes)) continue;
    const jpeg = await withSharp(() => encodeJpeg(bytes));
    encoded.set(file, { id: String(1_700_000_001 + encoded.size), jpeg: jpeg.toString('base64') });
  }
  return encoded;
}

async function withSharp<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoSharpError) throw new UsageError(error.message);
    throw error;
  }
}
