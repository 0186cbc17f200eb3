import { expect, test } from 'vitest';
import { loadSharp } from '../../src/photo/load-sharp.ts';

test('the library is loaded once, however many pictures ask for it', async () => {
  const [one, other] = [loadSharp(), loadSharp()];
  expect(one).toBe(other);
  const sharp = await one;
  const made = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
  await expect(made.png().metadata()).resolves.toMatchObject({ width: 1 });
});
