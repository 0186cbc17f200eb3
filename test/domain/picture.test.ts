import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DesiredPhoto, FilePicture, LivePhoto, Picture } from '../../src/domain/picture.ts';
import {
  isSamePhoto,
  isSamePicture,
  measureDistance,
  sameUpTo,
  signatureSide,
} from '../../src/domain/picture.ts';

/** A picture of which each cell's colour is this; no library draws it. */
function paint(colourAt: (x: number, y: number) => readonly [number, number, number]): FilePicture {
  const bytes = Array.from({ length: signatureSide ** 2 }, (_, cell) =>
    colourAt(cell % signatureSide, Math.floor(cell / signatureSide)),
  );
  const signature = Buffer.from(bytes.flat()).toString('base64') as Picture['signature'];
  return { signature, thumbnail: '', sha256: signature.slice(0, 64) };
}

const stripes = (x: number) => (x % 8 < 4 ? 40 : 200);
const plain = paint((x) => [stripes(x), stripes(x), stripes(x)]);
const corner = paint((x, y) => {
  const level = x >= 72 && y >= 72 ? 240 - stripes(x) : stripes(x);
  return [level, level, level];
});

test('what JPEG does to a picture is no difference, and a changed corner is one', () => {
  const noisy = paint((x, y) => {
    const level = stripes(x) + ((x * 7 + y * 3) % 9) - 4;
    return [level, level, level];
  });
  expect(measureDistance(plain, noisy)).toBeGreaterThan(0);
  expect(isSamePicture(plain, noisy)).toBe(true);
  expect(isSamePicture(plain, corner)).toBe(false);
});

test('another colour of the same brightness is another picture', () => {
  const red = paint(() => [200, 60, 60]);
  const blue = paint(() => [90, 83, 230]);
  expect(isSamePicture(red, blue)).toBe(false);
});

test('a distance is from 0 to 1, and the same in both directions', () => {
  const level = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(level, level, (a, b) => {
      const [one, other] = [paint((x) => [a, x, a]), paint((x) => [b, x, b])];
      const distance = measureDistance(one, other);
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(1);
      expect(measureDistance(other, one)).toBeCloseTo(distance);
      expect(isSamePicture(one, other)).toBe(distance <= sameUpTo);
    }),
    { numRuns: 8 },
  );
});

const none = { kind: 'none' } as const;
const file: DesiredPhoto = { kind: 'file', path: 'a.jpg', picture: plain };
const live = (more: object): LivePhoto => ({ kind: 'picture', id: '17', ...more });

test.each<[string, DesiredPhoto, LivePhoto, boolean | undefined]>([
  ['none wanted, none there', none, none, true],
  ['none wanted, one there', none, live({}), false],
  ['one wanted, none there', file, none, false],
  ['none wanted, hidden', none, { kind: 'hidden' }, undefined],
  ['one wanted, unread', file, { kind: 'unread', text: '' }, undefined],
  ['the very picture', file, live({ picture: plain }), true],
  ['another picture', file, live({ picture: corner }), false],
  ['verified to be this file, not downloaded', file, live({ verified: plain.sha256 }), true],
  ['verified to be another file, not downloaded', file, live({ verified: 'aa' }), undefined],
  ['verified to be another file, of the same picture', file, live({ verified: 'aa', picture: plain }), true],
  ['a file that was not read', { kind: 'file', path: 'a.jpg' }, live({ picture: plain }), undefined],
  ['a file that was not read, and no photo', { kind: 'file', path: 'a.jpg' }, none, false],
])('%s', (_, desired, there, expected) => {
  expect(isSamePhoto(desired, there)).toBe(expected);
});
