/** What the first bytes of a picture say, and whether its end is there. */
export interface Inspection {
  /** Pixels, as stored: a picture that is to be turned has them the other way round. */
  readonly width: number;
  readonly height: number;
}

/** Formats that GOWA takes (docs/gowa.md#15-group-photo). */
export type Format = 'jpeg' | 'png' | 'webp';

/** The format by the first bytes. Nothing else is handed to the library: it would open SVG, PDF and a dozen more. */
export function findFormat(bytes: Uint8Array): Format | undefined {
  const head = toBuffer(bytes).toString('latin1', 0, 16);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  return /^RIFF[\s\S]{4}WEBP/.test(head) ? 'webp' : undefined;
}

/**
 * The size of a picture, without a look at its pixels and without the library, which takes as long to load as Node
 * itself. Undefined where a header does not make sense, or where the file ends before the picture does.
 */
export function inspectPicture(bytes: Uint8Array, format: Format): Inspection | undefined {
  const size = readers[format](toBuffer(bytes));
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/**
 * True for a picture that moves: a browser plays it, and what WhatsApp gets is one still of it, which need not be among those
 * that are played (PNG, third edition, 11.3.6.1: an `acTL` before the picture's data; RFC 9649, 2.7: a flag).
 */
export function isMoving(bytes: Uint8Array, format: Format): boolean {
  const all = toBuffer(bytes);
  if (format === 'png') return findChunkTypes(all).includes('acTL');
  return format === 'webp' && all.toString('latin1', 12, 16) === 'VP8X' && ((all[20] ?? 0) & 0x02) !== 0;
}

/** The chunks of a PNG before its data. */
function findChunkTypes(bytes: Buffer): string[] {
  const types: string[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT' || type === 'IEND') break;
    types.push(type);
  }
  return types;
}

const readers = { jpeg: readJpeg, png: readPng, webp: readWebp } as const;

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** ITU-T T.81, annex B: segments, each with its length, until the first scan; somewhere behind it the end of the image. */
function readJpeg(bytes: Buffer): Inspection | undefined {
  let size: Inspection | undefined;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    if (isFrame(marker)) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (marker === 0xda) return bytes.includes('\xff\xd9', next, 'latin1') ? size : undefined;
    // Any number of these may fill the space before a marker.
    at = marker === 0xff ? at + 1 : next;
  }
  return undefined;
}

/** Start-of-frame markers; three of that range are something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** PNG (third edition), 11.2: the header is the first chunk, and the last one is empty. */
function readPng(bytes: Buffer): Inspection | undefined {
  if (bytes.length < 45 || bytes.toString('latin1', 12, 16) !== 'IHDR' || !bytes.includes('IEND'))
    return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** RFC 9649: the length of all, then the first chunk, which is one of three kinds. */
function readWebp(bytes: Buffer): Inspection | undefined {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L':
      return toLosslessSize(bytes.readUInt32LE(21));
    default:
      return undefined;
  }
}

/** Two numbers of 14 bits, each less by one. */
function toLosslessSize(bits: number): Inspection {
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
