import { expect, test } from 'vitest';
import { isReserved } from '../../src/safe/reserved-words.ts';

test.each(['me', 'ME', 'Nobody', 'ninguém', 'SEMUA', 'team'])(
  '%s stands for others in a sentence',
  (word) => {
    expect(isReserved(word)).toBe(true);
  },
);

test.each(['mel', 'teams', 'ana'])('%s does not', (word) => {
  expect(isReserved(word)).toBe(false);
});
