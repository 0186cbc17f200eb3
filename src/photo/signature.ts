import type { Signature } from '../domain/picture.ts';
import { signatureSide } from '../domain/picture.ts';

/** A square of pixels: red, green and blue, a byte each, row by row. */
export interface Square {
  /** Pixels. */
  readonly side: number;
  readonly pixels: Uint8Array;
}

const channels = 3;

/**
 * The signature of a square, whatever its side. Averages are taken here and not by a library's resizing, whose
 * short cuts for JPEG move edges by parts of a pixel: nearly twice the noise in a first experiment.
 */
export function toSignature({ side, pixels }: Square): Signature {
  const columns = shrinkAndTurn(pixels, side, side);
  const cells = shrinkAndTurn(columns, signatureSide, side);
  return Buffer.from(cells.map(Math.round)).toString('base64') as Signature;
}

/** Shrinks every line of `length` pixels to the signature's side and turns lines into columns; twice is upright. */
function shrinkAndTurn(values: ArrayLike<number>, lines: number, length: number): Float64Array {
  const turned = new Float64Array(signatureSide * lines * channels);
  const cells = Array.from({ length: signatureSide }, (_, cell) => findShares(cell, length));
  for (let line = 0; line < lines; line += 1) {
    for (const { cell, first, shares } of cells) {
      let from = (line * length + first) * channels;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let index = 0; index < shares.length; index += 1) {
        const share = shares[index] ?? 0;
        red += share * (values[from] ?? 0);
        green += share * (values[from + 1] ?? 0);
        blue += share * (values[from + 2] ?? 0);
        from += channels;
      }
      const to = (cell * lines + line) * channels;
      turned[to] = red;
      turned[to + 1] = green;
      turned[to + 2] = blue;
    }
  }
  return turned;
}

/** The pixels of a line that a cell covers, from the first one on, each with its share in the cell; one on a border belongs to both. */
function findShares(cell: number, length: number) {
  const start = (cell * length) / signatureSide;
  const end = ((cell + 1) * length) / signatureSide;
  const first = Math.floor(start);
  const shares = Array.from({ length: Math.ceil(end) - first }, (_, index) => {
    const at = first + index;
    const share = (Math.min(end, at + 1) - Math.max(start, at)) / (end - start);
    return share > 1e-9 ? share : 0;
  });
  return { cell, first, shares };
}
