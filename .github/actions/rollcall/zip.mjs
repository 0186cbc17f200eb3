import { inflateRawSync } from 'node:zlib';

/** Bytes. */
const sizeLimit = 64 * 1024 * 1024;

/** One file out of a zip archive; undefined where it is not in it. Reads the directory at the end, as zip wants it. */
export function readZipEntry(zip, name) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('This is no zip archive.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, size] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
    ];
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const found = zip.toString('utf8', at + 46, at + 46 + lengths[0]);
    if (found === name) return unpack(zip, { method, packed, size, at: zip.readUInt32LE(at + 42) });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return undefined;
}

function unpack(zip, { method, packed, size, at }) {
  if (size > sizeLimit) throw new Error('A file in the archive is too large.');
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(start, start + packed);
  return method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: sizeLimit });
}
