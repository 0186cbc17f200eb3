import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { PhotoMistake } from './check.ts';

/** GOWA takes no larger files (contract 1.5). Bytes. */
const sizeLimit = 10 * 1024 * 1024;

/**
 * The bytes of a photo, or why there are none. `root` is the groups folder, `file` the group's file below it, and
 * `path` is relative to that file. Whatever links and dots do, nothing outside the folder is read: a pull request must
 * not be able to send a file that nobody reviewed.
 */
export async function readPhotoFile(
  root: string,
  file: string,
  path: string,
): Promise<Buffer | PhotoMistake> {
  const place = join(root, dirname(file), path);
  try {
    const [base, target] = [await realpath(root), await realpath(place)];
    if (!target.startsWith(base + sep)) return unreadable(`It lies outside of \`${root}\`. ${outsideText}`);
    return await readBytes(target);
  } catch (error) {
    return unreadable(toReason(error));
  }
}

/** Looks at the opened file, not at its name: another one may have taken its place since. */
async function readBytes(path: string): Promise<Buffer | PhotoMistake> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (!found.isFile()) return unreadable('It is no regular file. Name a picture.');
    if (found.size > sizeLimit) {
      const detail = `This file has ${(found.size / 1024 / 1024).toFixed(1)} MiB, and GOWA takes at most 10. Make it smaller: WhatsApp shows 640 × 640 px.`;
      return { code: 'photo-size', detail };
    }
    return await handle.readFile();
  } finally {
    await handle.close();
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
