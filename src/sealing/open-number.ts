import type { CipherSuite, Key } from 'hpke';
import { isSame } from './framed.ts';
import type { PeopleKey } from './people-key.ts';
import { tagBytes } from './seal-key.ts';
import { purpose, toAdditionalData } from './seal-number.ts';
import type { SealedMistake, SealedNumber } from './sealed-number.ts';

/** The text that was sealed, as somebody wrote it; or why it cannot be told. */
type Opened = { readonly kind: 'opened'; readonly text: string } | { readonly kind: SealedMistake };

/** Opens a sealed number for whom the handle means. */
export type OpenNumber = (sealed: SealedNumber, handle: string) => Promise<Opened>;

/** An opener with these pairs, each line with the one that it names. Never throws for what stands in a line. */
export function createOpener(suite: CipherSuite, keys: readonly PeopleKey[]): OpenNumber {
  const pairs = keys.map(async ({ privateKey, publicKey }) => ({
    privateKey: await suite.DeserializePrivateKey(privateKey),
    publicKey: await suite.DeserializePublicKey(publicKey),
  }));
  return async (sealed, handle) => {
    const at = keys.findIndex(({ publicKey }) => isSame(publicKey.subarray(0, tagBytes), sealed.key));
    const [key, pair] = [keys[at], await pairs[at]];
    if (!key || !pair) return { kind: 'other-key' };
    const bytes = await open(suite, pair, sealed, toAdditionalData(key.organisation, handle));
    return bytes ? toText(bytes) : { kind: 'damaged' };
  };
}

async function open(
  suite: CipherSuite,
  pair: { readonly privateKey: Key; readonly publicKey: Key },
  { encapsulated, ciphertext }: SealedNumber,
  aad: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    return await suite.Open(pair, encapsulated, ciphertext, { info: purpose, aad });
  } catch {
    // Whatever is in a line, somebody may have written: that it does not open is all there is to know.
    return undefined;
  }
}

/** Without the zeros behind it. Digits and what stands between them: anything else is no number that Rollcall sealed. */
function toText(padded: Uint8Array): Opened {
  const text = new TextDecoder().decode(padded).replace(/\0+$/, '');
  return /^\+?\d[\d ()./-]*$/.test(text) ? { kind: 'opened', text } : { kind: 'no-number' };
}
