import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { DesiredGroup } from '../domain/group.ts';
import { UsageError } from '../errors.ts';

/** The endings of pictures, by their format. */
const endings = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const;

/**
 * Where a group's picture is to lie, relative to its file: in the place of the photo that it has, if that is its own and
 * of this format; else `photos/` and the name of the file, with a number where something lies there already. No other
 * group's photo is ever in that place. `root`: the groups folder; `groups`: all of them. Throws a `UsageError` where the
 * folder of photos leads elsewhere.
 */
export function choosePhotoPath(
  { file, photo }: DesiredGroup,
  format: keyof typeof endings,
  { root, groups }: { readonly root: string; readonly groups: readonly DesiredGroup[] },
): string {
  const ending = endings[format];
  const taken = new Set(
    groups.flatMap((other) =>
      other.file !== file && other.photo?.kind === 'file' ? [toPlace(other.file, other.photo.path)] : [],
    ),
  );
  const isFree = (path: string) => !taken.has(toPlace(file, path));
  const own = photo?.kind === 'file' ? photo.path : undefined;
  if (own?.toLowerCase().endsWith(`.${ending}`) && isFree(own) && isPlain(root, join(dirname(file), own)))
    return own;
  const folder = join(root, dirname(file), 'photos');
  if (isThere(folder) && !isWithin(root, folder))
    throw new UsageError(`${folder} leads out of ${root}, so no picture is put there.`);
  const slug = basename(file)
    .replace(/\.ya?ml$/i, '')
    .replaceAll(/[\\\p{Cc}]/gu, '-');
  for (let n = 1; ; n += 1) {
    const path = `photos/${slug}${n === 1 ? '' : `-${n}`}.${ending}`;
    if (isFree(path) && !isThere(join(root, dirname(file), path))) return path;
  }
}

/** One for all ways to write a place, on disks too that take no notice of capitals or of how accents are stored. */
function toPlace(file: string, path: string): string {
  return join(dirname(file), path).normalize('NFC').toLowerCase();
}

/** True for a regular file that lies in the folder by itself, and by no link. */
function isPlain(root: string, path: string): boolean {
  const place = join(root, path);
  return lstatSync(place, { throwIfNoEntry: false })?.isFile() === true && isWithin(root, dirname(place));
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** True where a folder lies in another one, whatever links lead to it. */
function isWithin(root: string, folder: string): boolean {
  const [base, place] = [realpathSync(root), realpathSync(folder)];
  return place === base || place.startsWith(base + sep);
}
