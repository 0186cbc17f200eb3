import { expect, test } from 'vitest';
import type { LidAnswer } from '../../../src/domain/gateway.ts';
import { noPast } from '../../../src/domain/past.ts';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import type { PlanInput } from '../../../src/planning/plan-input.ts';
import { findMissing, findUnconfirmed } from '../../../src/planning/identity/whom-to-look-up.ts';
import {
  desiredGroup,
  hidden,
  key,
  lid,
  listed,
  liveGroup,
  living,
  planInput,
  singer,
} from '../../support/choir.ts';
import { seenPairs } from '../../support/seen-pairs.ts';

const hers = lid('22222');
const lids = (...told: (readonly [number, LidAnswer])[]): ReadonlyMap<PersonKey, LidAnswer> =>
  new Map(told.map(([n, answer]) => [key(n), answer]));

type Live = Parameters<typeof liveGroup>[0];

function ask(
  find: typeof findMissing,
  live: Live,
  more: Partial<PlanInput> = {},
  files = [listed(2), listed(3)],
) {
  const desired = desiredGroup({ people: files });
  const input = planInput([[desired, liveGroup(live)]], more, {}, [singer(2), singer(3)]);
  return find([desired], input).map(({ phone }) => Number(phone.slice(-2)));
}

const withHidden = { people: [living(3)], unidentified: [hidden(hers)] };

test('who is missing may be who hides; where nobody hides nobody is asked about', () => {
  expect(ask(findMissing, withHidden)).toEqual([2]);
  expect(ask(findMissing, { people: [living(3)] })).toEqual([]);
});

test.each<[string, LidAnswer, number[]]>([
  ['it is they', { kind: 'lid', lid: hers }, []],
  ['they have another LID', { kind: 'lid', lid: lid('33333') }, []],
  ['they are not on WhatsApp', { kind: 'none' }, []],
])('whoever was told about is not asked about again: %s', (_, answer, expected) => {
  expect(ask(findMissing, withHidden, { lids: lids([2, answer]) })).toEqual(expected);
});

test('in two groups they are asked about once, and in an unreadable one not at all', () => {
  const one = desiredGroup({ people: [listed(2)] });
  const two = { ...one, id: '120363000000000002@g.us' as typeof one.id, file: 'b.yaml' };
  const live = liveGroup({ unidentified: [hidden(hers)] });
  const input = planInput([
    [one, live],
    [two, { ...live, id: two.id }],
  ]);
  expect(findMissing([one, two], input)).toHaveLength(1);
  const failed = { kind: 'unreadable', reason: 'failed', text: '' } as const;
  expect(findMissing([one], { ...input, readings: new Map([[one.id, failed]]) })).toEqual([]);
});

const remembered = { past: { ...noPast, pairs: seenPairs([[key(2), hers]]) } };
// Whom the file does not list is to leave: only the memory of another day says that it is they.
const files = [listed(3)];

test('whoever is to lose something by the memory of another day alone is asked about first', () => {
  expect(ask(findUnconfirmed, withHidden, remembered, files)).toEqual([2]);
});

test.each<[string, Partial<PlanInput>, number[]]>([
  ['told to be they in this run', { ...remembered, lids: lids([2, { kind: 'lid', lid: hers }]) }, []],
  ['asked about in this run without an answer', { ...remembered, lids: lids([2, { kind: 'unknown' }]) }, []],
  ['nobody that the memory knows', {}, []],
])('not where it is %s', (_, more, expected) => {
  expect(ask(findUnconfirmed, withHidden, more, files)).toEqual(expected);
});

test('who keeps what they have is not asked about', () => {
  expect(ask(findUnconfirmed, withHidden, remembered, [listed(2), listed(3)])).toEqual([]);
});
