import { expect, test } from 'vitest';
import { toSkeleton } from '../../src/safe/lookalikes.ts';

test.each([
  ['Cyrillic', 'аnа', 'ana'],
  ['Greek', 'αna', 'ana'],
  ['an accent in one character or two', 'jos\u00e9', 'jose\u0301'],
  ['1 and l', 'a1', 'al'],
  ['m and rn', 'tom', 'torn'],
])('%s look alike', (_, one, other) => {
  expect(toSkeleton(one)).toBe(toSkeleton(other));
});

test('others do not', () => {
  expect(toSkeleton('ana')).not.toBe(toSkeleton('anu'));
});
