import { createHmac, timingSafeEqual } from 'node:crypto';
import { UsageError } from '../../errors.ts';
import { loadKey } from '../../journal/key.ts';

/** What a text is, and what it is about: a seal holds for just this. */
export type SealedPlace =
  /** A plan: for which account, by which pull request it was shown, and for which head. */
  | {
      readonly kind: 'plan';
      readonly account: string;
      readonly commit: string;
      readonly pullRequest: number;
      /** When it was kept (milliseconds since 1970), with a forge that does not tell that itself. */
      readonly keptAt?: number;
    }
  /** The memory: whose, and which commit was applied last. */
  | { readonly kind: 'state'; readonly account: string; readonly commit: string }
  /** What a plan has looked up: whose memory it belongs to, and the name that it is kept under. */
  | { readonly kind: 'slip'; readonly account: string; readonly name: string };

/**
 * Makes seals with the state's key, and knows its own again. Whoever has no ROLLCALL_KEY can neither make one out of ids that
 * they saw elsewhere, nor pass one off as another head's, another pull request's or another account's.
 */
export interface Sealer {
  /** Hex digits. */
  seal(text: string | Uint8Array, place: SealedPlace): string;
  isSealed(text: string | Uint8Array, seal: string, place: SealedPlace): boolean;
}

/** A sealer for the value of ROLLCALL_KEY. Throws `UsageError` where that is no key. */
export function createSealer(key: string | undefined): Sealer {
  const found = loadKey({ fromEnvironment: key, mayCreate: false });
  if (found.kind === 'missing') throw new UsageError('ROLLCALL_KEY is missing.');
  if (found.kind === 'malformed') throw new UsageError(found.text);
  const { secret } = found;
  return {
    seal: (text, place) => toSeal(secret, text, place),
    isSealed(text, seal, place) {
      // Until version 0.2 the key's text was taken for the key. Such a memory is sealed anew by the next run.
      const secrets = place.kind === 'state' ? [secret, key ?? ''] : [secret];
      return secrets.some((each) => isEqual(seal, toSeal(each, text, place)));
    },
  };
}

function toSeal(secret: string | Uint8Array, text: string | Uint8Array, place: SealedPlace): string {
  return createHmac('sha256', secret).update(toHeading(place)).update('\n').update(text).digest('hex');
}

function toHeading(place: SealedPlace): string {
  const { kind, account } = place;
  if (kind === 'plan') {
    const { pullRequest, commit, keptAt } = place;
    const at = keptAt === undefined ? [] : [keptAt];
    return JSON.stringify(['rollcall plan', account, pullRequest, commit, ...at]);
  }
  return JSON.stringify([`rollcall ${kind}`, account, kind === 'state' ? place.commit : place.name]);
}

function isEqual(seal: string, right: string): boolean {
  const [found, wanted] = [Buffer.from(seal.trim()), Buffer.from(right)];
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}
