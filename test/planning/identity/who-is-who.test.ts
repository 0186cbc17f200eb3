import { describe, expect, test } from 'vitest';
import type { LiveGroup, Reading } from '../../../src/domain/group.ts';
import type { Lid, PersonKey } from '../../../src/domain/people/person.ts';
import { identify, withShownLids } from '../../../src/planning/identity/who-is-who.ts';
import { admin, hidden, key, lid, liveGroup, living, phone, singer } from '../../support/choir.ts';
import { seenPairs } from '../../support/seen-pairs.ts';
import { known, told } from './knowledge-stage.ts';

test('whose LID was told moves to the people, with role, ownership and the name of the files', () => {
  const live = liveGroup({ unidentified: [hidden('22222', 'admin', true), hidden('33333')] });
  const { people, unidentified } = identify(live, known({ lids: told({ 2: '22222' }) }));
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
  const identified = identify(live, known({ lids: told(answers) }));
  expect([identified.people, identified.unidentified]).toEqual([live.people, live.unidentified]);
});

test('a LID that was told of somebody unknown to this file is theirs here too: a second plan would see it', () => {
  const live = liveGroup({ unidentified: [hidden('22222')] });
  const { people, unidentified } = identify(live, known({ lids: told({ 2: '22222' }) }));
  expect([people.has(key(2)), unidentified]).toEqual([true, []]);
});

/** Another group, which shows this singer with a LID. */
function reading(n: number, more: Partial<LiveGroup> = {}): Reading {
  const group = liveGroup({ people: [living(n, { lid: lid('22222') })] });
  return { kind: 'read', group: { ...group, ...more } };
}

describe('what another group of this run shows', () => {
  const live = liveGroup({ unidentified: [hidden('22222')] });
  test('tells who hides here, also of people whom no file knows', () => {
    for (const n of [2, 77]) {
      const found = identify(live, known({ readings: [reading(n)] })).people.get(key(n));
      expect(found).toMatchObject({ phone: singer(n).phone, lid: '22222' });
      expect(found?.isRemembered).toBeUndefined();
    }
  });

  test('in two spellings of one number tells one of them, whichever group comes first', () => {
    const [long, short] = ['5520987654321', '552087654321'].map((digits): Reading => {
      const person = { key: key(77), phone: phone(digits) };
      return { kind: 'read', group: liveGroup({ people: [living(person, { lid: lid('22222') })] }) };
    }) as [Reading, Reading];
    for (const readings of [
      [long, short],
      [short, long],
    ])
      expect(identify(live, known({ readings })).people.get(key(77))?.phone).toBe('552087654321');
  });

  test.each([
    ['half a list', [reading(2, { peopleComplete: false })], {}],
    ['two groups that show two numbers', [reading(2), reading(3)], {}],
    ['a group and a look-up that disagree', [reading(2)], { 3: '22222' }],
  ] as const)('%s tells nothing', (_, readings, answers) => {
    const found = identify(live, known({ readings, lids: told(answers) }));
    expect(found.unidentified).toHaveLength(1);
  });
});

describe('the LIDs of a group that is listed by numbers alone', () => {
  const live = liveGroup({ people: [living(2), living(3)] });
  const lidOf = (readings: readonly Reading[], n = 2) =>
    withShownLids(live, known({ readings })).people.get(key(n))?.lid;

  test('are those that another group shows beside the numbers', () => {
    expect([lidOf([reading(2)]), lidOf([reading(2)], 3)]).toEqual([lid('22222'), undefined]);
  });

  test.each([
    ['half a list', [reading(2, { peopleComplete: false })]],
    [
      'two groups that show two LIDs',
      [reading(2), reading(2, liveGroup({ people: [living(2, { lid: lid('33333') })] }))],
    ],
    ['a group that could not be read', [{ kind: 'unreadable', reason: 'failed', text: '' }]],
  ] as const)('are not told by %s', (_, readings) => {
    expect(lidOf(readings)).toBeUndefined();
  });

  test('stay what they are where the group shows one itself', () => {
    const own = liveGroup({ people: [living(2, { lid: lid('44444') }), living(3)] });
    expect(withShownLids(own, known({ readings: [reading(2)] })).people.get(key(2))?.lid).toBe('44444');
  });
});

describe('the memory of earlier days', () => {
  const live = liveGroup({ unidentified: [hidden('22222', 'admin')] });
  const one = lid('22222');

  test('tells who hides, and that only it says so', () => {
    const { people } = identify(live, known({ pairs: seenPairs([[key(2), one]]) }));
    expect(people.get(key(2))).toEqual({
      ...admin(2, { lid: one }),
      handle: 'ana',
      name: 'Ana',
      isRemembered: true,
    });
  });

  test.each([
    [
      'a LID with two numbers',
      [
        [2, one],
        [3, one],
      ],
      {},
    ],
    [
      'a LID with two numbers, one of nobody in the files',
      [
        [2, one],
        [77, one],
      ],
      {},
    ],
    [
      'a number with two LIDs',
      [
        [2, one],
        [2, lid('33333')],
      ],
      {},
    ],
    ['a number that a look-up knows by another LID', [[2, one]], { 2: '33333' }],
    ['a number that is not on WhatsApp any more', [[2, one]], { 2: 'none' }],
  ] as const)('identifies nobody by %s', (_, pairs, answers) => {
    const memory = seenPairs(
      pairs.map(([n, other]) => [key(n), other] as [PersonKey, Lid]),
      [key(77)],
    );
    const found = identify(live, known({ pairs: memory, lids: told(answers) }));
    expect(found.unidentified).toHaveLength(1);
  });

  test('gives way to what this run was told, and an old look-up is a memory as well', () => {
    const pairs = seenPairs([[key(3), one]]);
    const now = identify(live, known({ pairs, lids: told({ 2: '22222' }) }));
    expect([...now.people.values()].find(({ lid: other }) => other === one)).toMatchObject({ handle: 'ana' });
    const old = new Map([[key(2), { kind: 'lid', lid: one, isOld: true } as const]]);
    expect(identify(live, known({ lids: old })).people.get(key(2))?.isRemembered).toBe(true);
  });
});
