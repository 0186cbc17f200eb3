import { expect, test } from 'vitest';
import { signatureSide } from '../../src/domain/picture.ts';
import { toSignature } from '../../src/photo/signature.ts';

/** Cells of the signature of a square of which each pixel's colour is this. */
function sign(side: number, colourAt: (x: number, y: number) => readonly number[]) {
  const pixels = Uint8Array.from(
    Array.from({ length: side * side }, (_, at) => colourAt(at % side, Math.floor(at / side))).flat(),
  );
  const bytes = Buffer.from(toSignature({ side, pixels }), 'base64');
  expect(bytes).toHaveLength(signatureSide ** 2 * 3);
  return (x: number, y: number) => [...bytes.subarray((y * signatureSide + x) * 3).subarray(0, 3)];
}

test('as many pixels as cells: each its own, upright', () => {
  const at = sign(signatureSide, (x, y) => [x, y, 7]);
  expect([at(0, 0), at(79, 0), at(0, 79), at(12, 34)]).toEqual([
    [0, 0, 7],
    [79, 0, 7],
    [0, 79, 7],
    [12, 34, 7],
  ]);
});

test('more: their mean; one on a border belongs to both', () => {
  expect(sign(160, (x) => (x % 2 === 0 ? [0, 0, 0] : [200, 100, 50]))(5, 5)).toEqual([100, 50, 25]);
  // 120 pixels for 80 cells: one and a half each.
  expect(sign(120, (x) => (x % 3 === 0 ? [90, 0, 0] : [0, 0, 0]))(0, 0)).toEqual([60, 0, 0]);
  expect(sign(120, (x) => (x % 3 === 1 ? [90, 0, 0] : [0, 0, 0]))(1, 0)).toEqual([30, 0, 0]);
});

test('fewer: each stretched, and one colour stays that colour whatever the side', () => {
  const at = sign(40, (x) => [x, 0, 0]);
  expect([at(0, 0), at(1, 0), at(2, 0)]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [1, 0, 0],
  ]);
  for (const side of [1, 79, 81, 123]) expect(sign(side, () => [9, 99, 255])(40, 40)).toEqual([9, 99, 255]);
});
