import { unzipSync } from 'fflate';
import { sizeLimit } from '../plan-limits.ts';

/**
 * One file out of a zip archive; undefined where it is not in it. Throws for what is no archive, and for a file that would
 * grow too large: nobody knows who packed it before its seal is looked at.
 */
export function readZipEntry(zip: Uint8Array, name: string): Buffer | undefined {
  const files = unzipSync(zip, {
    filter: (file) => {
      if (file.name !== name) return false;
      if (file.originalSize > sizeLimit) throw new Error('A file in the archive is too large.');
      return true;
    },
  });
  const bytes = files[name];
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
