import { describe, expect, test } from 'vitest';
import { hasLid, recognise } from '../../../src/planning/identity/recognise.ts';
import { hidden, key, lid, liveGroup, living } from '../../support/choir.ts';
import { seenPairs } from '../../support/seen-pairs.ts';
import { known, told } from './knowledge-stage.ts';

describe('whoever has another number now', () => {
  const one = lid('22222');

  test('is known by the LID, whether the memory or a look-up has it, and both ways', () => {
    const member = living(77, { lid: one });
    const live = liveGroup({ people: [member] });
    const asks = [{ pairs: seenPairs([[key(2), one]]) }, { lids: told({ 2: '22222' }) }];
    for (const more of asks) {
      const { findStanding, findFormer } = recognise(live, known(more));
      expect([findStanding(key(2)), findFormer(member)]).toEqual([member, [key(2)]]);
    }
  });

  test('goes on being known when the memory has seen the new number too', () => {
    const live = liveGroup({ people: [living(77, { lid: one })] });
    const pairs = seenPairs([
      [key(2), one],
      [key(77), one],
    ]);
    expect(recognise(live, known({ pairs })).findStanding(key(2))?.key).toBe(key(77));
  });
});

test('a LID is there by whatever number, or by none', () => {
  const live = liveGroup({ people: [living(3, { lid: lid('22222') })], unidentified: [hidden('33333')] });
  expect(['22222', '33333', '44444'].map((digits) => hasLid(live, lid(digits)))).toEqual([true, true, false]);
});
