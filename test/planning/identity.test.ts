import { expect, test } from 'vitest';
import type { LidAnswer } from '../../src/domain/gateway.ts';
import type { PersonKey } from '../../src/domain/person.ts';
import { findUnclear, identify, isProvablyMissing } from '../../src/planning/identity.ts';
import {
  admin,
  desiredGroup,
  hidden,
  key,
  lid,
  listed,
  liveGroup,
  living,
  today,
  yesterday,
} from '../support/choir.ts';

/** What look-ups told: singer → LID, or that there is none. */
function told(answers: Readonly<Record<number, string | 'none' | 'unknown'>>) {
  const lids = new Map<PersonKey, LidAnswer>();
  for (const [n, answer] of Object.entries(answers)) {
    const isKind = answer === 'none' || answer === 'unknown';
    lids.set(key(Number(n)), isKind ? { kind: answer } : { kind: 'lid', lid: lid(answer) });
  }
  return lids;
}

test('whose LID was told moves to the people, with role, ownership and the name of the files', () => {
  const live = liveGroup({ unidentified: [hidden('22222', 'admin', true), hidden('33333')] });
  const desired = desiredGroup({ people: [listed(2, { handle: 'ana', name: 'Ana', role: 'member' })] });
  const { people, unidentified } = identify(live, desired, told({ 2: '22222' }));
  expect(people.get(key(2))).toEqual({
    ...admin(2, { isOwner: true, lid: lid('22222') }),
    handle: 'ana',
    name: 'Ana',
  });
  expect(unidentified).toEqual([hidden('33333')]);
});

test.each([
  ['nobody hides', liveGroup({ people: [living(3)] }), { 2: '22222' }],
  ['nobody was told of', liveGroup({ unidentified: [hidden('22222')] }), {}],
  ['there is none', liveGroup({ unidentified: [hidden('22222')] }), { 2: 'none' }],
  ['it is not clear', liveGroup({ unidentified: [hidden('22222')] }), { 2: 'unknown' }],
  ['it is another LID', liveGroup({ unidentified: [hidden('22222')] }), { 2: '33333' }],
  [
    'they are there by number',
    liveGroup({ people: [living(2)], unidentified: [hidden('22222')] }),
    { 2: '22222' },
  ],
  ['two people claim the LID', liveGroup({ unidentified: [hidden('22222')] }), { 2: '22222', 3: '22222' }],
  [
    'it is one of two members with one key',
    liveGroup({
      unidentified: [
        { ...hidden('22222'), key: key(2) },
        { ...hidden('33333'), key: key(2) },
        hidden('44444'),
      ],
    }),
    { 2: '22222' },
  ],
] as const)('nobody is identified where %s', (_, live, answers) => {
  const desired = desiredGroup({ people: [listed(2), listed(3)] });
  const identified = identify(live, desired, told(answers));
  expect([identified.people, identified.unidentified]).toEqual([live.people, live.unidentified]);
});

test('a LID that a person unknown to this file has tells nothing here', () => {
  const live = liveGroup({ unidentified: [hidden('22222')] });
  expect(identify(live, desiredGroup(), told({ 2: '22222' })).unidentified).toHaveLength(1);
});

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
  expect(isProvablyMissing(live, key(2), told(answers))).toBe(missing);
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
  const unclear = findUnclear(desiredGroup({ people }), live, told({ 6: 'unknown' }), today);
  expect(unclear.map((person) => person.key)).toEqual([key(2), key(7)]);
});

test.each([
  ['nobody hides', liveGroup({ unidentified: [{ ...hidden('1'), key: key(9) }] })],
  ['the reading is incomplete', liveGroup({ unidentified: [hidden('22222')], peopleComplete: false })],
] as const)('nobody is asked about where %s', (_, live) => {
  expect(findUnclear(desiredGroup({ people: [listed(2)] }), live, new Map(), today)).toEqual([]);
});
