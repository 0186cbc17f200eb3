import { expect, test } from 'vitest';
import { isToBeMade } from '../../../src/view/creation/new-group-view.ts';

test('a group is made where neither a limit nor anything else stands in the way', () => {
  expect(isToBeMade({ refused: false })).toBe(true);
  expect(isToBeMade({ refused: true })).toBe(false);
  expect(isToBeMade({ refused: false, obstacle: 'no-name' })).toBe(false);
});
