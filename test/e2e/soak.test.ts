import { expect, test } from 'vitest';
import { soak } from '../support/soak.ts';
import { findTraits, traitNames } from '../support/traits.ts';
import { drawPair } from '../support/worlds.ts';

test(
  'random worlds end as the oracle says, and nobody unapproved is in any request',
  { timeout: 120_000 },
  async () => {
    const { failures, requests } = await soak(60, 1);
    expect(failures).toEqual([]);
    expect(requests).toBeGreaterThan(60);
  },
);

test('each peculiarity is in at least a fifth of the random pairs', () => {
  const pairs = 500;
  const found = Array.from({ length: pairs }, (_, seed) => findTraits(drawPair(seed + 1))).flat();
  const shares = traitNames.map((name) => found.filter((trait) => trait === name).length / pairs);
  for (const share of shares) expect(share).toBeGreaterThan(0.2);
});

test('the same seed draws the same pair', () => {
  expect(drawPair(7)).toEqual(drawPair(7));
  expect(drawPair(7)).not.toEqual(drawPair(8));
});
