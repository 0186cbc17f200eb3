import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey } from 'node:crypto';

/** What stands before the 32 bytes of a key of X25519 in DER (RFC 8410): of a public one in SPKI, of a private one in PKCS #8. */
const heads = {
  public: Buffer.from('302a300506032b656e032100', 'hex'),
  private: Buffer.from('302e020100300506032b656e04220420', 'hex'),
};

/** A public key for Node's own cryptography, from its 32 bytes. */
export function toPublicKey(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([heads.public, bytes]), format: 'der', type: 'spki' });
}

/** A private key, from its 32 bytes. */
export function toPrivateKey(bytes: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([heads.private, bytes]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of a public key, or of a private one's public half. */
export function toPublicBytes(key: KeyObject): Uint8Array {
  const bytes = known.get(key) ?? exportPublic(key);
  known.set(key, bytes);
  return bytes;
}

/** Kept, since every number that is opened asks for those of the same key. */
const known = new WeakMap<KeyObject, Uint8Array>();

function exportPublic(key: KeyObject): Uint8Array {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return Uint8Array.from(half.export({ format: 'der', type: 'spki' }).subarray(heads.public.length));
}

/** The 32 bytes of a private key. */
export function toPrivateBytes(key: KeyObject): Uint8Array {
  return Uint8Array.from(key.export({ format: 'der', type: 'pkcs8' }).subarray(heads.private.length));
}
