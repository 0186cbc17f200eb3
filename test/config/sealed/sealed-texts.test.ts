import { expect, test } from 'vitest';
import { tellSealedMistake } from '../../../src/config/sealed/sealed-texts.ts';

const place = { handle: 'ana', own: 'aaaaaaaa', policy: 'bbbbbbbb' };

test.each([
  ['other', 'no sealed number'],
  ['bare', 'Write `sealed:` before it'],
  ['cut', 'are missing'],
  ['long', 'too many'],
  ['mistyped', 'another one than it was'],
  ['newer', 'Update Rollcall'],
  ['other-organisation', 'another organisation'],
  ['other-key', "`aaaaaaaa`, and the policy's is `bbbbbbbb`"],
  ['other-handle', 'another handle than `ana`'],
  ['damaged', 'does not open'],
  ['no-number', 'no phone number'],
] as const)('%s says so', (mistake, words) => {
  expect(tellSealedMistake(mistake, place)).toContain(words);
});
