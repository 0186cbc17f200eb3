/**
 * The key of a file's values, which age has encrypted for each of its recipients; undefined where none of these identities
 * (`AGE-SECRET-KEY-1…`) is one of them, or what was encrypted is no such key. Throws for what is no identity.
 */
export async function openDataKey(
  dataKeys: readonly string[],
  identities: readonly string[],
): Promise<Uint8Array | undefined> {
  const { armor, Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  for (const dataKey of dataKeys) {
    try {
      const key = await decrypter.decrypt(armor.decode(dataKey));
      if (key.length === keyLength) return key;
    } catch {
      // It was made for somebody else.
    }
  }
  return undefined;
}

/** Of AES-256. Bytes. */
const keyLength = 32;
