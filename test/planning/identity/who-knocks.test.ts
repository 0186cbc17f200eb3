import { expect, test } from 'vitest';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { JoinRequest } from '../../../src/domain/people/join-request.ts';
import { identifyRequests } from '../../../src/planning/identity/who-knocks.ts';
import { hidden, key, lid, liveGroup, living, singer } from '../../support/choir.ts';
import { seenPairs } from '../../support/seen-pairs.ts';
import { known, told } from './knowledge-stage.ts';

const one = lid('22222');

function name(live: Partial<LiveGroup>, requests: readonly JoinRequest[], knowledge = known()): string[] {
  const named = identifyRequests({ ...liveGroup(), ...live, requests }, knowledge).requests;
  if (named === undefined || named === 'unread') throw new Error('nobody asked');
  return named.map(({ person, lid: who, isRemembered }) => {
    const label = person ? String(Number(person.phone.slice(-3))) : `lid ${who}`;
    return isRemembered ? `${label} remembered` : label;
  });
}

test.each([
  ['a number is a name', [{ person: singer(2), lid: one }], known(), ['2']],
  ['a LID that nobody knows', [{ lid: one }], known(), ['lid 22222']],
  ['a LID that a look-up told', [{ lid: one }], known({ lids: told({ 2: '22222' }) }), ['2']],
  [
    'one that the memory knows',
    [{ lid: one }],
    known({ pairs: seenPairs([[key(2), one]]) }),
    ['2 remembered'],
  ],
  [
    'one that two are said to have',
    [{ lid: one }],
    known({ lids: told({ 2: '22222', 3: '22222' }) }),
    ['lid 22222'],
  ],
  [
    'one that the memory knows and a look-up denies',
    [{ lid: one }],
    known({ lids: told({ 2: '33333' }), pairs: seenPairs([[key(2), one]]) }),
    ['lid 22222'],
  ],
])('%s', (_, requests, knowledge, names) => {
  expect(name({}, requests, knowledge)).toEqual(names);
});

test('nobody asks for what they have: a list that is late, or wrong', () => {
  const live = liveGroup({ people: [living(2), living(3, { lid: one })], unidentified: [hidden('44444')] });
  expect(
    name(live, [
      { person: singer(2), lid: lid('99999') },
      { lid: one },
      { person: singer(9), lid: lid('44444') },
      { person: singer(5) },
    ]),
  ).toEqual(['5']);
});

test.each([undefined, 'unread', []] as const)('nothing to name: %j', (requests) => {
  const live = { ...liveGroup(), ...(requests && { requests }) };
  expect(identifyRequests(live, known())).toBe(live);
});
