import { inflateRawSync } from 'node:zlib';

/** Bytes. */
const sizeLimit = 64 * 1024 * 1024;

interface Packed {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** One file out of a zip archive; undefined where it is not in it. Reads the directory at the end, as zip wants it. */
export function readZipEntry(zip: Buffer, name: string): Buffer | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('This is no zip archive.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return unpack(zip, toPacked(zip, at));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return undefined;
}

function toPacked(zip: Buffer, at: number): Packed {
  return {
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
  };
}

function unpack(zip: Buffer, { method, packed, size, at }: Packed): Buffer {
  if (size > sizeLimit) throw new Error('A file in the archive is too large.');
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(start, start + packed);
  return method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: sizeLimit });
}
