import { expect, test } from 'vitest';
import { formatPeopleKey, makePeopleKey } from '../../src/sealing/people-key.ts';
import { formatSealKey, parseSealKey, toKeyId } from '../../src/sealing/seal-key.ts';

const pair = makePeopleKey();
const text = formatSealKey(pair);

test('a public key is read as it was written: a word and letters, with the organisation in it', () => {
  expect(text).toMatch(/^rollcall-[a-z]{84}$/);
  expect(parseSealKey(text)).toEqual({ publicKey: pair.publicKey, organisation: pair.organisation });
});

test.each([
  ['', 'other'],
  ['rollcall', 'other'],
  [text.slice(9), 'bare'],
  [text.slice(0, -1), 'cut'],
  [`${text}a`, 'long'],
  [text.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')), 'mistyped'],
  [formatPeopleKey(pair), 'secret'],
  [`rollcall-${formatPeopleKey(pair).slice('rollcall-secret-'.length)}`, 'mistyped'],
])('%s is %s', (wrong, kind) => {
  expect(parseSealKey(wrong)).toBe(kind);
});

test('a pair is called by eight letters', () => {
  expect(toKeyId(pair.publicKey)).toMatch(/^[a-p]{8}$/);
  expect(toKeyId(makePeopleKey().publicKey)).not.toBe(toKeyId(pair.publicKey));
});
