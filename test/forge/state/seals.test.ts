import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SealedPlace } from '../../../src/forge/state/seals.ts';
import { createSealer } from '../../../src/forge/state/seals.ts';

const hex = 'ab'.repeat(32);
const bytes = Buffer.from(hex, 'hex');
const head = 'c'.repeat(40);
const plan: SealedPlace = { kind: 'plan', account: 'main', pullRequest: 7, commit: head };

function hmac(key: string | Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

describe('a seal', () => {
  test.each([
    [plan, `["rollcall plan","main",7,"${head}"]\ntext`],
    [{ kind: 'state', account: 'main', commit: head }, `["rollcall state","main","${head}"]\ntext`],
    [{ kind: 'slip', account: 'main', name: '1.slip' }, '["rollcall slip","main","1.slip"]\ntext'],
  ] as const)('of %j is made with the bytes of the key', (place, sealed) => {
    expect(createSealer(hex).seal('text', place)).toBe(hmac(bytes, sealed));
  });

  test('is the same however the key is written', () => {
    const seals = [
      hex,
      hex.toUpperCase(),
      bytes.toString('base64'),
      bytes.toString('base64url'),
      ` ${hex}\n`,
    ];
    expect(new Set(seals.map((key) => createSealer(key).seal('text', plan))).size).toBe(1);
  });

  test.each<[string, SealedPlace]>([
    ['another account', { ...plan, account: 'second' }],
    ['another head', { ...plan, commit: 'd'.repeat(40) }],
    ['another pull request', { ...plan, pullRequest: 8 }],
    ['another thing', { kind: 'state', account: 'main', commit: head }],
  ])('does not hold for %s', (_, place) => {
    const sealer = createSealer(hex);
    const seal = sealer.seal('text', plan);
    expect(sealer.isSealed('text', seal, plan)).toBe(true);
    expect(sealer.isSealed('text', seal, place)).toBe(false);
    expect(sealer.isSealed('text!', seal, plan)).toBe(false);
    expect(createSealer('cd'.repeat(32)).isSealed('text', seal, plan)).toBe(false);
    for (const other of ['', 'text', seal.slice(1), `${seal}0`])
      expect(sealer.isSealed('text', other, plan)).toBe(false);
  });

  test('of a memory that was made with the text of the key still holds; of a plan it does not', () => {
    const state = hmac(hex, `["rollcall state","main","${head}"]\ntext`);
    expect(createSealer(hex).isSealed('text', state, { kind: 'state', account: 'main', commit: head })).toBe(
      true,
    );
    const old = hmac(hex, `["rollcall plan","main",7,"${head}"]\ntext`);
    expect(createSealer(hex).isSealed('text', old, plan)).toBe(false);
  });

  test.each([undefined, '', 'secret'])('is not made with %j', (key) => {
    expect(() => createSealer(key)).toThrow('ROLLCALL_KEY');
  });
});
