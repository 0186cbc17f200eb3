import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCapacity } from '../../src/domain/whatsapp-facts.ts';
import { fitChanges } from '../../src/planning/capacity.ts';
import { account, hidden, liveGroup, living, personChange, say } from '../support/choir.ts';

const context = { minAdmins: 0, accounts: new Set([account.key]) };

/** Far from the numbers of those who join: who may be the one that an add means makes no place for it. */
const first = 55_111;
const crowd = Array.from({ length: groupCapacity + 1 }, (_, n) => living(first + n));

/** A group with the account, so many strangers and so many who hide, and places for `free` more. */
function groupWith(free: number, hiding = 0) {
  const strangers = crowd.slice(0, groupCapacity - 1 - hiding - free);
  const unidentified = Array.from({ length: hiding }, (_, n) => hidden(String(10_000 + n)));
  return liveGroup({ people: strangers, unidentified });
}

const adds = (...people: number[]) => people.map((n) => personChange('add', n));

function fit(free: number, changes: Parameters<typeof fitChanges>[0], hiding = 0) {
  const { changes: fitted, leftAlone } = fitChanges(changes, groupWith(free, hiding), context);
  return [
    fitted.map(say).join(', '),
    leftAlone.map(({ reason, change }) => `${reason} ${change && say(change)}`),
  ];
}

test.each([0, 5])('who has no place is left alone, the first by number go in; %i hide', (hiding) => {
  expect(fit(2, adds(4, 2, 3), hiding)).toEqual(['add 2, add 3', ['full add 4']]);
});

test('whoever leaves makes a place, and leaves first where it is needed', () => {
  const removal = personChange('remove', first, { before: 'member' });
  expect(fit(0, [...adds(2, 3), removal])).toEqual([`remove ${first}, add 2`, ['full add 3']]);
  expect(fit(1, [...adds(2), removal])).toEqual([`add 2, remove ${first}`, []]);
});

test('a promotion stays away with its add, others do not', () => {
  const promotions = [2, 3].map((n) => personChange('promote', n));
  const ofMember = personChange('promote', first, { before: 'member' });
  const [fitted, left] = fit(1, [...adds(2, 3), ...promotions, ofMember]);
  expect(fitted).toBe(`add 2, promote 2, promote ${first}`);
  expect(left).toEqual(['full add 3', 'full promote 3']);
});

test('a group that holds more than it should takes nobody', () => {
  expect(fit(-2, adds(2, 3, 4))).toEqual(['', ['full add 2', 'full add 3', 'full add 4']]);
});

test('whatever is to happen, never are more added than there are places, and nothing gets lost', () => {
  const count = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(count, count, count, (free, joining, leaving) => {
      const joins = adds(...Array.from({ length: joining }, (_, n) => 2 + n));
      const leaves = Array.from({ length: leaving }, (_, n) => personChange('remove', first + n));
      const { changes, leftAlone } = fitChanges([...joins, ...leaves], groupWith(free), context);
      expect(changes.length + leftAlone.length).toBe(joining + leaving);
      let places = free;
      for (const { action } of changes) {
        places += action === 'add' ? -1 : 1;
        expect(places).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 15 },
  );
});
