import { expect, test } from 'vitest';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { LastRead } from '../../../src/domain/past.ts';
import { noPast } from '../../../src/domain/past.ts';
import { doubtFor } from '../../../src/domain/patience.ts';
import { doubtVanished } from '../../../src/planning/identity/vanished.ts';
import { altos, hidden, key, liveGroup, living, noon } from '../../support/choir.ts';

const shown = (people: readonly number[]) => {
  const keys = new Set(people.map(key));
  return { count: keys.size, has: (person: ReturnType<typeof key>) => keys.has(person) };
};
const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

/** Whether a list of these is believed after a reading that had those. */
function isBelieved(
  before: readonly number[],
  now: readonly number[],
  more: Partial<LiveGroup> = {},
  doubt?: LastRead['doubt'],
) {
  const live = { ...liveGroup({ people: now.map((n) => living(n)), uncounted: true }), ...more };
  const last: LastRead = { ...shown(before), ...(doubt && { doubt }) };
  const after = doubtVanished(live, { ...noPast, lastRead: new Map([[altos, last]]) }, noon);
  expect(after).toEqual(after === live ? live : { ...live, peopleComplete: false, vanished: true });
  return after === live;
}

test.each([
  ['three of ten', 10, 3, true],
  ['four of ten', 10, 4, false],
  ['all of three', 3, 3, true],
  ['all of four', 4, 4, false],
  ['a tenth of fifty', 50, 5, true],
  ['more than a tenth of fifty', 50, 6, false],
])('%s are gone unasked', (_, before, gone, believed) => {
  expect(isBelieved(range(2, before), range(2 + gone, before - gone))).toBe(believed);
});

test('others who came do not make up for those who went', () => {
  expect(isBelieved(range(2, 10), [...range(8, 4), ...range(100, 30)])).toBe(false);
});

test('whoever hides may be one of them', () => {
  expect(isBelieved(range(2, 10), range(6, 6), { unidentified: [hidden('11111')] })).toBe(true);
});

test.each<[string, Partial<LiveGroup>]>([
  ['that says how many there are', { uncounted: undefined as never }],
  ['that is not whole anyway', { peopleComplete: false }],
])('a list %s is no matter of this', (_, more) => {
  const live = { ...liveGroup({ uncounted: true }), ...more };
  const past = { ...noPast, lastRead: new Map([[altos, shown(range(2, 10))]]) };
  expect(doubtVanished(live, past, noon)).toBe(live);
  expect(doubtVanished(liveGroup({ uncounted: true }), noPast, noon)).not.toHaveProperty('vanished');
});

test.each<[string, readonly number[], number, boolean]>([
  ['the same again, long enough after', [8, 9], doubtFor, true],
  ['the same again, too soon', [8, 9], doubtFor - 1, false],
  ['more than the doubted reading had', [8], doubtFor, true],
  ['somebody of the doubted reading has vanished since', [7, 8, 9], doubtFor, false],
])('%s', (_, doubted, later, believed) => {
  const doubt = { ...shown(doubted), at: noon - later };
  expect(isBelieved(range(2, 8), [8, 9], {}, doubt)).toBe(believed);
});
