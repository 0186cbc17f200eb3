import { expect, test } from 'vitest';
import { toPrivateBytes, toPrivateKey, toPublicBytes, toPublicKey } from '../../src/sealing/x25519.ts';
import { fromHex, vector } from './suites.ts';

test('the public half of a private key is the one that RFC 9180 says', () => {
  expect(toPublicBytes(toPrivateKey(fromHex(vector.privateKey)))).toEqual(fromHex(vector.publicKey));
});

test('bytes come back from their keys', () => {
  expect(toPrivateBytes(toPrivateKey(fromHex(vector.privateKey)))).toEqual(fromHex(vector.privateKey));
  expect(toPublicBytes(toPublicKey(fromHex(vector.publicKey)))).toEqual(fromHex(vector.publicKey));
});
