/**
 * What is compared of a picture: its square cut into 80 × 80 cells, the mean colour of each, row by row, three bytes
 * (red, green, blue) for a cell, the whole in base64.
 */
export type Signature = string & { readonly [signature]: true };
declare const signature: unique symbol;

/** A picture as plain data. */
export interface Picture {
  readonly signature: Signature;
  /** A small JPEG for reports, as a `data:` URL. */
  readonly thumbnail: string;
}

/** A picture in a file, as it would be sent. */
export interface FilePicture extends Picture {
  /** Of the file's bytes, 64 hex digits. */
  readonly sha256: string;
}

/** What a group's file wants as its photo. */
export type DesiredPhoto =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'file';
      /** As it is written, relative to the group's file: "photos/altos.jpg". */
      readonly path: string;
      /** Absent until the file has been read. */
      readonly picture?: FilePicture;
    };

/** A group's photo as WhatsApp has it. */
export type LivePhoto =
  | { readonly kind: 'none' }
  /** WhatsApp does not show it to the account. */
  | { readonly kind: 'hidden' }
  /** There may be one, but it could not be read; `text` says why, without numbers of people. */
  | { readonly kind: 'unread'; readonly text: string }
  | {
      readonly kind: 'picture';
      /** Another one with every photo that somebody sets (docs/gowa.md#15-group-photo). */
      readonly id: string;
      /** Absent where it was not downloaded, because it is known to be what `verified` says. */
      readonly picture?: Picture;
      /** The sha256 of the file from which it was set, where the memory saw that verified under this id. */
      readonly verified?: string;
    };

/** Cells in a row and in a column of a signature: at 640 px, each is one of the blocks in which JPEG errs. */
export const signatureSide = 80;

/** Cells in a row and in a column of the window in which two pictures are compared: a tenth of the picture. */
const windowSide = 8;

/** What any window is taken to vary by: below it, a difference is noise. Squared levels, of 255. */
const quiet = 400;

/** How much brightness, blueness and redness count: JPEG keeps little of the colour at edges. */
const weights = [1, 0.25, 0.25] as const;

/**
 * How far apart two pictures are, from 0 (equal) up to 1: the difference in the window where it is greatest, measured by
 * how much the two vary there, so that what JPEG does to edges and textures counts little, and another letter much.
 * Chosen by experiment: `npm run bench:photos`.
 */
export function measureDistance(one: Picture, other: Picture): number {
  if (one.signature === other.signature) return 0;
  const planes = toPlanes(one.signature);
  const otherPlanes = toPlanes(other.signature);
  const errors = new Float64Array(windowCount ** 2);
  const variances = new Float64Array(windowCount ** 2);
  weights.forEach((weight, index) => {
    const [a = toPlane(), b = toPlane()] = [planes[index], otherPlanes[index]];
    addTo(errors, weight, toWindowMeans(toSquaredDifferences(a, b)));
    addTo(variances, weight, toWindowMeans(toSquares(a, b)));
    addTo(variances, -weight, toSquares(toWindowMeans(a), toWindowMeans(b)));
  });
  let most = 0;
  for (let at = 0; at < errors.length; at += 1) {
    const error = errors[at] ?? 0;
    most = Math.max(most, error / (error + (variances[at] ?? 0) + quiet));
  }
  return Math.sqrt(most);
}

/** Up to this distance two pictures are one; the experiment has what lies on either side. */
export const sameUpTo = 0.22;

/** True where one is the other, encoded again or made smaller. */
export function isSamePicture(one: Picture, other: Picture): boolean {
  return measureDistance(one, other) <= sameUpTo;
}

/** True where a photo is what the file wants; undefined where that cannot be told. */
export function isSamePhoto(desired: DesiredPhoto, live: LivePhoto): boolean | undefined {
  if (live.kind === 'hidden' || live.kind === 'unread') return undefined;
  if (desired.kind === 'none' || live.kind === 'none') return desired.kind === live.kind;
  if (!desired.picture) return undefined;
  if (live.verified === desired.picture.sha256) return true;
  return live.picture && isSamePicture(desired.picture, live.picture);
}

/** Brightness, blueness and redness of every cell (ITU-R BT.601, as in JPEG). */
function toPlanes(signature: Signature): readonly Float64Array[] {
  const bytes = Buffer.from(signature, 'base64');
  const [brightness, blueness, redness] = [toPlane(), toPlane(), toPlane()];
  for (let cell = 0; cell < brightness.length; cell += 1) {
    const red = bytes[cell * 3] ?? 0;
    const green = bytes[cell * 3 + 1] ?? 0;
    const blue = bytes[cell * 3 + 2] ?? 0;
    const bright = 0.299 * red + 0.587 * green + 0.114 * blue;
    brightness[cell] = bright;
    blueness[cell] = 0.564 * (blue - bright);
    redness[cell] = 0.713 * (red - bright);
  }
  return [brightness, blueness, redness];
}

const toPlane = () => new Float64Array(signatureSide ** 2);

const windowCount = signatureSide - windowSide + 1;

/** The mean of every window of a plane, by sums over rectangles that begin in the corner. */
function toWindowMeans(plane: Float64Array): Float64Array {
  const sums = sumRectangles(plane);
  const means = new Float64Array(windowCount ** 2);
  for (let y = 0; y < windowCount; y += 1) {
    for (let x = 0; x < windowCount; x += 1) {
      const above = y * sumsWidth + x;
      const below = above + windowSide * sumsWidth;
      const [left, right] = [sums[above] ?? 0, sums[above + windowSide] ?? 0];
      const total = (sums[below + windowSide] ?? 0) - (sums[below] ?? 0) - right + left;
      means[y * windowCount + x] = total / windowSide ** 2;
    }
  }
  return means;
}

const sumsWidth = signatureSide + 1;

/** Of every rectangle that begins in the corner; an empty row and column are before the first. */
function sumRectangles(plane: Float64Array): Float64Array {
  const sums = new Float64Array(sumsWidth ** 2);
  for (let y = 0; y < signatureSide; y += 1) {
    for (let x = 0; x < signatureSide; x += 1) {
      const above = y * sumsWidth + x + 1;
      const at = above + sumsWidth;
      const cell = plane[y * signatureSide + x] ?? 0;
      sums[at] = cell + (sums[at - 1] ?? 0) + (sums[above] ?? 0) - (sums[above - 1] ?? 0);
    }
  }
  return sums;
}

function toSquaredDifferences(a: Float64Array, b: Float64Array): Float64Array {
  const squares = new Float64Array(a.length);
  for (let at = 0; at < squares.length; at += 1) squares[at] = ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  return squares;
}

/** The squares of both, added up. */
function toSquares(a: Float64Array, b: Float64Array): Float64Array {
  const squares = new Float64Array(a.length);
  for (let at = 0; at < squares.length; at += 1) squares[at] = (a[at] ?? 0) ** 2 + (b[at] ?? 0) ** 2;
  return squares;
}

function addTo(sums: Float64Array, weight: number, values: Float64Array): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + weight * (values[at] ?? 0);
}

/** Photos that a plan did not ask for, since they were what their files want when they were asked for last. */
export interface RecalledPhotos {
  readonly count: number;
  /** When the first of them was asked for, milliseconds since 1970. */
  readonly since: number;
}
