import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey } from 'node:crypto';

/*
 * Keys go in and come out as JWK (RFC 8037), which Node reads in an eighth of the time of DER: every number that is opened
 * or sealed brings a key of its own.
 */

/** What stands before the 32 bytes of a private key of X25519 in DER (RFC 8410, PKCS #8): a JWK would have to hold both halves. */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** A public key for Node's own cryptography, from its 32 bytes. */
export function toPublicKey(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

/** A private key, from its 32 bytes. */
export function toPrivateKey(bytes: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privateHead, bytes]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of a public key, or of a private one's public half. */
export function toPublicBytes(key: KeyObject): Uint8Array {
  return fromBase64(key.export({ format: 'jwk' }).x);
}

/** The 32 bytes of a private key. */
export function toPrivateBytes(key: KeyObject): Uint8Array {
  return fromBase64(key.export({ format: 'jwk' }).d);
}

function fromBase64(text = ''): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'base64url'));
}
