import { expect, test } from 'vitest';
import { once } from '../../../src/domain/lazy/once.ts';

test('made when it is first asked for, and not again, also where it is nothing', () => {
  let made = 0;
  const ask = once(() => void (made += 1));
  expect(made).toBe(0);
  expect([ask(), ask(), made]).toEqual([undefined, undefined, 1]);
});
