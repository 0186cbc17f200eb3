import sharp from 'sharp';
import { onceEach } from '../../src/domain/lazy/once.ts';

/** A drawing that is different in every corner and on either side; `mark` is the colour of one part of it. */
export async function drawPicture(width = 640, height = width, mark = '#7b241c'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none">
    <rect width="100" height="100" fill="#f5eef8"/><circle cx="35" cy="35" r="18" fill="${mark}"/>
    <path d="M60 20H85V40Z" fill="#1b4f72"/><rect x="15" y="70" width="60" height="8" fill="#145a32"/></svg>`;
  return drawOnWhite(svg);
}

/** Kept: most tests ask for one of a few drawings. */
const drawOnWhite = onceEach((svg) =>
  sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).png().toBuffer(),
);

/** The same picture as WhatsApp gives it back: another JPEG. */
export async function encodeAgain(bytes: Buffer, side = 640, quality = 60): Promise<Buffer> {
  return sharp(bytes).resize(side, side).jpeg({ quality }).toBuffer();
}
