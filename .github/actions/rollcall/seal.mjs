import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Binds a text to what it is (`kind`), to an account, and to the commit that it is about: a plan to the head that it was
 * made for, the memory to what was applied last. Whoever has no ROLLCALL_KEY can neither make one out of ids that they saw
 * elsewhere, nor pass one off as another head's. Hex digits.
 */
export function toSeal(text, { kind, account, commit }, { ROLLCALL_KEY: key = '' }) {
  if (key === '') throw new Error('ROLLCALL_KEY is missing.');
  return createHmac('sha256', key)
    .update(JSON.stringify([`rollcall ${kind}`, account, commit]))
    .update('\n')
    .update(text)
    .digest('hex');
}

/** Whether a text was sealed with our key as this very thing. */
export function isSealed(text, { seal, ...place }, env) {
  const [found, right] = [Buffer.from(String(seal).trim()), Buffer.from(toSeal(text, place, env))];
  return found.length === right.length && timingSafeEqual(found, right);
}
