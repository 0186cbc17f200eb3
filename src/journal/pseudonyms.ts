import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { GroupId } from '../domain/group.ts';
import { isGroupId } from '../domain/group.ts';
import type { Lid, PersonKey, PhoneNumber } from '../domain/people/person.ts';
import { isLid } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { fromLetters, toLetters } from '../safe/letters.ts';

/** What stands for somebody or something in a journal: 24 letters from a to p, which tell nothing without the key. */
export type Pseudonym = string;

/** The names under which a journal knows people, groups and marks; equal for one key, unrelated for two. */
export interface Pseudonyms {
  /** Tells two keys apart, in a journal whose lines are chained. */
  readonly key: Pseudonym;
  /**
   * Tells two keys apart in a journal of version 1, which is not chained; another name, so that taking the marks of a
   * newer one away does not make an older one.
   */
  readonly oldKey: Pseudonym;
  account(phone: PhoneNumber): Pseudonym;
  person(key: PersonKey): Pseudonym;
  lid(lid: Lid): Pseudonym;
  /** One spelling of somebody's number. */
  number(phone: PhoneNumber): Pseudonym;
  group(id: GroupId): Pseudonym;
  /** What a change is about (src/domain/past.ts, `toUnsettledKey`). */
  subject(identity: string): Pseudonym;
  /** The identity of an `allow` or a `readd`. */
  mark(identity: string): Pseudonym;
  /** A LID is wanted back, so it is sealed: letters from a to p that `unseal` turns into the LID again. */
  seal(lid: Lid): string;
  /** Undefined when it was sealed with another key or has been damaged. */
  unseal(sealed: string): Lid | undefined;
  /** The same for the id of a group that is in no file yet. */
  sealGroup(id: GroupId): string;
  unsealGroup(sealed: string): GroupId | undefined;
  /** The same for WhatsApp's id of a photo. */
  sealPhoto(id: string): string;
  unsealPhoto(sealed: string): string | undefined;
}

/** Made from the state's key (32 bytes). */
export function createPseudonyms(secret: Uint8Array): Pseudonyms {
  // Each reading of a group names all of its people again.
  const made = new Map<string, Pseudonym>();
  const name = (kind: string, text: string): Pseudonym => {
    const what = `${kind} ${text}`;
    const known = made.get(what);
    if (known !== undefined) return known;
    const bytes = createHmac('sha256', secret).update(`rollcall journal ${what}`).digest().subarray(0, 12);
    const pseudonym = toLetters(bytes);
    made.set(what, pseudonym);
    return pseudonym;
  };
  return {
    key: name('key', 'chained'),
    oldKey: name('key', ''),
    account: (phone) => name('account', toPersonKey(phone)),
    person: (key) => name('person', key),
    lid: (lid) => name('lid', lid),
    number: (phone) => name('number', phone),
    group: (id) => name('group', id),
    subject: (identity) => name('subject', identity),
    mark: (identity) => name('mark', identity),
    seal: (lid) => seal(lid, secret),
    unseal: (sealed) => {
      const lid = unseal(sealed, secret);
      return lid !== undefined && isLid(lid) ? lid : undefined;
    },
    sealGroup: (id) => seal(id, secret),
    unsealGroup: (sealed) => {
      const id = unseal(sealed, secret);
      return id !== undefined && isGroupId(id) ? id : undefined;
    },
    sealPhoto: (id) => seal(`photo ${id}`, secret),
    unsealPhoto: (sealed) => /^photo (.+)$/.exec(unseal(sealed, secret) ?? '')?.[1],
  };
}

/**
 * AES-256-GCM with a nonce made from the text itself: the same LID, or id, is sealed in the same way, so that a journal says
 * the same after it has been compacted. That two look-ups told the same LID is no secret: the person stands beside it.
 */
function seal(text: string, secret: Uint8Array): string {
  const nonce = createHmac('sha256', secret).update(`rollcall nonce ${text}`).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', toSealKey(secret), nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return toLetters(Buffer.concat([nonce, cipher.getAuthTag(), hidden]));
}

function unseal(sealed: string, secret: Uint8Array): string | undefined {
  const bytes = fromLetters(sealed);
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', toSealKey(secret), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function toSealKey(secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update('rollcall lids').digest();
}
