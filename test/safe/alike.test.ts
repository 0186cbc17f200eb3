import { expect, test } from 'vitest';
import { loadSkeleton, toForms } from '../../src/safe/alike.ts';

async function areAlike(one: string, other: string): Promise<boolean> {
  const toSkeleton = await loadSkeleton([one, other]);
  const forms = new Set(toForms(one, toSkeleton));
  return toForms(other, toSkeleton).some((form) => forms.has(form));
}

test.each([
  ['Ana Pereira', 'ana  pereira'],
  ['Ana Pereira', 'Ana Pereíra'],
  ['Ana', '\u0410na'],
  ['Ilse', 'llse'],
  ['Kim', 'Kirn'],
])('%s and %s are taken for each other', async (one, other) => {
  expect(await areAlike(one, other)).toBe(true);
});

test.each([
  ['Ana', 'Anna'],
  ['Tenor 1', 'Tenor 2'],
])('%s and %s are not', async (one, other) => {
  expect(await areAlike(one, other)).toBe(false);
});
