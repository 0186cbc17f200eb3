import { expect, test } from 'vitest';
import { createPseudonyms } from '../../src/journal/pseudonyms.ts';
import { altos, key, lid, phone } from '../support/choir.ts';

const own = createPseudonyms(new Uint8Array(32));
const other = createPseudonyms(new Uint8Array(32).fill(1));
const hers = lid('330631678702157');

test('every name is 24 letters from a to p, so that no masking touches it and no digit is in it', () => {
  const names = [
    own.key,
    own.oldKey,
    own.account(phone('447700900001')),
    own.person(key(2)),
    own.lid(hers),
    own.number(phone('447700900002')),
    own.group(altos),
    own.subject('add x'),
    own.mark('allow x'),
  ];
  for (const name of names) expect(name).toMatch(/^[a-p]{24}$/);
  expect(new Set(names).size).toBe(names.length);
});

test('the same text has another name as another kind of thing, and under another key', () => {
  const text = '447700900002';
  const kinds = [
    own.person(text as never),
    own.lid(text as never),
    own.number(phone(text)),
    own.subject(text),
    own.mark(text),
  ];
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(other.person(key(2))).not.toBe(own.person(key(2)));
  expect(createPseudonyms(new Uint8Array(32)).person(key(2))).toBe(own.person(key(2)));
});

test('an account has one name in all spellings of its number; a number has one a spelling', () => {
  const [long, short] = [phone('5520987654321'), phone('552087654321')];
  expect(own.account(long)).toBe(own.account(short));
  expect(own.number(long)).not.toBe(own.number(short));
});

test('a LID comes back by its own key alone, and not where one letter is another', () => {
  const sealed = own.seal(hers);
  expect(sealed).toMatch(/^[a-p]+$/);
  expect([own.unseal(sealed), own.seal(hers)]).toEqual([hers, sealed]);
  expect(other.unseal(sealed)).toBeUndefined();
  for (const at of [0, 30, sealed.length - 1]) {
    const letter = sealed[at] === 'a' ? 'b' : 'a';
    expect(own.unseal(sealed.slice(0, at) + letter + sealed.slice(at + 1))).toBeUndefined();
  }
  for (const text of ['', 'a', 'abcd']) expect(own.unseal(text)).toBeUndefined();
});
