import { measureDistance, sameUpTo, signatureSide } from '../../../src/domain/picture.ts';
import type { Signature } from '../../../src/domain/picture.ts';

/** A way to tell how far apart two pictures are. */
export interface Measure {
  readonly name: string;
  readonly distance: (one: Signature, other: Signature) => number;
  /** Where it is fixed; the others get the best they can have without a false "same". */
  readonly sameUpTo?: number;
}

/** Ours, and the usual ones that it has to beat. */
export const measures: readonly Measure[] = [
  {
    name: 'window, by its variance (used)',
    distance: (one, other) => measureDistance(toPicture(one), toPicture(other)),
    sameUpTo,
  },
  {
    name: 'greatest difference of a cell',
    distance: (one, other) => Math.max(...differences(one, other, 32)),
  },
  { name: 'mean difference', distance: (one, other) => mean(differences(one, other, 32)) },
  {
    name: 'difference hash, 64 bits',
    distance: (one, other) => countBits(toDifferenceHash(one), toDifferenceHash(other)),
  },
  {
    name: 'DCT hash (pHash), 64 bits',
    distance: (one, other) => countBits(toDctHash(one), toDctHash(other)),
  },
];

function toPicture(signature: Signature) {
  return { signature, thumbnail: '' };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Differences of brightness, cell by cell, in a grid of `side`. */
function differences(one: Signature, other: Signature, side: number): number[] {
  const [a, b] = [toGrid(one, side, side), toGrid(other, side, side)];
  return a.map((value, index) => Math.abs(value - (b[index] ?? 0)));
}

/** Brightness in a grid of so many columns and rows. */
function toGrid(signature: Signature, columns: number, rows: number): number[] {
  const bytes = Buffer.from(signature, 'base64');
  const sums = Array.from({ length: columns * rows }, () => ({ sum: 0, count: 0 }));
  for (let cell = 0; cell < signatureSide ** 2; cell += 1) {
    const [red = 0, green = 0, blue = 0] = bytes.subarray(cell * 3, cell * 3 + 3);
    const column = Math.floor(((cell % signatureSide) * columns) / signatureSide);
    const row = Math.floor((Math.floor(cell / signatureSide) * rows) / signatureSide);
    const found = sums[row * columns + column];
    if (!found) continue;
    found.sum += 0.299 * red + 0.587 * green + 0.114 * blue;
    found.count += 1;
  }
  return sums.map(({ sum, count }) => sum / Math.max(1, count));
}

/** For each cell of 8 × 8 whether its right neighbour is brighter. */
function toDifferenceHash(signature: Signature): boolean[] {
  const grid = toGrid(signature, 9, 8);
  return Array.from({ length: 64 }, (_, at) => {
    const cell = Math.floor(at / 8) * 9 + (at % 8);
    return (grid[cell] ?? 0) < (grid[cell + 1] ?? 0);
  });
}

const waves = Array.from({ length: 8 }, (_, frequency) =>
  Array.from({ length: 32 }, (_, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / 64)),
);

function wave(at: number, frequency: number): number {
  return waves[frequency]?.[at] ?? 0;
}

/** For each of the 8 × 8 lowest frequencies whether it is above their median. */
function toDctHash(signature: Signature): boolean[] {
  const side = 32;
  const grid = toGrid(signature, side, side);
  const strengths = Array.from({ length: 64 }, (_, index) => {
    const [u, v] = [index % 8, Math.floor(index / 8)];
    return grid.reduce(
      (sum, value, at) => sum + value * wave(at % side, u) * wave(Math.floor(at / side), v),
      0,
    );
  });
  const median = strengths.toSorted((a, b) => a - b)[32] ?? 0;
  return strengths.map((strength) => strength > median);
}

function countBits(a: readonly boolean[], b: readonly boolean[]): number {
  return a.filter((bit, index) => bit !== b[index]).length;
}
