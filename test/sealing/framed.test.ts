import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Frame } from '../../src/sealing/framed.ts';
import { countFramed, isSame, readFramed, toFramed } from '../../src/sealing/framed.ts';

const frame: Frame = { word: 'thing:', bytes: 16 };
const payload = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('what was framed is read again', () => {
  fc.assert(
    fc.property(payload, (bytes) => {
      const text = toFramed(frame, bytes);
      expect(text).toHaveLength(countFramed(frame));
      expect(readFramed(frame, text)).toEqual({ kind: 'payload', payload: bytes });
    }),
  );
});

test('one letter that is another one, missing or too many is told as that', () => {
  fc.assert(
    fc.property(payload, fc.nat(), fc.nat(24), (bytes, at, step) => {
      const text = toFramed(frame, bytes);
      const place = frame.word.length + (at % (text.length - frame.word.length));
      const other = String.fromCharCode(97 + ((text.charCodeAt(place) - 97 + 1 + step) % 26));
      const kinds = [
        text.slice(0, place) + other + text.slice(place + 1),
        text.slice(0, place) + text.slice(place + 1),
        text.slice(0, place) + other + text.slice(place),
      ].map((changed) => readFramed(frame, changed).kind);
      expect(kinds).toEqual(['mistyped', 'cut', 'long']);
    }),
  );
});

const whole = toFramed(frame, new Uint8Array(16));
test.each([
  ['', 'other'],
  ['thing:', 'other'],
  ['thing:yes', 'other'],
  ['+44 7700 900002', 'other'],
  [whole.slice(6), 'bare'],
  [`${whole.slice(6)}a`, 'other'],
  [whole.slice(0, 20), 'cut'],
  [whole.toUpperCase().replace('THING', 'thing'), 'mistyped'],
  [whole.replace(/.$/, '1'), 'mistyped'],
  ['other:'.padEnd(whole.length, 'a'), 'other'],
])('%j is %s', (text, kind) => {
  expect(readFramed(frame, text).kind).toBe(kind);
});

test('letters of another word are not taken for its own, whatever word is put before them', () => {
  const other = toFramed({ ...frame, word: 'secret:' }, new Uint8Array(16));
  expect(readFramed(frame, other.replace('secret:', 'thing:')).kind).toBe('mistyped');
});

test('a later version is told as that', () => {
  expect(readFramed(frame, toFramed(frame, new Uint8Array(16), 2)).kind).toBe('newer');
});

test('other lengths are a bug', () => {
  expect(() => toFramed(frame, new Uint8Array(15))).toThrow('16 bytes');
});

test.each([
  [[1, 2], [1, 2], true],
  [[1, 2], [1, 3], false],
  [[1, 2], [1], false],
])('%j and %j are the same: %s', (one, other, is) => {
  expect(isSame(Uint8Array.from(one), Uint8Array.from(other))).toBe(is);
});
