import { expect, test } from 'vitest';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { Knowledge } from '../../../src/planning/identity/knowledge.ts';
import { recognise } from '../../../src/planning/identity/recognise.ts';
import { findUnclear, isProvablyMissing } from '../../../src/planning/identity/who-is-missing.ts';
import { identify } from '../../../src/planning/identity/who-is-who.ts';
import {
  desiredGroup,
  hidden,
  key,
  lid,
  listed,
  liveGroup,
  living,
  today,
  yesterday,
} from '../../support/choir.ts';
import { seenPairs } from '../../support/seen-pairs.ts';
import { known, told } from './knowledge-stage.ts';

const one = lid('22222');

function isMissing(live: LiveGroup, n: number, knowledge: Knowledge): boolean {
  return isProvablyMissing(live, key(n), { knowledge, recognised: recognise(live, knowledge) });
}

test.each([
  ['nobody hides', liveGroup(), {}, true],
  [
    'two share a number, which hides nobody',
    liveGroup({ unidentified: [{ ...hidden('1'), key: key(9) }] }),
    {},
    true,
  ],
  ['somebody hides, nobody asked', liveGroup({ unidentified: [hidden('22222')] }), {}, false],
  ['somebody hides, there is no LID', liveGroup({ unidentified: [hidden('22222')] }), { 2: 'none' }, false],
  [
    'somebody hides, it is not clear',
    liveGroup({ unidentified: [hidden('22222')] }),
    { 2: 'unknown' },
    false,
  ],
  ['somebody else hides', liveGroup({ unidentified: [hidden('22222')] }), { 2: '33333' }, true],
  ['the LID is there', liveGroup({ unidentified: [hidden('22222')] }), { 2: '22222' }, false],
  [
    'the LID is there under another number',
    liveGroup({ people: [living(5, { lid: lid('22222') })] }),
    { 2: '22222' },
    false,
  ],
] as const)('provably missing where %s: %s', (_, live, answers, missing) => {
  expect(isMissing(live, 2, known({ lids: told(answers) }))).toBe(missing);
});

test('those are asked about who are wanted, not seen and not asked about before, sorted', () => {
  const live = liveGroup({
    people: [living(3)],
    unidentified: [hidden('22222'), { ...hidden('88888'), key: key(8) }, { ...hidden('88889'), key: key(8) }],
  });
  const people = [
    listed(7),
    listed(2),
    listed(3),
    listed(4, { memberUntil: yesterday }),
    listed(5, { byInvite: true }),
    listed(6),
    listed(8),
  ];
  const unclear = findUnclear(desiredGroup({ people }), live, known({ lids: told({ 6: 'unknown' }) }), today);
  expect(unclear.map((person) => person.key)).toEqual([key(2), key(7)]);
});

test.each([
  ['nobody hides', liveGroup({ unidentified: [{ ...hidden('1'), key: key(9) }] })],
  ['the reading is incomplete', liveGroup({ unidentified: [hidden('22222')], peopleComplete: false })],
] as const)('nobody is asked about where %s', (_, live) => {
  expect(findUnclear(desiredGroup({ people: [listed(2)] }), live, known(), today)).toEqual([]);
});

test('whoever is here under another number, by the memory or a look-up, is not missing', () => {
  const live = liveGroup({ people: [living(77, { lid: one })] });
  expect(isMissing(live, 2, known({ pairs: seenPairs([[key(2), one]]) }))).toBe(false);
  expect(isMissing(live, 2, known({ lids: told({ 2: '22222' }) }))).toBe(false);
});

test('the memory spares look-ups: who is identified by it, or whose one LID is not there, is not asked about', () => {
  const alone = liveGroup({ unidentified: [hidden('22222')] });
  const desired = desiredGroup({ people: [listed(2), listed(3), listed(4)] });
  const pairs = seenPairs([
    [key(2), one],
    [key(3), lid('33333')],
  ]);
  const knowledge = known({ pairs });
  const unclear = findUnclear(desired, identify(alone, knowledge), knowledge, today);
  expect(unclear).toEqual([]);
  const two = liveGroup({ unidentified: [hidden('22222'), hidden('44444')] });
  const still = findUnclear(desired, identify(two, knowledge), knowledge, today);
  expect(still.map((person) => person.key)).toEqual([key(4)]);
});
