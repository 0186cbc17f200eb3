import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { guardWriting } from './storage-error.ts';

/**
 * The first folder on the way from `folder` to a file below it that is a link, or no folder: what is written behind it would come
 * to lie elsewhere. Undefined where there is none; what is not there yet is none. `path`: below `folder`, with slashes. Throws
 * `StorageError` where nobody may look.
 */
export function findForeignFolder(folder: string, path: string): string | undefined {
  const names = path.split('/').slice(0, -1);
  const places = names.map((_, at) => join(folder, ...names.slice(0, at + 1)));
  return places.find((place) => {
    const found = guardWriting(place, () => lstatSync(place, { throwIfNoEntry: false }));
    return found !== undefined && !found.isDirectory();
  });
}

/** What to say of such a folder. */
export function tellForeignFolder(place: string): string {
  return `${place} is no folder of its own. Nothing is written through a link to elsewhere: make it a folder, or remove it.`;
}
