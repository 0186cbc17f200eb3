import { expect, test } from 'vitest';
import type { Decline } from '../../src/apply/decline.ts';
import { hasDeclined } from '../../src/apply/decline.ts';
import type { ApplyRun } from '../../src/apply/run.ts';
import type { LidAnswer } from '../../src/domain/gateway.ts';
import type { LivePerson } from '../../src/domain/group.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Lid, PersonKey } from '../../src/domain/people/person.ts';
import { key, lid, liveGroup, living, personChange, planInput, singer } from '../support/choir.ts';

const batch = [2, 3, 4].map((n) => personChange('add', n));
const hers = lid('330631678702157');
const stranger = lid('330631678702158');

interface Setup {
  /** What GOWA named as refused by their own settings. */
  readonly invited: readonly string[];
  readonly looked?: readonly [number, LidAnswer][];
  /** Who is in the group by the last reading. */
  readonly there?: readonly LivePerson[];
  /** Seen beside `hers` by an earlier run. */
  readonly seen?: PersonKey;
}

function ask(n: number, { invited, looked = [], there = [], seen }: Setup): Decline {
  const pairs = { ...noPast.pairs, peopleOf: (of: Lid) => (of === hers && seen ? [seen] : []) };
  const lids = new Map(looked.map(([who, answer]) => [key(who), answer]));
  const run = { input: planInput([], { lids, past: { ...noPast, pairs } }) } as ApplyRun;
  const change = batch.find(({ person }) => person.key === key(n)) ?? personChange('remove', n);
  return hasDeclined(
    { change, batch, answer: { kind: 'accepted', invited }, before: liveGroup() },
    liveGroup({ people: there }),
    run,
  );
}

const told: [number, LidAnswer] = [2, { kind: 'lid', lid: hers }];

test.each<[string, number, Setup, Decline]>([
  ['nobody was named', 2, { invited: [] }, 'no'],
  ['it is no add', 9, { invited: [singer(9).phone] }, 'no'],
  ['named by number', 2, { invited: [singer(2).phone] }, 'yes'],
  ['somebody else is named by number', 3, { invited: [singer(2).phone] }, 'no'],
  ['named by a LID that a look-up told', 2, { invited: [hers], looked: [told] }, 'yes'],
  ['another LID is named than a look-up told', 2, { invited: [stranger], looked: [told] }, 'no'],
  ['named by a LID that the group shows', 2, { invited: [hers], there: [living(2, { lid: hers })] }, 'yes'],
  ['named by a LID of an earlier run', 2, { invited: [hers], seen: key(2) }, 'yes'],
  ['one of three is named by a LID that nobody knows', 3, { invited: [stranger] }, { refused: 1, among: 3 }],
  [
    'one of the two whose LID nobody knows',
    3,
    { invited: [stranger], looked: [told] },
    { refused: 1, among: 2 },
  ],
  [
    'all whose LIDs nobody knows are named',
    3,
    { invited: [stranger, lid('330631678702159')], looked: [told] },
    'yes',
  ],
])('%s: %#', (_, n, setup, expected) => {
  expect(ask(n, setup)).toEqual(expected);
});
