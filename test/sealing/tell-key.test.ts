import { expect, test } from 'vitest';
import { tellWrongKey } from '../../src/sealing/tell-key.ts';

test.each([
  ['other', 'keygen'],
  ['bare', 'missing'],
  ['cut', 'missing'],
  ['long', 'too many'],
  ['mistyped', 'another one'],
  ['newer', 'Update'],
  ['secret', 'private key'],
  ['public', 'public key'],
] as const)('%s says so', (wrong, words) => {
  expect(tellWrongKey(wrong)).toContain(words);
});
