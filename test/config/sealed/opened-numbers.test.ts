import { expect, test } from 'vitest';
import { toOpenedKey } from '../../../src/config/sealed/opened-numbers.ts';

test('a text beside another handle is another one', () => {
  expect(toOpenedKey('ana', 'sealed:x')).not.toBe(toOpenedKey('ben', 'sealed:x'));
});
