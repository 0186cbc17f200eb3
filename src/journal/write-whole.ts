import { writeSync } from 'node:fs';

/** Writes a text where a file's handle stands; a disk may take fewer bytes than it is given. Returns their number. */
export function writeWhole(handle: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done, bytes.length - done);
  return bytes.length;
}
