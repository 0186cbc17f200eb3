import { expect, test } from 'vitest';
import type { Lid } from '../../../src/domain/people/person.ts';
import { noPairs } from '../../../src/domain/people/seen-pairs.ts';
import { singer } from '../../support/choir.ts';

test('without a memory nobody was ever seen, and so nobody is taken for anybody', () => {
  const { key } = singer(2);
  const lid = '330631678702157' as Lid;
  expect(noPairs.peopleOf(lid)).toEqual([]);
  expect([noPairs.isSure(key, lid), noPairs.isUnique(key), noPairs.hasOther(key, lid)]).toEqual([
    false,
    false,
    false,
  ]);
});
