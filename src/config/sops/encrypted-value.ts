import { createDecipheriv } from 'node:crypto';

/** What is in an encrypted value, and what SOPS says it is. */
export interface OpenedValue {
  readonly type: string;
  readonly text: string;
}

/** The form of every encrypted value (aes/cipher.go of getsops/sops). */
const form = /^ENC\[AES256_GCM,data:([\w+/]*={0,2}),iv:([\w+/]+={0,2}),tag:([\w+/]+={0,2}),type:([a-z]+)\]$/;

/** Bytes of a tag of AES-GCM. */
const tagLength = 16;

/**
 * Opens a value that SOPS has encrypted, with the data key and what the value is bound to: its path, as "people:ana:", or for
 * the MAC the time of the last change. Undefined where it does not open: changed, cut, or made for another place.
 */
export function openValue(text: string, key: Uint8Array, boundTo: string): OpenedValue | undefined {
  const [, data = '', iv = '', tag = '', type = ''] = form.exec(text) ?? [];
  if (iv === '') return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const bytes = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
    return { type, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}
