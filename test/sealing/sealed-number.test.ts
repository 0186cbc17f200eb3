import { expect, test } from 'vitest';
import { mask } from '../../src/safe/mask.ts';
import { makePeopleKey } from '../../src/sealing/people-key.ts';
import { sealNumber } from '../../src/sealing/seal-number.ts';
import type { SealedNumber } from '../../src/sealing/sealed-number.ts';
import {
  findKeyId,
  findMisplaced,
  formatSealed,
  isLikeSealed,
  parseSealed,
  sealedLength,
  toHandleTag,
} from '../../src/sealing/sealed-number.ts';
import { toKeyId } from '../../src/sealing/seal-key.ts';
import { suites } from './suites.ts';

const pair = makePeopleKey();
const text = await sealNumber(suites.node, pair, 'ana', '+447700900002');
const sealed = parseSealed(text) as SealedNumber;

test('is one line of 151 letters that no masking touches, whatever the number', async () => {
  expect(sealedLength).toBe(151);
  for (const number of ['+6834002', '+447700900002', '+491512345678901']) {
    const line = await sealNumber(suites.node, pair, 'ana', number);
    expect(line).toMatch(/^sealed:[a-z]{144}$/);
    expect(mask(line)).toBe(line);
  }
});

test('is taken apart and put together', () => {
  expect(formatSealed(sealed)).toBe(text);
  expect(findKeyId(sealed)).toBe(toKeyId(pair.publicKey));
});

test.each([
  [text, true],
  [text.slice(0, 40), true],
  ['sealed:', true],
  [text.slice(7), true],
  ['+44 7700 900002', false],
  ['ana', false],
])('%s is meant as one: %s', (each, is) => {
  expect(isLikeSealed(each)).toBe(is);
});

test.each([
  ['sealed:yes', 'other'],
  [text.slice(7), 'bare'],
  [text.slice(0, -1), 'cut'],
  [`${text} `, 'long'],
  [text.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')), 'mistyped'],
])('%s is %s', (each, kind) => {
  expect(parseSealed(each)).toBe(kind);
});

test('says where it belongs', () => {
  const other = makePeopleKey();
  expect(findMisplaced(sealed, pair, 'ana')).toBeUndefined();
  expect(findMisplaced(sealed, pair, 'Ana')).toBe('other-handle');
  expect(findMisplaced(sealed, other, 'ana')).toBe('other-organisation');
  expect(findMisplaced(sealed, { ...other, organisation: pair.organisation }, 'ana')).toBe('other-key');
});

test('a handle is the same in one character and in two', () => {
  expect(toHandleTag('jos\u00e9')).toEqual(toHandleTag('jose\u0301'));
  expect(toHandleTag('jose')).not.toEqual(toHandleTag('jos\u00e9'));
});
