import { expect, test } from 'vitest';
import { once, onceEach } from '../../../src/domain/lazy/once.ts';

test('made when it is first asked for, and not again, also where it is nothing', () => {
  let made = 0;
  const ask = once(() => void (made += 1));
  expect(made).toBe(0);
  expect([ask(), ask(), made]).toEqual([undefined, undefined, 1]);
});

test('made once for each text, also where it is false or empty', () => {
  const asked: string[] = [];
  const isLong = onceEach((text) => asked.push(text) > 0 && text.length > 2);
  expect(['ana', 'bo', '', 'ana', 'bo', ''].map(isLong)).toEqual([true, false, false, true, false, false]);
  expect(asked).toEqual(['ana', 'bo', '']);
});
