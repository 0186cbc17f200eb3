import type { ParsedGroup } from '../config/groups/parse-group.ts';
import { toMistake } from '../config/mistake.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { DesiredGroup } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { FilePicture } from '../domain/picture.ts';
import type { PhotoMistake } from '../photo/check.ts';
import { checkPhoto, isPhotoMistake } from '../photo/check.ts';
import { readPhotoFile } from '../photo/file.ts';

/** The pictures of group files, by their path below the groups folder, and what is wrong with the others. */
export interface Photos {
  readonly pictures: ReadonlyMap<string, FilePicture>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at the photo of each of these groups that has one. Throws `NoSharpError` where sharp cannot be loaded. */
export async function readPhotos(root: string, groups: readonly ParsedGroup[]): Promise<Photos> {
  const { parsePhoto } = await import('../photo/prepare.ts');
  return lookAt(root, groups, parsePhoto);
}

/**
 * What is wrong with the photos of these groups. Their pixels are not looked at, so this is as quick as reading the
 * files.
 */
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
    const bytes = readPhotoFile(root, file, photo.path);
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

/** The photos of files as a sandbox's world has them, by the path of the group's file; only those that were looked at. */
export async function encodePhotos(
  root: string,
  { groups }: Organisation,
): Promise<ReadonlyMap<string, { readonly id: string; readonly jpeg: string }>> {
  const { encodeJpeg } = await import('../photo/prepare.ts');
  const encoded = new Map<string, { id: string; jpeg: string }>();
  for (const { file, photo } of groups) {
    if (photo?.kind !== 'file' || !photo.picture) continue;
    const bytes = readPhotoFile(root, file, photo.path);
    if (!Buffer.isBuffer(bytes)) continue;
    const jpeg = await encodeJpeg(bytes);
    encoded.set(file, { id: String(1_700_000_001 + encoded.size), jpeg: jpeg.toString('base64') });
  }
  return encoded;
}
