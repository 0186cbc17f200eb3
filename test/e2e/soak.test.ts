import { expect, test } from 'vitest';
import { drawStory } from '../support/days/story.ts';
import { findStoryTraits, storyTraitNames } from '../support/days/traits.ts';
import { soak } from '../support/soak.ts';
import { findTraits, traitNames } from '../support/traits.ts';
import { drawPair } from '../support/worlds.ts';

test('random worlds end as the oracle says, on one day and over several, and nobody unapproved is in any request', async () => {
  const { failures, requests, compared, groups } = await soak(60, 1);
  expect(failures).toEqual([]);
  expect(requests).toBeGreaterThan(60);
  expect(compared).toBeGreaterThan(groups * 0.9);
});

const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);

test('each peculiarity is in at least a fifth of the random pairs', () => {
  const found = seeds.flatMap((seed) => findTraits(drawPair(seed)));
  const shares = traitNames.map((name) => found.filter((trait) => trait === name).length / seeds.length);
  for (const share of shares) expect(share).toBeGreaterThan(0.2);
});

test('each peculiarity of several days is in at least a sixth of the stories', () => {
  const found = seeds.flatMap((seed) => findStoryTraits(drawStory(drawPair(seed))));
  const shares = storyTraitNames.map((name) => [name, found.filter((trait) => trait === name).length]);
  expect(shares.filter(([, count]) => Number(count) < seeds.length / 6)).toEqual([]);
});

test('the same seed draws the same pair', () => {
  expect(drawPair(7)).toEqual(drawPair(7));
  expect(drawPair(7)).not.toEqual(drawPair(8));
  expect(drawStory(drawPair(7))).toEqual(drawStory(drawPair(7)));
});
