import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { photoBytesLimit, photoSide } from '../domain/whatsapp-facts.ts';
import type { PhotoMistake } from './check.ts';

/**
 * The bytes of a photo, or why there are none. `root` is the groups folder, `file` the group's file below it, and
 * `path` is relative to that file. Whatever links and dots do, nothing outside the folder is read: a pull request must
 * not be able to send a file that nobody reviewed.
 */
export function readPhotoFile(root: string, file: string, path: string): Buffer | PhotoMistake {
  try {
    const place = findPlace(root, join(dirname(file), path));
    const [base, target] = [realpathSync.native(root), realpathSync.native(place)];
    if (!target.startsWith(base + sep)) return unreadable(`It lies outside of \`${root}\`. ${outsideText}`);
    return readBytes(target);
  } catch (error) {
    return unreadable(toReason(error));
  }
}

/**
 * The place as it is written, else that of the one file that is called so when letters and their accents are put
 * together: macOS, and whoever copied from there, write é in two characters, and nobody sees it.
 */
function findPlace(root: string, path: string): string {
  let place = root;
  for (const part of path.split(/[/\\]/)) {
    const isThere = part === '..' || part === '.' || lstatSync(join(place, part), { throwIfNoEntry: false });
    place = join(place, isThere ? part : (findSameName(place, part) ?? part));
  }
  return place;
}

function findSameName(folder: string, name: string): string | undefined {
  const names = readNames(folder);
  const [same, ...others] = names.filter((each) => each.normalize('NFC') === name.normalize('NFC'));
  return others.length === 0 ? same : undefined;
}

/** None in a folder that cannot be opened. */
function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Looks at the opened file, not at its name: another one may have taken its place since. */
function readBytes(path: string): Buffer | PhotoMistake {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return unreadable('It is no regular file. Name a picture.');
    if (found.size > photoBytesLimit) {
      const detail = `This file has ${(found.size / 1024 / 1024).toFixed(1)} MiB, and GOWA takes at most ${photoBytesLimit / 1024 / 1024}. Make it smaller: WhatsApp shows ${photoSide} × ${photoSide} px.`;
      return { code: 'photo-size', detail };
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

const outsideText = 'Put the picture itself into the folder; a link that leads out of it is not followed.';

function unreadable(detail: string): PhotoMistake {
  return { code: 'photo-unreadable', detail };
}

function toReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return 'There is no such file. The path is relative to the file of the group; upper and lower case count.';
  }
  return `It cannot be read (${code}). Check its permissions.`;
}
