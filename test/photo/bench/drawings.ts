import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { drawWord } from './letters.ts';

/** What a drawing can be made with another of. */
interface Traits {
  readonly word: string;
  readonly colour: string;
  /** How far what is drawn stands from its place, of 640. */
  readonly shift: number;
}

/** One picture of the experiment, and those that people take for others although little differs. */
export interface Sample {
  readonly name: string;
  readonly image: Buffer;
  readonly neighbours: ReadonlyMap<string, Buffer>;
}

/** Words that differ in one letter, or two. */
const words = [
  ['CHOIR', 'CHAIR'],
  ['ALTOS', 'ALOES'],
  ['BASS', 'BASE'],
  ['BOOK CLUB', 'BOOT CLUB'],
  ['TENORS', 'TENDRS'],
  ['TEAM A', 'TEAM B'],
  ['YEAR 7', 'YEAR 8'],
  ['2025', '2026'],
  ['PARENTS', 'PATENTS'],
  ['HIKERS', 'BIKERS'],
  ['LATE SHIFT', 'DATE SHIFT'],
  ['ROOM 12', 'ROOM 15'],
] as const;

/** Colours beside one another on a paint card: as near as people still call them two. */
const colours = [
  ['#1b4f72', '#2471a3'],
  ['#7b241c', '#a93226'],
  ['#145a32', '#1e8449'],
  ['#6c3483', '#8e44ad'],
  ['#b9770e', '#d68910'],
  ['#2e4053', '#4d6275'],
  ['#c0392b', '#c9672b'],
  ['#2980b9', '#29a0b9'],
] as const;

/** Widths and heights of the files, pixels. */
const sizes = [
  [640, 640],
  [1024, 1024],
  [1200, 800],
  [480, 480],
  [800, 1400],
] as const;

type Draw = (traits: Traits, index: number) => string;

/** Each draws into a square of 640. */
const styles: Readonly<Record<string, Draw>> = {
  logo: ({ word, colour, shift }, index) =>
    `<rect width="640" height="640" fill="${['#ffffff', '#f5eef8', '#fdf2e9'][index % 3]}"/>
     <g transform="translate(${shift} ${shift / 2})"><circle cx="250" cy="220" r="${100 + (index % 3) * 25}" fill="${colour}"/>
     <rect x="360" y="170" width="120" height="80" fill="${colour}" opacity="0.6"/></g>
     ${drawWord(word, 320, 430, [90, 48, 30][index % 3] ?? 60, colour)}`,
  poster: ({ word, colour, shift }, index) =>
    `<rect width="640" height="640" fill="${colour}"/>
     <rect x="${40 + shift}" y="${60 + shift}" width="300" height="14" fill="#ffffff"/>
     ${drawWord(word, 320, 150 + (index % 4) * 60, [70, 48, 56][index % 3] ?? 50, '#ffffff')}
     ${drawWord('SUNDAYS IN THE HALL', 320, 540, 22, '#ffffff')}`,
  gradient: ({ word, colour, shift }, index) =>
    `<defs><linearGradient id="g" x1="0" y1="0" x2="${index % 2}" y2="1"><stop offset="0" stop-color="${colour}"/>
     <stop offset="1" stop-color="#fef9e7"/></linearGradient></defs><rect width="640" height="640" fill="url(#g)"/>
     <path d="M${60 + shift} 500 L${200 + shift} 260 L${300 + shift} 420 L${380 + shift} 330 L${480 + shift} 500Z" fill="#fdfefe" opacity="0.9"/>
     ${drawWord(word, 320, 90, 60, '#fdfefe')}`,
  badge: ({ word, colour, shift }, index) =>
    `<rect width="640" height="640" fill="#fbfcfc"/><circle cx="320" cy="320" r="290" fill="none" stroke="${colour}" stroke-width="${14 + (index % 3) * 8}"/>
     <path transform="translate(${shift} ${shift})" d="M320 110 L350 200 L440 200 L370 255 L395 340 L320 290Z" fill="${colour}"/>
     ${drawWord(word, 320, 400, 44, colour)}`,
};

/** So many of each style of drawing, and of photographs. */
const drawn = 14;
const photographs = 14;

/** All samples, one after another: they take more memory than they need to. */
export async function* makeSamples(): AsyncGenerator<Sample> {
  for (const [style, draw] of Object.entries(styles)) {
    for (let index = 0; index < drawn; index += 1) yield makeDrawn(`${style} ${index + 1}`, draw, index);
  }
  for (let index = 0; index < photographs; index += 1) yield makePhotograph(index);
}

async function makeDrawn(name: string, draw: Draw, index: number): Promise<Sample> {
  const [word, otherWord] = words[index % words.length] ?? words[0];
  const [colour, otherColour] = colours[index % colours.length] ?? colours[0];
  const traits = { word, colour, shift: 0 };
  const render = (changed: Partial<Traits>) => toFile(draw({ ...traits, ...changed }, index), index);
  const image = await render({});
  const neighbours = new Map([
    ['another word', await render({ word: otherWord })],
    ['another colour', await render({ colour: otherColour })],
    ['moved by 2 %', await render({ shift: 13 })],
    ...(await turn(image)),
  ]);
  return { name, image, neighbours };
}

async function toFile(body: string, index: number): Promise<Buffer> {
  const [width, height] = sizes[index % sizes.length] ?? sizes[0];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 640 640" preserveAspectRatio="xMidYMid meet">${body}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).png({ compressionLevel: 1 }).toBuffer();
}

/** Quick to make, and without loss. */
function toPng(image: Sharp): Promise<Buffer> {
  return image.png({ compressionLevel: 1 }).toBuffer();
}

/** Mirrored and turned. */
async function turn(image: Buffer): Promise<[string, Buffer][]> {
  return [
    ['mirrored', await toPng(sharp(image).flop())],
    ['turned by 90°', await toPng(sharp(image).rotate(90))],
  ];
}

/** Clouds of many sizes, as much like a photograph as arithmetic gets: soft shapes, fine texture, some grain. */
async function makePhotograph(index: number): Promise<Sample> {
  const random = makeRandom(index + 1);
  const pixels = new Float64Array(640 * 640 * 3).fill(128);
  const layers = [
    [4, 80],
    [9, 45],
    [23, 30],
    [70, 18],
    [210, 10],
    [640, (index % 4) * 7],
  ] as const;
  for (const [grid, strength] of layers) {
    const raw = Buffer.from(Array.from({ length: grid * grid * 3 }, () => Math.floor(random() * 256)));
    const noise = sharp(raw, { raw: { width: grid, height: grid, channels: 3 } });
    const layer = await noise.resize(640, 640, { kernel: 'cubic' }).raw().toBuffer();
    for (const [at, value] of layer.entries())
      pixels[at] = (pixels[at] ?? 0) + ((value - 128) / 128) * strength;
  }
  const raw = Buffer.from(Uint8ClampedArray.from(pixels));
  const image = await sharp(raw, { raw: { width: 640, height: 640, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const moved = sharp(image).extract({ left: 13, top: 6, width: 627, height: 627 }).resize(640, 640);
  const neighbours = new Map([
    ['another colour', await sharp(image).modulate({ hue: 15 }).png({ compressionLevel: 1 }).toBuffer()],
    ['moved by 2 %', await moved.png({ compressionLevel: 1 }).toBuffer()],
    ...(await turn(image)),
  ]);
  return { name: `photograph ${index + 1}`, image, neighbours };
}

/** Numbers from 0 up to 1, the same for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
