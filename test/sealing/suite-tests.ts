import type { CipherSuite } from 'hpke';
import { expect, test } from 'vitest';
import { fromHex, vector } from './suites.ts';

/** What a suite has to do, whatever does its arithmetic. */
export function testSuite(suite: CipherSuite): void {
  test('opens what RFC 9180 sealed, and not with another word beside it', async () => {
    const pair = {
      privateKey: await suite.DeserializePrivateKey(fromHex(vector.privateKey)),
      publicKey: await suite.DeserializePublicKey(fromHex(vector.publicKey)),
    };
    const open = (aad: string) =>
      suite.Open(pair, fromHex(vector.encapsulated), fromHex(vector.ciphertext), {
        info: fromHex(vector.info),
        aad: fromHex(aad),
      });
    expect(await open(vector.aad)).toEqual(fromHex(vector.plaintext));
    await expect(open(`${vector.aad}00`)).rejects.toThrow('AEAD decryption failed');
  });

  test('opens what it sealed itself with a pair that it made, whichever half it is told', async () => {
    const pair = await suite.GenerateKeyPair(true);
    const sealed = await suite.Seal(pair.publicKey, fromHex(vector.plaintext));
    for (const own of [pair, pair.privateKey]) {
      const opened = await suite.Open(own, sealed.encapsulatedSecret, sealed.ciphertext);
      expect(opened).toEqual(fromHex(vector.plaintext));
    }
    expect(await suite.SerializePrivateKey(pair.privateKey)).toHaveLength(32);
  });

  test('takes no public key that leads to nothing', async () => {
    await expect(
      suite.DeserializePublicKey(new Uint8Array(32)).then((key) => suite.Seal(key, new Uint8Array(1))),
    ).rejects.toThrow('Encapsulation failed');
  });
}
