import { expect, test } from 'vitest';
import { formatPeopleKey, makePeopleKey, parsePeopleKey } from '../../src/sealing/people-key.ts';
import { formatSealKey } from '../../src/sealing/seal-key.ts';

const pair = makePeopleKey();
const text = formatPeopleKey(pair);

test('a pair is read as it was written, its public half found anew', () => {
  expect(text).toMatch(/^rollcall-secret-[a-z]{84}$/);
  expect(parsePeopleKey(text)).toEqual(pair);
});

test('no two pairs are alike; of one organisation, the id stays', () => {
  const next = makePeopleKey(pair.organisation);
  expect(next.organisation).toEqual(pair.organisation);
  expect(next.publicKey).not.toEqual(pair.publicKey);
  expect(makePeopleKey().organisation).not.toEqual(pair.organisation);
});

test.each([
  ['', 'other'],
  ['hunter2', 'other'],
  [text.slice('rollcall-secret-'.length), 'bare'],
  [text.slice(0, -3), 'cut'],
  [`${text}a`, 'long'],
  [text.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')), 'mistyped'],
  [formatSealKey(pair), 'public'],
])('%s is %s', (wrong, kind) => {
  expect(parsePeopleKey(wrong)).toBe(kind);
});
