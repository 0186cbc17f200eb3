import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Binds a plan file to an account and to the head that it was made for: whoever has no ROLLCALL_KEY can neither make one
 * out of ids that they saw elsewhere, nor pass one off as another head's. Hex digits.
 */
export function toSeal(plan, { head, account }, { ROLLCALL_KEY: key = '' }) {
  if (key === '') throw new Error('ROLLCALL_KEY is missing.');
  return createHmac('sha256', key)
    .update(JSON.stringify(['rollcall plan', account, head]))
    .update('\n')
    .update(plan)
    .digest('hex');
}

/** Whether a plan was sealed with our key for this very account and head. */
export function isSealed(plan, { seal, ...place }, env) {
  const [found, right] = [Buffer.from(String(seal).trim()), Buffer.from(toSeal(plan, place, env))];
  return found.length === right.length && timingSafeEqual(found, right);
}
