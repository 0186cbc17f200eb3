import type { CipherSuite } from 'hpke';
import type { SealKey } from './seal-key.ts';
import { tagBytes } from './seal-key.ts';
import { formatSealed, paddedBytes, toHandleTag } from './sealed-number.ts';

/** Says what the keys that come of it are for, so that no other use of HPKE with the same pair makes the same ones. */
export const purpose = new TextEncoder().encode('rollcall sealed number 1');

/** What a number is bound to: the organisation, and the handle in the form in which files compare it. */
export function toAdditionalData(organisation: Uint8Array, handle: string): Uint8Array {
  return Uint8Array.of(...organisation, ...new TextEncoder().encode(handle.normalize('NFC')));
}

/**
 * A number as `sealed:…`, for one handle and one organisation: HPKE (RFC 9180) in base mode. No two are alike, whatever the
 * number. `number` is written as people write it who are understood everywhere: +447700900002. Throws for a text that is
 * longer than any number.
 */
export async function sealNumber(
  suite: CipherSuite,
  seal: SealKey,
  handle: string,
  number: string,
): Promise<string> {
  const publicKey = await suite.DeserializePublicKey(seal.publicKey);
  const options = { info: purpose, aad: toAdditionalData(seal.organisation, handle) };
  const { encapsulatedSecret, ciphertext } = await suite.Seal(publicKey, pad(number), options);
  return formatSealed({
    key: seal.publicKey.subarray(0, tagBytes),
    organisation: seal.organisation.subarray(0, tagBytes),
    handle: toHandleTag(handle),
    encapsulated: encapsulatedSecret,
    ciphertext,
  });
}

/** Zeros behind it, so that the length tells nothing. */
function pad(number: string): Uint8Array {
  const bytes = new TextEncoder().encode(number);
  if (bytes.length > paddedBytes) throw new RangeError('This text is longer than any phone number.');
  const padded = new Uint8Array(paddedBytes);
  padded.set(bytes);
  return padded;
}
