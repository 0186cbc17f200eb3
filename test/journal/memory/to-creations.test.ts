import { expect, test } from 'vitest';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { remember } from '../../../src/journal/memory/remember.ts';
import { toCreations } from '../../../src/journal/memory/to-creations.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import { noon } from '../../support/choir.ts';

test('what a new memory does not know is as many groups as a day allows', () => {
  const memory = createRecollection();
  remember(memory, { at: new Date(noon).toISOString(), type: 'spent', adds: 'all', lookups: 'all' });
  const { creates } = toCreations(memory, createPseudonyms(new Uint8Array(32)), noon);
  expect(creates).toEqual([{ at: noon, count: Number.POSITIVE_INFINITY }]);
});
